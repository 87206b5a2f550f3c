"""Which units of the register a cell of a list names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kerjasama.domain.baca_pihak import pisah
from kerjasama.domain.kunci import lipat
from kerjasama.domain.pisah_pihak import SAMBUNG

# How a name is spelled does not tell units apart: commas, `dan`, `perlindungan`.
EJAAN = (
    (re.compile(r"[.,/&()]|\b(?:dan|serta)\b"), " "),
    (re.compile("perlindungan"), "pelindungan"),
)
# More pieces than any name has: `A, B, C, dan D` is four.
BAGIAN_NAMA = 12


class Unit(NamedTuple):
    """A unit as the register knows it; `lain` are former names and what lists call it."""

    pk: int
    nama: str
    singkatan: str
    lain: tuple[str, ...] = ()


class UnitTerbaca(NamedTuple):
    """The units found, in the order of the cell; how they were read, and what was not found."""

    unit: list[Unit]
    catatan: list[str]
    asing: list[str]


def baca_unit(teks: str, kamus: Mapping[str, Unit], daerah: str) -> UnitTerbaca:
    """Match by name or abbreviation; a name may be followed by that of the own region.

    `Dinas Perhubungan Kota Samarinda` is no unit of another city.
    """
    hasil = UnitTerbaca([], [], [])
    wilayah = lipat_nama(daerah)
    for bagian in pisah(teks):
        for satu, unit in _urai(bagian, kamus, wilayah):
            if unit is None:
                hasil.asing.append(satu[:200])
            elif unit not in hasil.unit:
                hasil.unit.append(unit)
                if lipat(satu) != lipat(unit.nama):
                    hasil.catatan.append(f"“{satu[:120]}” dibaca {unit.nama}.")
    return hasil


def kamus_unit(daftar: Sequence[Unit]) -> dict[str, Unit]:
    """By folded name, made once for a list of cells.

    A present name goes before an abbreviation, that before other names; twins are nobody's.
    """
    hasil: dict[str, Unit] = {}
    for tingkat in ((lambda u: (u.nama,)), (lambda u: (u.singkatan,)), (lambda u: u.lain)):
        baru: dict[str, set[Unit]] = {}
        for unit in daftar:
            for nama in tingkat(unit):
                baru.setdefault(lipat_nama(nama), set()).add(unit)
        for kunci, milik in baru.items():
            if kunci and kunci not in hasil and len(milik) == 1:
                hasil[kunci] = milik.pop()
    return hasil


def _urai(teks: str, kamus: Mapping[str, Unit], wilayah: str) -> list[tuple[str, Unit | None]]:
    """The cell as one unit, else as several: always the longest name that is known."""
    potong = [(0, 0), *(c.span() for c in SAMBUNG.finditer(teks)), (len(teks), len(teks))]
    hasil: list[tuple[str, Unit | None]] = []
    posisi = lepas = 0
    while posisi < len(potong) - 1:
        awal = potong[posisi][1]
        akhir, unit = _terpanjang(teks, awal, potong[posisi + 1 :], kamus, wilayah)
        if unit is None:
            posisi += 1
            continue
        if sisa := teks[potong[lepas][1] : potong[posisi][0]].strip(" ,"):
            hasil.append((sisa, None))
        hasil.append((teks[awal : potong[posisi + akhir][0]].strip(" ,"), unit))
        posisi = lepas = posisi + akhir
    if sisa := teks[potong[lepas][1] :].strip(" ,"):
        hasil.append((sisa, None))
    return hasil


def _terpanjang(
    teks: str, awal: int, potong: Sequence[tuple[int, int]], kamus: Mapping[str, Unit], wilayah: str
) -> tuple[int, Unit | None]:
    """How many pieces from there make a known name, and which."""
    for banyak in range(min(len(potong), BAGIAN_NAMA), 0, -1):
        rapi = lipat_nama(teks[awal : potong[banyak - 1][0]])
        polos = rapi.removesuffix(wilayah).strip() if wilayah else rapi
        if unit := kamus.get(rapi) or kamus.get(polos):
            return banyak, unit
    return 0, None


def lipat_nama(teks: str) -> str:
    rapi = lipat(teks)
    for pola, ganti in EJAAN:
        rapi = pola.sub(ganti, rapi)
    return " ".join(rapi.split())
