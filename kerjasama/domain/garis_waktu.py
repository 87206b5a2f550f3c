"""Spans of time as lengths on one line. Whole numbers, so that no locale puts commas in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

PANJANG = 1000
TERPENDEK = 6


@dataclass(frozen=True)
class GarisWaktu:
    """The line from the first day to the last."""

    awal: date
    akhir: date

    def titik(self, tanggal: date) -> int:
        """Where a day lies; what is outside lies at the end."""
        seluruhnya = max((self.akhir - self.awal).days, 1)
        letak = PANJANG * (tanggal - self.awal).days // seluruhnya
        return max(0, min(letak, PANJANG))

    def lebar(self, dari: date, sampai: date) -> int:
        """How long a span is, never too short to be seen."""
        return max(self.titik(sampai) - self.titik(dari), TERPENDEK)


def garis_waktu(tanggal: Iterable[date], *, per: date) -> GarisWaktu:
    """The line that holds all the days, and today."""
    semua = [*tanggal, per]
    return GarisWaktu(min(semua), max(semua))
