"""The load week by week, without a database."""

from datetime import date

from pengawasan.domain.beban import (
    Rantai,
    Tugas,
    giliran,
    hari_tanda_tangan,
    naskah_baru,
    pekan,
    pekan_antara,
    per_orang,
    per_pekan,
    per_unit,
    tanpa_anggota,
)
from pengawasan.enums import JenisKegiatan

P, E = JenisKegiatan.PEMANTAUAN, JenisKegiatan.EVALUASI
ENAM = {P: 6, E: 6}


def tugas(hari, *orang, unit=()):
    return Tugas(P, hari, hari, orang=orang, unit=unit)


def test_a_week_begins_on_monday_over_the_turn_of_the_year():
    assert pekan(date(2027, 1, 1)) == date(2026, 12, 28)
    assert pekan_antara(date(2026, 12, 30), date(2027, 1, 5)) == [
        date(2026, 12, 28),
        date(2027, 1, 4),
    ]


def test_turns_never_drift_and_end_with_the_naskah():
    rantai = Rantai(date(2025, 8, 31), 0, P, ENAM, berakhir=date(2026, 12, 31))

    hasil = list(giliran(rantai, sampai=date(2030, 1, 1), per=date(2025, 9, 1)))

    assert hasil == [(P, date(2026, 2, 28)), (E, date(2026, 8, 31))]


def test_what_follows_a_late_turn_is_counted_from_today():
    rantai = Rantai(date(2025, 1, 15), 0, P, ENAM)

    hasil = list(giliran(rantai, sampai=date(2026, 12, 31), per=date(2026, 1, 10)))

    assert hasil == [(P, date(2025, 7, 15)), (E, date(2026, 7, 10))]


def test_thirty_new_naskah_owe_thirty_a_turn():
    ttd = hari_tanda_tangan(30, date(2026, 1, 5), 0)
    baru = naskah_baru(ttd, interval=ENAM, sampai=date(2027, 1, 5), unit=(7,), orang=(1, 2))

    assert per_pekan(baru) == {date(2026, 6, 29): 30, date(2027, 1, 4): 30}
    assert (per_unit(baru), per_orang(baru)) == ({7: 60}, {1: 60, 2: 60})


def test_naskah_to_come_are_signed_evenly_over_the_months():
    hari = hari_tanda_tangan(4, date(2026, 1, 5), 12)

    assert hari == [date(2026, 1, 5), date(2026, 4, 6), date(2026, 7, 6), date(2026, 10, 5)]


def test_without_a_member_the_least_laden_takes_over():
    senin = date(2026, 3, 2)
    semua = [tugas(senin, 1), tugas(senin, 2), tugas(senin, 1, 3), tugas(senin)]

    hasil = tanpa_anggota(semua, 1)

    assert [t.orang for t in hasil] == [(2,), (2,), (3,), ()]
    assert per_orang(hasil) == {2: 2, 3: 1}


def test_without_the_only_member_nobody_is_left():
    assert tanpa_anggota([tugas(date(2026, 3, 2), 1)], 1)[0].orang == ()


def test_what_units_share_counts_for_each():
    assert per_unit([tugas(date(2026, 3, 2), unit=(1, 2)), tugas(date(2026, 3, 2), unit=(2,))]) == {
        1: 1,
        2: 2,
    }
