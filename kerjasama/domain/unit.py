"""Which units of the register a cell of a list names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kerjasama.domain.baca_pihak import pisah
from kerjasama.domain.kunci import lipat


class Unit(NamedTuple):
    """A unit as the register knows it."""

    pk: int
    nama: str
    singkatan: str


class UnitTerbaca(NamedTuple):
    """The units found, in the order of the cell, and what was read or not found."""

    unit: list[Unit]
    catatan: list[str]


def baca_unit(teks: str, daftar: Sequence[Unit], daerah: str) -> UnitTerbaca:
    """Match by name or abbreviation; a name may be followed by that of the own region.

    `Dinas Perhubungan Kota Samarinda` is no unit of another city.
    """
    hasil = UnitTerbaca([], [])
    for satu in pisah(teks):
        if (unit := _cari(lipat(satu), daftar, lipat(daerah))) is None:
            kata = f"“{satu[:120]}” tidak ada pada daftar Perangkat Daerah; tidak dipasangkan."
            hasil.catatan.append(kata)
        elif unit not in hasil.unit:
            hasil.unit.append(unit)
            if lipat(satu) != lipat(unit.nama):
                hasil.catatan.append(f"“{satu[:120]}” dibaca {unit.nama}.")
    return hasil


def _cari(rapi: str, daftar: Sequence[Unit], daerah: str) -> Unit | None:
    polos = rapi.removesuffix(daerah).strip() if daerah else rapi
    for unit in daftar:
        nama = {lipat(unit.nama), lipat(unit.singkatan)} - {""}
        if rapi in nama or polos in nama:
            return unit
    return None
