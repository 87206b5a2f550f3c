"""A report's content in words."""

from __future__ import annotations

import pytest

from pelaporan.domain.formulir import Isian, baca
from pelaporan.domain.isi_laporan import kata, susunan
from pelaporan.enums import JenisIsian


@pytest.mark.parametrize(
    ("jenis", "nilai", "teks"),
    [
        (JenisIsian.TEKS, "Judul", "Judul"),
        (JenisIsian.URAIAN, "", "–"),
        (JenisIsian.ANGKA, "1250.5", "1.250,5"),
        (JenisIsian.ANGKA, "0", "0"),
        (JenisIsian.PERSEN, "11.9", "11,9 %"),
        (JenisIsian.RUPIAH, 1250000, "Rp1.250.000"),
        (JenisIsian.RUPIAH, 0, "Rp0"),
        (JenisIsian.TANGGAL, "2026-02-28", "28 Februari 2026"),
        (JenisIsian.TANGGAL, None, "–"),
        (JenisIsian.PILIHAN, "ya", "Ya, sudah"),
    ],
)
def test_value_in_words(jenis, nilai, teks):
    assert kata(Isian("x", "X", jenis, pilihan=(("ya", "Ya, sudah"),)), nilai) == teks


def test_susunan_gives_sections_with_rows_and_leaves_files_out():
    definisi = baca(
        {
            "bagian": [
                {
                    "judul": "Pelaksanaan",
                    "isian": [
                        {"kode": "hasil", "label": "Hasil", "jenis": "uraian"},
                        {
                            "kode": "kewajiban",
                            "label": "Kewajiban mitra",
                            "jenis": "tabel",
                            "per_kewajiban": True,
                            "kolom": [{"kode": "persen", "label": "Persen", "jenis": "persen"}],
                        },
                    ],
                },
                {
                    "judul": "Berkas",
                    "isian": [{"kode": "berkas", "label": "Berkas", "jenis": "berkas"}],
                },
            ]
        }
    )
    isi = {"hasil": "Baik", "kewajiban": [{"uraian": "Menyetor", "persen": "50"}]}

    (bagian,) = susunan(definisi, isi)

    assert bagian.judul == "Pelaksanaan"
    assert bagian.isian[0].teks == "Baik"
    assert bagian.isian[1].kolom == ("Kewajiban", "Persen")
    assert bagian.isian[1].baris == ((("Kewajiban", "Menyetor"), ("Persen", "50 %")),)
