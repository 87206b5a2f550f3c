"""A list from an old drawer, uploaded by staf: one read into rows, one waiting for its columns."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from kerjasama.services import unggah_impor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inti.models import Pengguna

JUDUL = (
    "Nomor PKS",
    "Bentuk",
    "Tentang",
    "Pihak Kedua",
    "Jenis Mitra",
    "Tanggal TTD",
    "Tanggal Berakhir",
    "Jangka Waktu",
    "OPD",
    "Monev Terakhir",
    "Evaluasi Terakhir",
)
BARIS = (
    (
        "07/PKS/III/2021",
        "PKS",
        "Pengelolaan parkir tepi jalan",
        "PT Parkir Rapi Sejahtera",
        "Perusahaan swasta",
        "15 Maret 2021",
        "15 Maret 2026",
        "",
        "Dinas Perhubungan",
        "10 Maret 2024",
        "12 September 2023",
    ),
    (
        "08/PKS/IV/2021",
        "PKS",
        "Pengolahan sampah organik",
        "Koperasi Kompos Lestari",
        "Koperasi",
        "4/2/2021",
        "",
        "5 tahun",
        "Dinas Lingkungan Hidup",
        "September 2023",
        "belum pernah",
    ),
    (
        "",
        "Nota Kesepakatan",
        "Layanan kependudukan di kampus",
        "Universitas Taman Ilmu",
        "Perguruan tinggi",
        "Kamis (19/10/23)",
        "",
        "Sampai dengan Tahun 2027",
        "Disdukcapil",
        "",
        "",
    ),
    (
        "",
        "Kesepakatan Bersama",
        "Permohonan pembukaan kelas khusus",
        "Sekolah Tinggi Cahaya",
        "Perguruan tinggi",
        "",
        "",
        "terlampir",
        "Dinas Pendidikan",
        "",
        "",
    ),
    (
        "12/KB/2020",
        "Kesepakatan Bersama",
        "Bantuan penyuluhan",
        "Perkumpulan Sahabat Kota",
        "Ormas",
        "1 Juni 2020",
        "1 Juni 2019",
        "",
        "",
        "1/2/2022",
        "",
    ),
    (
        "07/PKS/III/2021",
        "PKS",
        "Pengelolaan parkir",
        "PT Parkir Rapi Sejahtera",
        "Perusahaan swasta",
        "15 Maret 2021",
        "15 Maret 2026",
        "",
        "Dinas Perhubungan",
        "",
        "",
    ),
)


def bawa_daftar(staf: Pengguna) -> None:
    """The same every time."""
    unggah_impor.bawa_masuk("daftar-pks-lama.csv", _csv(JUDUL, BARIS), oleh=staf)
    asing = ("Perihal kerja", "Dengan siapa", "Sejak", "Catatan")
    baris = [
        (f"Pemeliharaan taman {n}", f"CV Taman {n}", f"1 Mei 202{n}", "arsip") for n in range(1, 4)
    ]
    unggah_impor.unggah("catatan-kecamatan.csv", _csv(asing, baris), oleh=staf)


def _csv(judul: Sequence[str], baris: Sequence[Sequence[str]]) -> bytes:
    keluaran = io.StringIO()
    csv.writer(keluaran).writerows([judul, *baris])
    return keluaran.getvalue().encode()
