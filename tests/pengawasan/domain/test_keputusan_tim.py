"""The decree that sets the team: its period, its seats, and when it may go."""

from datetime import date

import pytest

from pengawasan.domain.keputusan_tim import (
    akhir_masa,
    periksa_hapus,
    periksa_masa,
    periksa_susunan,
)

HARI_INI = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("tanggal", "mulai", "selesai", "alasan"),
    [
        (date(2026, 1, 5), date(2026, 1, 5), None, ""),
        (date(2026, 1, 5), date(2026, 1, 1), date(2026, 12, 31), ""),  # berlaku surut
        (HARI_INI, date(2026, 4, 1), None, ""),
        (date(2026, 1, 5), date(2026, 1, 5), date(2026, 1, 5), ""),
        (date(2026, 3, 2), date(2026, 1, 5), None, "masa depan"),
        (date(2026, 1, 5), date(2026, 1, 5), date(2026, 1, 4), "sebelum mulainya"),
    ],
)
def test_periksa_masa(tanggal, mulai, selesai, alasan):
    putusan = periksa_masa(tanggal, mulai, selesai, hari_ini=HARI_INI)

    assert (bool(putusan), alasan in putusan.alasan) == (not alasan, True)


@pytest.mark.parametrize(
    ("kedudukan", "alasan"),
    [
        (["ketua"], ""),
        (["penanggung_jawab", "ketua", "wakil_ketua", "wakil_ketua", "sekretaris", "anggota"], ""),
        ([], "sekurangnya seorang ketua"),
        (["sekretaris"], "belum menyebut ketuanya"),
        (["ketua", "ketua"], "Hanya satu ketua"),
        (["ketua", "penanggung_jawab", "penanggung_jawab"], "Hanya satu penanggung jawab"),
        (["ketua", *["anggota"] * 100], "Paling banyak 100"),
    ],
)
def test_periksa_susunan(kedudukan, alasan):
    putusan = periksa_susunan(kedudukan)

    assert (bool(putusan), alasan in putusan.alasan) == (not alasan, True)


@pytest.mark.parametrize(
    ("selesai", "penerus", "akhir"),
    [
        (None, None, None),
        (date(2025, 12, 31), None, date(2025, 12, 31)),
        (None, date(2025, 7, 1), date(2025, 6, 30)),
        (date(2025, 12, 31), date(2025, 7, 1), date(2025, 6, 30)),
        (date(2025, 3, 31), date(2025, 7, 1), date(2025, 3, 31)),
        (None, date(2024, 3, 1), date(2024, 2, 29)),
    ],
)
def test_akhir_masa_is_the_day_before_the_next_one_or_its_own(selesai, penerus, akhir):
    assert akhir_masa(selesai, penerus) == akhir


@pytest.mark.parametrize(
    ("pembinaan", "surat_tugas", "sebab"),
    [(0, 0, ""), (2, 0, "2 pembinaan"), (0, 1, "1 surat tugas"), (2, 1, "pembinaan dan 1 surat")],
)
def test_periksa_hapus_names_what_hangs_on_it(pembinaan, surat_tugas, sebab):
    putusan = periksa_hapus(pembinaan=pembinaan, surat_tugas=surat_tugas)

    assert (bool(putusan), sebab in putusan.alasan) == (not sebab, True)
