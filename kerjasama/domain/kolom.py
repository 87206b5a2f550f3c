"""The columns of a list: what headings mean, and what a column is called on a page."""

from __future__ import annotations

import re

# Canonical column -> how headings name it, folded to letters and digits. The first fits first.
SINONIM = {
    "no": ("no", "nourut", "nomorurut"),
    "nomor_pemda": (
        "nomorpemda",
        "nomorpks",
        "nomornaskah",
        "nomorpemerintahdaerah",
        "nomorpihakkesatu",
        "nomorpihakpertama",
        "nomorkb",
        "nomor",
        "nomorkesepakatan",
        "nomorperjanjian",
        "nomormou",
        "nomorkerjasama",
    ),
    "nomor_mitra": ("nomormitra", "nomorpihakkedua", "nomorpihakketiga", "nomorpihaklain"),
    "jenis": ("jenis", "jenisnaskah", "jenisdokumen", "bentuknaskah", "bentukkerjasama"),
    "judul": (
        "judul",
        "tentang",
        "judulnaskah",
        "judulkerjasama",
        "judulperjanjian",
        "perihal",
        "namakerjasama",
    ),
    "mitra": ("mitra", "namamitra", "pihakkedua", "parapihak", "mitrakerjasama", "pihakketiga"),
    "jenis_mitra": ("jenismitra", "kategorimitra"),
    "tanggal_tanda_tangan": (
        "tanggaltandatangan",
        "tanggalttd",
        "tglttd",
        "tgltandatangan",
        "tanggalpenandatanganan",
        "tanggalmulai",
        "tglmulai",
        "tanggalnaskah",
        "tanggal",
    ),
    "tanggal_berakhir": (
        "tanggalberakhir",
        "tglberakhir",
        "tanggalakhir",
        "tanggalselesai",
        "berakhir",
        "masaberlaku",
    ),
    "jangka_waktu": ("jangkawaktu", "durasi", "lamakerjasama", "jangkawaktukerjasama"),
    "perangkat_daerah": (
        "perangkatdaerah",
        "opd",
        "skpd",
        "pd",
        "pemrakarsa",
        "perangkatdaerahpemrakarsa",
        "opdpemrakarsa",
    ),
}
WAJIB = ("judul", "mitra")
LABEL = {
    "nomor_pemda": "Nomor pemerintah daerah",
    "nomor_mitra": "Nomor mitra",
    "jenis": "Jenis naskah",
    "judul": "Tentang",
    "mitra": "Mitra",
    "jenis_mitra": "Jenis mitra",
    "tanggal_tanda_tangan": "Tanggal penandatanganan",
    "tanggal_berakhir": "Tanggal berakhir",
    "jangka_waktu": "Jangka waktu",
    "perangkat_daerah": "Perangkat Daerah",
}


def petakan(judul: list[str]) -> list[str]:
    """The canonical name of each heading; unknown ones keep their own, each a different one."""
    hasil: list[str] = []
    for posisi, teks in enumerate(judul, start=1):
        rapat = re.sub(r"[^a-z0-9]", "", teks.lower())
        kanon = next((k for k, s in SINONIM.items() if rapat in s and k not in hasil), "")
        nama = kanon or " ".join(teks.split()) or f"kolom {huruf_kolom(posisi)}"
        hasil.append(nama if nama not in hasil else f"{nama} ({huruf_kolom(posisi)})")
    return hasil


def huruf_kolom(nomor: int) -> str:
    """The letters a spreadsheet shows above a column: 28 is `AB`."""
    huruf = ""
    while nomor > 0:
        nomor, sisa = divmod(nomor - 1, 26)
        huruf = chr(65 + sisa) + huruf
    return huruf
