"""Of which day pembinaan may be noted, and which numbers can be."""

from datetime import date

import pytest

from pengawasan.domain.pembinaan import (
    Kehadiran,
    hitung_kehadiran,
    periksa_kehadiran,
    periksa_tanggal,
    unit_kurang,
)

HARI_INI = date(2026, 3, 1)
DINAS, BADAN = 1, 2


@pytest.mark.parametrize(
    ("mulai", "selesai", "alasan"),
    [
        (HARI_INI, HARI_INI, ""),
        (date(2026, 2, 27), HARI_INI, ""),
        (date(2026, 3, 2), date(2026, 3, 2), "masa depan"),
        (date(2026, 2, 28), date(2026, 3, 2), "selesai tidak boleh di masa depan"),
        (date(2026, 2, 28), date(2026, 2, 27), "sebelum tanggal mulai"),
    ],
)
def test_periksa_tanggal(mulai, selesai, alasan):
    putusan = periksa_tanggal(mulai, selesai, hari_ini=HARI_INI)

    assert (bool(putusan), alasan in putusan.alasan) == (not alasan, True)


@pytest.mark.parametrize(
    ("bernama", "disebut", "seluruhnya", "hasil"),
    [
        ({}, {DINAS: 7}, None, ({DINAS: 7}, 7)),
        ({DINAS: 2}, {DINAS: None}, None, ({DINAS: 2}, 2)),
        ({DINAS: 2, None: 3}, {DINAS: 10}, None, ({DINAS: 10}, 13)),
        ({BADAN: 1}, {DINAS: 4}, None, ({DINAS: 4, BADAN: 1}, 5)),  # named only
        ({DINAS: 2}, {DINAS: None}, 40, ({DINAS: 2}, 40)),
        ({}, {}, None, ({}, 0)),
    ],
)
def test_hitung_kehadiran_takes_the_names_where_no_number_is_stated(
    bernama, disebut, seluruhnya, hasil
):
    assert hitung_kehadiran(bernama, disebut, seluruhnya) == Kehadiran(*hasil)


@pytest.mark.parametrize(
    ("bernama", "per_unit", "seluruhnya", "jenis", "alasan"),
    [
        ({DINAS: 2}, {DINAS: 2}, 2, "bimbingan", ""),
        ({DINAS: 2}, {DINAS: 2}, 9, "bimbingan", ""),
        ({}, {DINAS: 0}, 0, "pedoman", ""),
        ({}, {DINAS: 0}, 0, "asistensi", "Isi jumlah peserta atau nama"),
        ({}, {}, 5, "bimbingan", "sekurangnya satu perangkat daerah"),
        ({DINAS: 3}, {DINAS: 2}, 9, "bimbingan", "lebih kecil daripada nama-namanya"),
        ({DINAS: 3, None: 2}, {DINAS: 3}, 4, "bimbingan", "paling sedikit 5"),
        ({DINAS: 501}, {DINAS: 501}, 501, "diklat", "Paling banyak 500 nama"),
    ],
)
def test_periksa_kehadiran(bernama, per_unit, seluruhnya, jenis, alasan):
    putusan = periksa_kehadiran(Kehadiran(per_unit, seluruhnya), bernama, jenis=jenis)

    assert (bool(putusan), alasan in putusan.alasan) == (not alasan, True)


def test_unit_kurang_names_the_units_that_do_not_add_up():
    hadir = Kehadiran({DINAS: 1, BADAN: 5}, 6)

    assert unit_kurang(hadir, {DINAS: 2, BADAN: 5}) == [DINAS]
