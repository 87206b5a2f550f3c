"""The first wording of a report."""

from dataclasses import replace
from datetime import date

import pytest

from pelaporan.domain.naskah_laporan import BahanNaskah, hasil, kesimpulan, pendahuluan
from pengawasan.enums import JenisKegiatan

BAHAN = BahanNaskah(
    jenis=JenisKegiatan.EVALUASI,
    naskah="PKS nomor 1/2025",
    tentang="Pengelolaan pasar",
    mitra=["PT A"],
    tanggal_ttd=date(2025, 8, 2),
    tanggal=date(2026, 8, 6),
    metode="tinjau lokasi",
    temuan=["Kios terbangun.", " "],
    kesepakatan=["Data menyusul."],
    kesimpulan_rapat="Diteruskan. ",
)


def test_pendahuluan_says_what_with_whom_and_when():
    assert pendahuluan(BAHAN) == (
        "Pemerintah daerah bekerja sama dengan PT A berdasarkan PKS nomor 1/2025 tentang "
        "Pengelolaan pasar yang ditandatangani 2 Agustus 2025. Untuk menilai pelaksanaannya, Tim "
        "Pengawasan melaksanakan evaluasi pada Kamis, 6 Agustus 2026 melalui tinjau lokasi."
    )


@pytest.mark.parametrize(
    ("mitra", "sebutan"),
    [([], "mitra"), (["A", "B"], "A dan B"), (["A", "B", "C"], "A, B, dan C")],
)
def test_pendahuluan_names_every_mitra(mitra, sebutan):
    assert f"bekerja sama dengan {sebutan} berdasarkan" in pendahuluan(replace(BAHAN, mitra=mitra))


def test_pendahuluan_leaves_out_dates_it_does_not_know():
    teks = pendahuluan(replace(BAHAN, tanggal_ttd=None, tanggal=None))

    assert "ditandatangani" not in teks
    assert "evaluasi melalui" in teks


def test_hasil_is_what_the_berita_acara_found_and_agreed():
    assert hasil(BAHAN) == "Kios terbangun.\n\nData menyusul."


def test_hasil_is_no_longer_than_a_report_can_hold():
    assert len(hasil(replace(BAHAN, temuan=["x" * 10_000] * 3))) == 20_000


def test_kesimpulan_is_that_of_the_meeting():
    assert kesimpulan(BAHAN) == "Diteruskan."
