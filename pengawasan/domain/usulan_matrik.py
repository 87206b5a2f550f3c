"""Why a row is proposed for the matrix."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from inti.formats import ribuan, rupiah

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from decimal import Decimal

SERATUS = 100


def sebab_butir(persen: Iterable[Decimal | None], *, tunggakan: int, jatuh_tempo: int) -> str:
    """Why an item of the ledger is not fulfilled; empty when nothing says so.

    `persen` is what each side states, `jatuh_tempo` how many of its turns have fallen due.
    """
    dinyatakan = [p for p in persen if p is not None]
    if tunggakan:
        return f"Tunggakan {rupiah(tunggakan)}."
    if dinyatakan and min(dinyatakan) < SERATUS:
        return f"Paling rendah dinyatakan terpenuhi {ribuan(min(dinyatakan))} %."
    if not dinyatakan and jatuh_tempo:
        return "Sudah jatuh tempo dan belum dinyatakan pemenuhannya."
    return ""


@dataclass(frozen=True)
class Lanjutan:
    """A row of an earlier matrix: what it continues, and whether its follow-up is still open."""

    baris: int
    asal: int | None
    terbuka: bool


def perlu_dilanjutkan(riwayat: Collection[Lanjutan], dipakai: Collection[int]) -> list[int]:
    """The rows to carry over: open ones, unless a later row that is open itself goes on from it.

    `dipakai` are the rows that the matrix at hand goes on from already.
    """
    diteruskan = {r.asal for r in riwayat if r.terbuka} | set(dipakai)
    return [r.baris for r in riwayat if r.terbuka and r.baris not in diteruskan]
