"""Limits that are passed or near, and what lies between two naskah."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama.domain.batas import peringatan, sambungan

TTD, LIMA_TAHUN = date(2024, 1, 15), date(2029, 1, 15)


def kalimat(jenis="pks", kerja_sama="", *, status="berlaku", berakhir=LIMA_TAHUN, per=TTD):
    return peringatan(jenis, kerja_sama, status=status, ttd=TTD, berakhir=berakhir, per=per)


@pytest.mark.parametrize(
    ("jenis", "kerja_sama", "berakhir", "sebut"),
    [
        ("kesepakatan_bersama", "", LIMA_TAHUN, None),
        ("kesepakatan_bersama", "", date(2029, 1, 16), "lebih dari 5 tahun"),
        ("pks", "ksdpl", date(2029, 1, 16), "lebih dari 5 tahun"),
        ("pks", "ksdll", date(2029, 1, 16), "lebih dari 5 tahun"),
        ("pks", "ksdpk", date(2050, 1, 1), None),
        ("kesepakatan_bersama", "", None, "Tanggal berakhir belum diisi"),
        ("pks", "", None, None),
    ],
)
def test_five_years_limit_kesepakatan_bersama_and_cooperation_abroad(
    jenis, kerja_sama, berakhir, sebut
):
    hasil = kalimat(jenis, kerja_sama, berakhir=berakhir)

    assert [sebut in k for k in hasil] == ([True] if sebut else [])


@pytest.mark.parametrize(
    ("per", "sebut"),
    [
        (date(2028, 1, 14), None),
        (date(2028, 1, 15), "paling lambat 6 bulan sebelum berakhir, yaitu 15 Juli 2028"),
        (date(2028, 7, 15), "paling lambat 6 bulan sebelum berakhir, yaitu 15 Juli 2028"),
        (date(2028, 7, 16), "sudah lewat sejak 15 Juli 2028"),
        (date(2029, 1, 15), "sudah lewat sejak 15 Juli 2028"),
        (date(2029, 1, 16), "Masa berlaku sudah lewat sejak 15 Januari 2029"),
    ],
)
@pytest.mark.parametrize("kerja_sama", ["ksdpl", "ksdll"])
def test_extension_abroad_is_filed_six_months_before_the_end(kerja_sama, per, sebut):
    hasil = kalimat(kerja_sama=kerja_sama, per=per)

    assert [sebut in k for k in hasil] == ([True] if sebut else [])


def test_nothing_is_in_force_past_its_last_day_unseen():
    assert kalimat(per=LIMA_TAHUN) == []
    assert "menjadi Berakhir malam ini" in kalimat(per=date(2029, 1, 16))[0]


@pytest.mark.parametrize("status", ["draf", "berakhir", "diputus", "digantikan"])
def test_what_is_not_in_force_is_not_hurried(status):
    assert kalimat(kerja_sama="ksdll", status=status, per=date(2030, 1, 1)) == []


@pytest.mark.parametrize(
    ("ttd_baru", "sebut"),
    [
        (date(2029, 1, 16), ""),
        (date(2029, 1, 17), "Ada jeda 1 hari tanpa naskah: PKS 1 berakhir 15 Januari 2029"),
        (date(2029, 1, 15), "Ada tumpang tindih 1 hari: PKS 1 berakhir 15 Januari 2029"),
        (None, ""),
    ],
)
def test_gap_and_overlap_are_counted_in_days(ttd_baru, sebut):
    kata = sambungan("PKS 1", akhir_lama=LIMA_TAHUN, ttd_baru=ttd_baru)

    assert kata.startswith(sebut)
    assert bool(kata) is bool(sebut)


def test_naskah_without_an_end_leaves_neither_gap_nor_overlap():
    assert sambungan("PKS 1", akhir_lama=None, ttd_baru=TTD) == ""


@given(st.integers(-4000, 4000))
def test_each_day_of_gap_or_overlap_is_told_once(hari):
    kata = sambungan("X", akhir_lama=TTD, ttd_baru=TTD + timedelta(days=1 + hari))

    assert (f"jeda {hari} hari" in kata) is (hari > 0)
    assert (f"tindih {-hari} hari" in kata) is (hari < 0)


@pytest.mark.parametrize(
    ("tahun", "sebut"), [(2054, []), (2059, ["Jangka waktu lebih dari 30 tahun"])]
)
def test_pks_of_35_years_is_doubted(tahun, sebut):
    hasil = kalimat(berakhir=date(tahun, 1, 15))

    assert [satu.partition(";")[0] for satu in hasil] == sebut


def test_dates_at_the_end_of_all_dates_are_judged_too():
    ujung = date.max

    assert peringatan("pks", "", status="draf", ttd=ujung, berakhir=ujung, per=TTD) == []


def test_what_was_extended_is_watched_like_what_is_in_force():
    biasa = kalimat(kerja_sama="ksdpl", per=date(2028, 6, 1))

    assert biasa
    assert kalimat(kerja_sama="ksdpl", status="diperpanjang", per=date(2028, 6, 1)) == biasa
