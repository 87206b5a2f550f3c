from datetime import date, time

import pytest

from pelaporan.domain.kalender import (
    ButirKalender,
    baca_bulan,
    rentang_petak,
    susun_agenda,
    susun_petak,
)
from pelaporan.enums import JenisKalender

HARI_INI = date(2026, 11, 26)


def butir(tanggal, judul="Rapat", **kolom):
    return ButirKalender(JenisKalender.RAPAT, kolom.pop("pk", 1), tanggal, judul, **kolom)


@pytest.mark.parametrize(
    ("teks", "bulan"),
    [
        ("2026-12", date(2026, 12, 1)),
        ("2028-2", date(2028, 2, 1)),
        ("2026-13", date(2026, 11, 1)),
        ("2026-0", date(2026, 11, 1)),
        ("0001-01", date(2026, 11, 1)),
        ("9999-12", date(2026, 11, 1)),
        ("²026-01", date(2026, 11, 1)),
        ("", date(2026, 11, 1)),
        ("kapan-kapan", date(2026, 11, 1)),
    ],
)
def test_baca_bulan_takes_a_month_and_nothing_else(teks, bulan):
    assert baca_bulan(teks, baku=HARI_INI) == bulan


@pytest.mark.parametrize(
    ("bulan", "rentang"),
    [
        (date(2026, 11, 1), (date(2026, 10, 26), date(2026, 12, 6))),
        (date(2027, 2, 1), (date(2027, 2, 1), date(2027, 2, 28))),
        (date(2026, 12, 1), (date(2026, 11, 30), date(2027, 1, 3))),
    ],
)
def test_petak_is_whole_weeks_from_monday(bulan, rentang):
    petak = susun_petak(bulan, [], per=HARI_INI, libur={})

    assert rentang_petak(bulan) == rentang
    assert (petak[0][0].tanggal, petak[-1][-1].tanggal) == rentang
    assert {len(pekan) for pekan in petak} == {7}


def test_petak_marks_today_holidays_and_the_days_of_other_months():
    libur = {date(2026, 12, 25): "Natal"}

    semua = {
        h.tanggal: h
        for pekan in susun_petak(date(2026, 12, 1), [], per=date(2026, 12, 2), libur=libur)
        for h in pekan
    }

    assert [t.day for t, h in semua.items() if h.hari_ini] == [2]
    assert [h.libur for h in semua.values() if h.libur] == ["Natal"]
    assert [t for t, h in semua.items() if not h.bulan_ini] == [
        date(2026, 11, 30),
        date(2027, 1, 1),
        date(2027, 1, 2),
        date(2027, 1, 3),
    ]
    assert semua[date(2026, 12, 25)].merah
    assert semua[date(2026, 12, 6)].merah
    assert not semua[date(2026, 12, 5)].merah


@pytest.mark.parametrize(("banyak", "tampil", "lebih"), [(3, 3, 0), (4, 2, 2), (0, 0, 0)])
def test_square_has_room_for_three_and_says_how_many_more(banyak, tampil, lebih):
    isi = [butir(HARI_INI, pk=n) for n in range(banyak)]

    petak = susun_petak(date(2026, 11, 1), isi, per=HARI_INI, libur={})
    hari = next(h for pekan in petak for h in pekan if h.hari_ini)

    assert (len(hari.tampil), hari.lebih) == (tampil, lebih)


def test_agenda_has_the_days_with_something_and_holidays_and_hours_first():
    siang, pagi = butir(HARI_INI, "B", jam=time(13)), butir(HARI_INI, "C", jam=time(9))
    sehari, kemudian = butir(HARI_INI, "A"), butir(date(2026, 11, 30))
    libur = {date(2026, 11, 27): "Libur", date(2026, 12, 25): "Di luar rentang"}

    agenda = susun_agenda(
        [sehari, kemudian, siang, pagi],
        awal=date(2026, 11, 1),
        akhir=date(2026, 11, 30),
        per=HARI_INI,
        libur=libur,
    )

    assert [(h.tanggal.day, [b.judul for b in h.butir]) for h in agenda] == [
        (26, ["C", "B", "A"]),
        (27, []),
        (30, ["Rapat"]),
    ]
