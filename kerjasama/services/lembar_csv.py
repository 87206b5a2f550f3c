"""Reading a CSV of any usual encoding and delimiter."""

from __future__ import annotations

import codecs
import csv
import io
from typing import TYPE_CHECKING

from inti.putusan import AturanDilanggar
from kerjasama.services.lembar_batas import Isi

if TYPE_CHECKING:
    from collections.abc import Callable

PEMISAH = (",", ";", "\t")
CONTOH = 15
AWAL_RUMUS = ("=", "+", "@")
# Longer than any cell that is kept; beyond it, a quotation mark was left open.
csv.field_size_limit(1024 * 1024)


def baca_csv(nama: str, isi: bytes, berjudul: Callable[[list[str]], bool]) -> Isi:
    """The rows as text; `berjudul` knows a row of headings, by which the delimiter is found."""
    teks, catatan = _teks(nama, isi)
    sumber = io.StringIO(teks, newline="")
    pembaca = csv.reader(sumber, delimiter=_pemisah(teks, berjudul), strict=True)
    hasil = Isi([], peringatan=catatan)
    try:
        hasil.baris.extend(pembaca)
    except csv.Error as error:
        raise AturanDilanggar(
            f"Baris {len(hasil.baris) + 1}: tanda kutip tidak berpasangan. "
            "Perbaiki baris itu, lalu unggah lagi."
        ) from error
    for nomor, satu in enumerate(hasil.baris, start=1):
        for kolom, sel in enumerate(satu, start=1):
            if sel.strip().startswith(AWAL_RUMUS):
                hasil.catat(nomor, kolom, "Sel ini berawalan rumus; disimpan sebagai teks.")
    return hasil


def _teks(nama: str, isi: bytes) -> tuple[str, list[str]]:
    if isi.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return isi.decode("utf-16", errors="replace"), []
    if b"\x00" in isi:
        raise AturanDilanggar(
            f"Isi “{nama}” bukan teks. Simpan daftar sebagai CSV atau XLSX, lalu unggah lagi."
        )
    try:
        return isi.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        kata = "Berkas bukan UTF-8; dibaca sebagai Windows-1252. Periksa huruf yang tidak lazim."
        return isi.decode("cp1252", errors="replace"), [kata]


def _pemisah(teks: str, berjudul: Callable[[list[str]], bool]) -> str:
    contoh = teks[:50_000].splitlines()[:CONTOH]
    urut = sorted(PEMISAH, key=lambda p: -sum(baris.count(p) for baris in contoh))
    for pemisah in urut:
        if any(berjudul(baris) for baris in csv.reader(contoh, delimiter=pemisah)):
            return pemisah
    return urut[0]
