"""When what has an end must be spoken of: windows of months, and the last day to ask for more."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from inti.kalender import tambah_bulan
from kerjasama.domain.batas import BULAN_PENGAJUAN, LUAR_NEGERI

if TYPE_CHECKING:
    from collections.abc import Iterable

# Months before the end at which an end is spoken of.
JANGKA = (12, 6, 3, 2, 1)
TENGGANG_TERPANJANG = 24
SUMBER_LUAR_NEGERI = "KSDPL/KSDLL, Permendagri 25/2020"
SUMBER_SENDIRI = "tenggang naskah ini"


@dataclass(frozen=True)
class Tenggang:
    """How many months before the end an extension is asked for, and who says so."""

    bulan: int
    sumber: str

    def kalimat(self) -> str:
        """`6 bulan sebelum berakhir (tenggang naskah ini)`."""
        return f"{self.bulan} bulan sebelum berakhir ({self.sumber})"


def tenggang(sendiri: int | None, jenis_kerja_sama: str, *, baku: Tenggang) -> Tenggang:
    """The naskah's own lead time, else the policy's; abroad never less than six months."""
    if jenis_kerja_sama in LUAR_NEGERI and (sendiri or 0) <= BULAN_PENGAJUAN:
        return Tenggang(BULAN_PENGAJUAN, SUMBER_LUAR_NEGERI)
    return Tenggang(sendiri, SUMBER_SENDIRI) if sendiri else baku


def batas_pengajuan(akhir: date, bulan: int) -> date:
    """The last day to ask: so many months before the end, clipped to the month's last day."""
    try:
        return tambah_bulan(akhir, -bulan)
    except ValueError:
        return date.min


def akhir_terjauh(per: date, bulan: int) -> date:
    """The latest end for which `batas_pengajuan` has come on the day.

    On the last day of a month that is the last day of the later month too: what ends on
    31 August is asked for by 28 February.
    """
    jauh = tambah_bulan(per, bulan)
    if per.day < monthrange(per.year, per.month)[1]:
        return jauh
    return jauh.replace(day=monthrange(jauh.year, jauh.month)[1])


def ambang_bulan(akhir: date, *, per: date, jangka: Iterable[int] = JANGKA) -> int | None:
    """The latest rung reached, in months before the end; 0 once the last day is over.

    None before the first. Compared with <=, so a missed night catches up with one message.
    """
    if per > akhir:
        return 0
    return min((n for n in jangka if batas_pengajuan(akhir, n) <= per), default=None)


def sisa(akhir: date, *, per: date) -> str:
    """`Berakhir dalam 12 hari`, `Berakhir hari ini`, `Lewat 3 hari`."""
    hari = (akhir - per).days
    if hari < 0:
        return f"Lewat {-hari} hari"
    return f"Berakhir dalam {hari} hari" if hari else "Berakhir hari ini"
