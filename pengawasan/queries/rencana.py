"""The plan of a naskah as its facts and the policy give it, before it is written as rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pengawasan.domain.tempo import Kewajiban, lewat_mulai, susun_berturut, terbuka
from pengawasan.queries.fakta import fakta_naskah

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from kerjasama.models import Naskah
    from pengawasan.domain.fakta import AturanSiklus, Peristiwa

CAKRAWALA_BULAN = 24


@dataclass(frozen=True)
class Rencana:
    """Every turn of a naskah, and from which day on it is past 12 months without evaluasi."""

    kewajiban: list[Kewajiban] = field(default_factory=list)
    berakhir: date | None = None
    lewat_pada: date | None = None
    belum_berlaku: bool = False

    @property
    def terhutang(self) -> Kewajiban | None:
        """What is owed now."""
        return next(iter(terbuka(self.kewajiban)), None)

    def dicatat(self, per: date, *, ditutup: bool) -> list[Kewajiban]:
        """What was satisfied and what is owed; those that follow only while that can be on time.

        Once the owed one is late or closed undone, when the next falls due depends on when it is
        made good.
        """
        kini = self.terhutang
        if kini is not None and (ditutup or kini.jatuh_tempo < per):
            return self.kewajiban[: self.kewajiban.index(kini) + 1]
        return self.kewajiban

    def pengganti(self, ke: int) -> Kewajiban | None:
        """What the plan has for the turn, or its last turn before that."""
        sampai = [k for k in self.kewajiban if k.ke <= ke]
        return sampai[-1] if sampai else None


def susun_rencana(naskah: Naskah, peristiwa: Sequence[Peristiwa], aturan: AturanSiklus) -> Rencana:
    """The whole plan of one naskah; nothing is due before it is in force."""
    fakta = fakta_naskah(naskah)
    if fakta is None:
        return Rencana(belum_berlaku=True)
    return Rencana(
        kewajiban=susun_berturut(fakta, peristiwa, aturan, bulan=CAKRAWALA_BULAN),
        berakhir=fakta.tanggal_berakhir,
        lewat_pada=lewat_mulai(fakta, peristiwa, aturan),
    )
