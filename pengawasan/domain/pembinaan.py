"""Pembinaan: of which day it may be noted, and how many came of which unit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from inti.putusan import BOLEH, Putusan, tolak
from pengawasan.enums import JenisPembinaan

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

PESERTA_TERBANYAK = 500
UNIT_TERBANYAK = 100
BERKAS_TERBANYAK = 30
TANPA_UNIT = "Sebutkan sekurangnya satu perangkat daerah (Pasal 5 ayat (2))."
UNIT_KURANG = "Jumlah peserta perangkat daerah ini lebih kecil daripada nama-namanya."


def periksa_ubah(*, dibatalkan: bool) -> Putusan:
    """Whether an entry may still be changed: not once it was cancelled."""
    if dibatalkan:
        return tolak("Pembinaan ini sudah dibatalkan; isinya tidak dapat diubah lagi.")
    return BOLEH


def periksa_tanggal(mulai: date, selesai: date, *, hari_ini: date) -> Putusan:
    """Whether pembinaan from `mulai` through `selesai` is something that was done already."""
    if mulai > hari_ini:
        return tolak(
            "Pembinaan dicatat setelah dilaksanakan: tanggalnya tidak boleh di masa depan."
        )
    if selesai < mulai:
        return tolak("Tanggal selesai tidak boleh sebelum tanggal mulai.")
    if selesai > hari_ini:
        return tolak("Tanggal selesai tidak boleh di masa depan.")
    return BOLEH


@dataclass(frozen=True)
class Kehadiran:
    """How many came: of each unit, by its key, and altogether."""

    per_unit: Mapping[int, int]
    seluruhnya: int


def hitung_kehadiran(
    bernama: Mapping[int | None, int], disebut: Mapping[int, int | None], seluruhnya: int | None
) -> Kehadiran:
    """What was stated, and for what was left open the number of names.

    `bernama` counts the names per unit, None for those of no unit of the government; `disebut`
    are the units that took part with the number stated for them. A unit of which somebody is
    named took part, whether it was listed or not.
    """
    unit = [*disebut, *(u for u in bernama if u is not None and u not in disebut)]
    per_unit = {
        u: bernama.get(u, 0) if (tersebut := disebut.get(u)) is None else tersebut for u in unit
    }
    jumlah = sum(per_unit.values()) + bernama.get(None, 0)
    return Kehadiran(per_unit, jumlah if seluruhnya is None else seluruhnya)


def unit_kurang(kehadiran: Kehadiran, bernama: Mapping[int | None, int]) -> list[int]:
    """The units for which fewer people are stated than are named."""
    return [unit for unit, n in kehadiran.per_unit.items() if n < bernama.get(unit, 0)]


def periksa_kehadiran(
    kehadiran: Kehadiran, bernama: Mapping[int | None, int], *, jenis: str
) -> Putusan:
    """Whether the numbers can be: none smaller than the names or than its parts.

    Guidelines may be handed over to a unit without anybody coming; everything else has people.
    """
    if not kehadiran.per_unit:
        return tolak(TANPA_UNIT)
    if sum(bernama.values()) > PESERTA_TERBANYAK:
        return tolak(f"Paling banyak {PESERTA_TERBANYAK} nama; selebihnya cukup jumlahnya.")
    if unit_kurang(kehadiran, bernama):
        return tolak(UNIT_KURANG)
    sedikitnya = sum(kehadiran.per_unit.values()) + bernama.get(None, 0)
    if kehadiran.seluruhnya < sedikitnya:
        return tolak(
            f"Jumlah peserta seluruhnya paling sedikit {sedikitnya}, "
            "yaitu jumlah nama dan jumlah per perangkat daerah."
        )
    if not kehadiran.seluruhnya and jenis != JenisPembinaan.PEDOMAN:
        return tolak("Isi jumlah peserta atau nama-namanya.")
    return BOLEH
