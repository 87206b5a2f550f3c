"""What an action on many naskah would change, row by row."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from inti.models import Pengguna
from kerjasama.enums import JenisTindakanMassal as Jenis
from kerjasama.enums import PeranPD, Tanda
from kerjasama.models import NaskahPerangkatDaerah, PerangkatDaerah

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kerjasama.models import Naskah

BATAS_MASSAL = 500
TANPA = "–"


@dataclass(frozen=True)
class BarisMassal:
    """One naskah with what stands there and what would, as written and in words."""

    naskah: Naskah
    dari: Any
    sebutan_dari: str
    sebutan_ke: str


@dataclass(frozen=True)
class Pratinjau:
    """The rows that would change, and how many stand so already."""

    berubah: list[BarisMassal]
    sudah: int


def pratinjau(jenis: Jenis, nilai: Any, naskah: Iterable[Naskah]) -> Pratinjau:
    """In a constant number of queries; nothing is written."""
    semua = list(naskah)
    dari = _nilai_sekarang(jenis, semua)
    ke = {
        n.pk: pemrakarsa_baru(dari[n.pk], nilai) if jenis == Jenis.PERANGKAT_DAERAH else nilai
        for n in semua
    }
    sebut = _penyebut(jenis, [*dari.values(), *ke.values()])
    berubah = [
        BarisMassal(n, dari[n.pk], sebut(dari[n.pk]), sebut(ke[n.pk]))
        for n in semua
        if dari[n.pk] != ke[n.pk]
    ]
    return Pratinjau(berubah, sudah=len(semua) - len(berubah))


def unit_naskah(kunci: Sequence[int]) -> dict[int, list[list[Any]]]:
    """The units of each naskah with their part in it, in one order."""
    hasil: dict[int, list[list[Any]]] = defaultdict(list)
    semua = NaskahPerangkatDaerah.objects.filter(naskah__in=kunci)
    for pk, unit, peran in semua.order_by("perangkat_daerah").values_list(
        "naskah", "perangkat_daerah", "peran"
    ):
        hasil[pk].append([unit, peran])
    return hasil


def pemrakarsa_baru(unit: Iterable[Sequence[Any]], pemrakarsa: int) -> list[list[Any]]:
    """The units with this one as the only pemrakarsa; those that take part stay."""
    terkait = [[u, p] for u, p in unit if p != PeranPD.PEMRAKARSA and u != pemrakarsa]
    return sorted([*terkait, [pemrakarsa, PeranPD.PEMRAKARSA.value]])


def _nilai_sekarang(jenis: Jenis, naskah: Sequence[Naskah]) -> dict[int, Any]:
    if jenis == Jenis.PENANGGUNG_JAWAB:
        return {n.pk: n.penanggung_jawab_id for n in naskah}
    if jenis == Jenis.TANDA:
        return {n.pk: n.tanda for n in naskah}
    unit = unit_naskah([n.pk for n in naskah])
    return {n.pk: unit.get(n.pk, []) for n in naskah}


def _penyebut(jenis: Jenis, nilai: Iterable[Any]) -> Any:
    """Turns a value into words; names are asked for once."""
    if jenis == Jenis.TANDA:
        return lambda satu: Tanda(satu).label if satu else TANPA
    if jenis == Jenis.PENANGGUNG_JAWAB:
        orang = Pengguna.objects.in_bulk({n for n in nilai if n})
        return lambda satu: str(orang.get(satu, TANPA))
    unit = PerangkatDaerah.objects.in_bulk({u for satu in nilai for u, _ in satu})
    return lambda satu: (
        "; ".join(f"{unit[u]} ({PeranPD(p).label})" for u, p in satu if u in unit) or TANPA
    )
