"""Reading a sheet (CSV or XLSX) into rows of text: bounded, and never trusting what it holds."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple, NoReturn

from inti.putusan import AturanDilanggar
from inti.teks import rapikan
from inti.unggahan import DOCX, JPEG, PDF, PNG, SEBUTAN, XLSX, tipe_isi
from kerjasama.domain.kolom import WAJIB, huruf_kolom, petakan
from kerjasama.domain.peringatan import Peringatan
from kerjasama.services.lembar_batas import (
    BARIS_TERBANYAK,
    SEL_TERPANJANG,
    UKURAN_TERBESAR,
    Isi,
    periksa_ukuran,
)
from kerjasama.services.lembar_csv import baca_csv
from kerjasama.services.lembar_xlsx import baca_xlsx

AKHIRAN_TEKS = (".csv", ".txt", ".tsv")
XLS_LAMA = b"\xd0\xcf\x11\xe0"
TANDA_TEKS = re.compile(r"^'(?=[=+\-@|%＝＋－＠])")
JUDUL_TERPANJANG = 100
# How far down the headings may stand, below a title.
CARI_JUDUL = 15


class BarisLembar(NamedTuple):
    """One row: its number in the file, text by canonical or own heading, remarks per cell."""

    nomor: int
    isi: dict[str, str]
    catatan: list[Peringatan]


@dataclass
class Lembar:
    """Headings as they stand, rows, and remarks about the file."""

    judul_kolom: list[str]
    baris: list[BarisLembar]
    peringatan: list[str] = field(default_factory=list)


def baca_lembar(nama: str, isi: bytes) -> Lembar:
    """The first sheet of the file. Raises AturanDilanggar saying what to do, row and column."""
    if not isi.strip():
        _tolak("Berkas kosong. Pilih berkas CSV atau XLSX yang berisi daftar.")
    if len(isi) > UKURAN_TERBESAR:
        _tolak("Berkas terlalu besar; paling besar 25 MB. Bagi daftar menjadi beberapa berkas.")
    _periksa_jenis(nama, isi)
    if isi.startswith(b"PK"):
        return _susun(baca_xlsx(isi))
    return _susun(baca_csv(nama, isi, _berjudul))


def _tolak(pesan: str) -> NoReturn:
    raise AturanDilanggar(pesan)


def _periksa_jenis(nama: str, isi: bytes) -> None:
    """The content must be a sheet, and what the name says."""
    tipe = tipe_isi(isi)
    akhiran = "".join(nama.lower().rpartition(".")[1:])
    if isi.startswith(XLS_LAMA):
        _tolak(
            f"“{nama}” adalah Excel lama (.xls) atau terkunci kata sandi. "
            "Simpan sebagai XLSX tanpa kata sandi, lalu unggah lagi."
        )
    if tipe in {PDF, JPEG, PNG, DOCX}:
        _tolak(f"Isi “{nama}” adalah {SEBUTAN[tipe]}, bukan CSV atau XLSX. Pilih berkas daftarnya.")
    if isi.startswith(b"PK") and tipe != XLSX:
        _tolak(f"Isi “{nama}” bukan lembar kerja XLSX yang sah. Simpan ulang sebagai XLSX.")
    if tipe == XLSX and akhiran != ".xlsx":
        _tolak(f"Isi “{nama}” adalah XLSX, tidak sesuai dengan namanya. Ganti akhirannya .xlsx.")
    if tipe != XLSX and akhiran not in AKHIRAN_TEKS:
        _tolak(
            f"Isi “{nama}” adalah teks, tidak sesuai dengan namanya. "
            "Simpan daftar sebagai CSV atau XLSX, lalu unggah lagi."
        )


def _susun(isi: Isi) -> Lembar:
    """Map the headings, bound the cells, note what was cut or looks like a formula."""
    terisi = [n for n, b in enumerate(isi.baris, start=1) if _lebar(b)]
    if not terisi:
        _tolak("Lembar tidak berisi data. Isi daftar di bawah baris judul kolom.")
    periksa_ukuran(terisi[-1], max(_lebar(isi.baris[n - 1]) for n in terisi))
    kepala = next((n for n in terisi[:CARI_JUDUL] if _berjudul(isi.baris[n - 1])), 0)
    if not kepala:
        _tanpa_judul(terisi[0], isi.baris[terisi[0] - 1])
    judul = [_bersih(j)[:JUDUL_TERPANJANG] for j in isi.baris[kepala - 1]]
    nama = petakan(judul)
    baris = [_baris(n, nama, isi) for n in terisi if n > kepala]
    if not baris:
        _tolak("Daftar hanya berisi judul kolom. Isi sedikitnya satu baris.")
    if len(baris) > BARIS_TERBANYAK:
        _tolak(f"Daftar memuat {len(baris)} baris; paling banyak {BARIS_TERBANYAK}.")
    return Lembar(judul, baris, isi.peringatan)


def _lebar(sel: list[str]) -> int:
    """The last column that holds something."""
    return max((i for i, s in enumerate(sel, start=1) if s.strip()), default=0)


def _tanpa_judul(nomor: int, sel: list[str]) -> NoReturn:
    nama = petakan(sel)
    kurang = [k for k in WAJIB if k not in nama]
    ada = ", ".join(f"“{_bersih(s)[:30]}”" for s in sel[:6] if s.strip())
    _tolak(
        f"Baris {nomor}: judul kolom {' dan '.join(kurang)} tidak ditemukan (yang ada: {ada}). "
        "Beri baris judul kolom, misalnya nomor_pemda, judul, mitra."
    )


def _baris(nomor: int, nama: list[str], isi: Isi) -> BarisLembar:
    hasil = BarisLembar(nomor, {}, [])
    sel = isi.baris[nomor - 1]
    for posisi, mentah in enumerate(sel[: max(len(nama), _lebar(sel))], start=1):
        berjudul = posisi <= len(nama)
        kolom = nama[posisi - 1] if berjudul else f"kolom {huruf_kolom(posisi)}"
        teks = _bersih(mentah)
        hasil.isi[kolom] = teks[:SEL_TERPANJANG]
        hasil.catatan.extend(
            Peringatan(kolom, pesan, ragu=True)
            for pesan in _catatan_sel(teks, isi.catatan.get((nomor, posisi)), berjudul=berjudul)
        )
    return hasil


def _catatan_sel(teks: str, pesan: str | None, *, berjudul: bool) -> list[str]:
    catatan = [pesan] if pesan else []
    if len(teks) > SEL_TERPANJANG:
        catatan.append(f"Isi dipotong pada {SEL_TERPANJANG} huruf (semula {len(teks)}).")
    if teks and not berjudul:
        catatan.append("Isi di luar judul kolom; mungkin ada pemisah di dalam sel tanpa kutip.")
    return catatan


def _bersih(teks: str) -> str:
    """As plain text, without the mark by which our own reports keep text from being a formula."""
    rapi = teks if teks.isascii() and teks.isprintable() else rapikan(teks)
    return TANDA_TEKS.sub("", rapi.strip())


def _berjudul(sel: list[str]) -> bool:
    return set(WAJIB) <= set(petakan(sel))
