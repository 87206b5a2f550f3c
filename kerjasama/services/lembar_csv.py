"""Reading a CSV of any usual encoding and delimiter."""

from __future__ import annotations

import codecs
import csv
from itertools import islice
from typing import TYPE_CHECKING

from inti.putusan import AturanDilanggar
from kerjasama.services.lembar_batas import Isi

if TYPE_CHECKING:
    from collections.abc import Callable

PEMISAH = (",", ";", "\t", "|")
CONTOH = 15
AWAL_RUMUS = ("=", "+", "@")
# Rows whose quotation marks are read as they stand; a file with more is damaged.
KUTIP_RUSAK_TERBANYAK = 100
KUTIP = "Tanda kutip tidak berpasangan; baris ini dibaca apa adanya."
UTF_16 = {0: "utf-16-be", 1: "utf-16-le"}
# Longer than any cell that is kept; beyond it, a quotation mark was left open.
csv.field_size_limit(1024 * 1024)


def baca_csv(nama: str, isi: bytes, nilai: Callable[[list[str]], int]) -> Isi:
    """The rows as text; `nilai` counts known headings, by which the delimiter is found."""
    teks, catatan = _teks(nama, isi)
    hasil = Isi([], peringatan=catatan)
    _baca(teks.splitlines(keepends=True), _pemisah(teks, nilai), hasil)
    for nomor, satu in enumerate(hasil.baris, start=1):
        for kolom, sel in enumerate(satu, start=1):
            if sel.strip().startswith(AWAL_RUMUS):
                hasil.catat(nomor, kolom, "Sel ini berawalan rumus; disimpan sebagai teks.")
    return hasil


def _baca(garis: list[str], pemisah: str, hasil: Isi) -> None:
    """Row after row; one whose quotes do not pair is read as it stands, and told."""
    mulai, rusak = 0, 0
    while mulai < len(garis):
        pembaca = csv.reader(islice(garis, mulai, None), delimiter=pemisah, strict=True)
        usai = 0
        try:
            for satu in pembaca:
                hasil.baris.append(satu)
                usai = pembaca.line_num
        except csv.Error as error:
            rusak += 1
            mulai += usai
            if rusak > KUTIP_RUSAK_TERBANYAK:
                raise AturanDilanggar(
                    f"Baris {len(hasil.baris) + 1}: tanda kutip tidak berpasangan. "
                    "Perbaiki baris itu, lalu unggah lagi."
                ) from error
            hasil.baris.append(_apa_adanya(garis[mulai], pemisah))
            hasil.catat(len(hasil.baris), 1, KUTIP)
            mulai += 1
        else:
            return


def _apa_adanya(garis: str, pemisah: str) -> list[str]:
    return [sel.strip().strip('"') for sel in garis.rstrip("\r\n").split(pemisah)]


def _teks(nama: str, isi: bytes) -> tuple[str, list[str]]:
    if isi.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return isi.decode("utf-32", errors="replace"), []
    if isi.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return isi.decode("utf-16", errors="replace"), []
    if sandi := _utf16_polos(isi):
        return isi.decode(sandi, errors="replace"), []
    if b"\x00" in isi:
        raise AturanDilanggar(
            f"Isi “{nama}” bukan teks. Simpan daftar sebagai CSV atau XLSX, lalu unggah lagi."
        )
    try:
        return isi.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        kata = "Berkas bukan UTF-8; dibaca sebagai Windows-1252. Periksa huruf yang tidak lazim."
        return isi.decode("cp1252", errors="replace"), [kata]


def _utf16_polos(isi: bytes) -> str:
    """UTF-16 without its mark: of every pair, one byte is almost always empty."""
    contoh = isi[:4_000]
    for sisi, sandi in UTF_16.items():
        kosong, huruf = contoh[sisi::2], contoh[1 - sisi :: 2]
        if len(huruf) > 3 and kosong.count(0) > 0.9 * len(kosong) and 0 not in huruf:
            return sandi
    return ""


def _pemisah(teks: str, nilai: Callable[[list[str]], int]) -> str:
    """The delimiter by which a line knows most headings; else the most frequent one."""
    contoh = teks[:50_000].splitlines()[:CONTOH]

    def urutan(pemisah: str) -> tuple[int, int]:
        dikenal = max((nilai(b) for b in csv.reader(contoh, delimiter=pemisah)), default=0)
        return dikenal if dikenal > 1 else 0, sum(baris.count(pemisah) for baris in contoh)

    return max(PEMISAH, key=urutan)
