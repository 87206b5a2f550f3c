"""Figures as people write them: `1.250.000`, `Rp1,5 M`, `11,9 %`. Pure: no Django.

What can be read in two ways is refused with a sentence, never guessed.
"""

from __future__ import annotations

import re
from decimal import Decimal

# Amounts are whole rupiah below one quadrillion: exact as integers in every database.
RUPIAH_TERBESAR = 10**15
_RIBUAN = re.compile(r"[1-9]\d{0,2}(\.\d{3})+", re.ASCII)
_POLOS = re.compile(r"\d{1,20}(\.\d{1,10})?", re.ASCII)
_PANJANG = re.compile(r"\d{21,}(\.\d*)?", re.ASCII)
_BERSATUAN = re.compile(r"(?P<angka>[\d.,]+)(?P<satuan>[a-z]*)", re.ASCII)
_SATUAN = {
    "": 1,
    "rb": 10**3,
    "ribu": 10**3,
    "jt": 10**6,
    "juta": 10**6,
    "m": 10**9,
    "miliar": 10**9,
    "milyar": 10**9,
    "t": 10**12,
    "triliun": 10**12,
    "trilyun": 10**12,
}


class AngkaSalahError(ValueError):
    """No figure, or one that can be read in two ways; the message says what to write."""


def baca_angka(teks: str) -> Decimal:
    """`1.250.000,5`, `12,5` and `12.5`; nought and above. Raises AngkaSalahError."""
    rapat = _rapat(teks)
    if rapat.startswith("-"):
        raise AngkaSalahError("Angka tidak boleh kurang dari nol.")
    bulat, koma, pecahan = rapat.partition(",")
    if _RIBUAN.fullmatch(bulat):
        bulat = bulat.replace(".", "")
    elif koma and "." in bulat:
        bulat = "?"
    polos = f"{bulat}.{pecahan}" if koma else bulat
    if _PANJANG.fullmatch(polos):
        raise AngkaSalahError("Angka terlalu besar. Periksa kembali banyaknya nol.")
    if not _POLOS.fullmatch(polos):
        raise AngkaSalahError("Tulis angka saja, misalnya 1.250 atau 12,5.")
    return Decimal(polos)


def baca_persen(teks: str) -> Decimal:
    """`11,9` or `11,9 %`, with at most two decimals, below 1.000. Raises AngkaSalahError."""
    persen = baca_angka(_rapat(teks).removesuffix("%"))
    if persen >= 1000:
        raise AngkaSalahError("Tulis persen antara 0 dan 999.")
    if persen != round(persen, 2):
        raise AngkaSalahError("Paling banyak dua angka di belakang koma.")
    return persen


def baca_rupiah(teks: str) -> int:
    """Whole rupiah above nought: `1.000.000,00`, `Rp 250 juta`, `1,5 M`. Raises AngkaSalahError."""
    rapat = re.sub(r"^(rp|idr)\.?", "", _rapat(teks).casefold())
    rapat = re.sub(r"(,-+|\.-+)$", "", rapat)
    if rapat.startswith(("-", "(")):
        raise AngkaSalahError("Jumlah rupiah harus lebih dari nol.")
    cocok = _BERSATUAN.fullmatch(rapat)
    if cocok is None or cocok["satuan"] not in _SATUAN:
        raise AngkaSalahError("Tulis jumlahnya, misalnya 1.500.000 atau 1,5 miliar.")
    rupiah = _angka_rupiah(cocok["angka"], satuan=cocok["satuan"]) * _SATUAN[cocok["satuan"]]
    if rupiah != int(rupiah):
        raise AngkaSalahError("Tulis dalam rupiah penuh, tanpa sen.")
    if rupiah == 0:
        raise AngkaSalahError("Jumlah rupiah harus lebih dari nol.")
    if rupiah >= RUPIAH_TERBESAR:
        raise AngkaSalahError("Jumlah terlalu besar. Periksa kembali banyaknya nol.")
    return int(rupiah)


def _angka_rupiah(teks: str, *, satuan: str) -> Decimal:
    """The figure before the unit; without a unit a fraction is sen, two digits after a comma."""
    bulat, koma, sen = teks.partition(",")
    if not satuan and ((koma and len(sen) != 2) or ("." in bulat and not _RIBUAN.fullmatch(bulat))):
        raise AngkaSalahError(
            "Tulis dengan titik sebagai pemisah ribuan, misalnya 1.500.000, "
            "atau dengan satuan, misalnya 1,5 miliar."
        )
    return baca_angka(teks)


def _rapat(teks: str) -> str:
    return re.sub(r"\s", "", teks)
