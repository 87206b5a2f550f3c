"""What a mitra's report says of the items of its naskah, as the ledger takes it in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from inti.formats import rupiah
from kerjasama.domain.kunci import kunci_nama
from kerjasama.domain.pemenuhan import SERATUS

if TYPE_CHECKING:
    from collections.abc import Sequence

PERSEN_TERBESAR = Decimal("999.99")


@dataclass(frozen=True)
class BarisKewajiban:
    """One item in a report: `berkas` are keys of the files it names as evidence."""

    butir: int
    persen: Decimal | None = None
    realisasi: str = ""
    bukti: str = ""
    berkas: tuple[int, ...] = ()


@dataclass(frozen=True)
class BarisUang:
    """One setoran in a report, in the mitra's own words."""

    uraian: str
    jatuh_tempo: date
    dibayar: int
    tunggakan: int


@dataclass(frozen=True)
class DariLaporan:
    """One round of a report; `kunci` names it, so that it is taken in once."""

    kunci: str
    sumber: str
    tanggal: date
    kewajiban: tuple[BarisKewajiban, ...] = ()
    uang: tuple[BarisUang, ...] = ()


@dataclass(frozen=True)
class Jatuh:
    """One due row of the ledger."""

    butir: int
    ke: int
    jatuh_tempo: date
    uraian: str


def padankan(
    uang: Sequence[BarisUang], jatuh: Sequence[Jatuh]
) -> tuple[list[tuple[BarisUang, Jatuh]], list[BarisUang]]:
    """Each row of a report with the due row it speaks of, and the rows that fit none.

    The due date must be the same; where several rows share it, the wording decides. What could be
    two is taken for none.
    """
    sisa, pasangan, tanpa = list(jatuh), [], []
    for satu in uang:
        calon = [j for j in sisa if j.jatuh_tempo == satu.jatuh_tempo]
        if len(calon) > 1:
            calon = [j for j in calon if _sebut(j.uraian, satu.uraian)]
        if len(calon) != 1:
            tanpa.append(satu)
            continue
        sisa.remove(calon[0])
        pasangan.append((satu, calon[0]))
    return pasangan, tanpa


def _sebut(satu: str, lain: str) -> bool:
    satu, lain = kunci_nama(satu), kunci_nama(lain)
    return bool(satu and lain) and (satu in lain or lain in satu)


def persen_uang(dibayar: int, tunggakan: int) -> Decimal | None:
    """What was paid of what was owed, by the same mitra's figures."""
    if dibayar + tunggakan <= 0:
        return None
    return min(round(dibayar * SERATUS / (dibayar + tunggakan), 2), PERSEN_TERBESAR)


def uraian_kewajiban(baris: BarisKewajiban) -> str:
    """What a report says of an item, in one text."""
    return "\n".join(filter(None, (baris.realisasi, baris.bukti and f"Bukti: {baris.bukti}")))


def uraian_uang(baris: BarisUang) -> str:
    """What a report says of a setoran, in one text."""
    return f"{baris.uraian}: dibayar {rupiah(baris.dibayar)}, tunggakan {rupiah(baris.tunggakan)}."
