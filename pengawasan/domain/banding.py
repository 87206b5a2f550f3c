"""What another policy would move: two plans of one naskah side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pengawasan.domain.laporan import tempo_laporan
from pengawasan.domain.tempo import susun, terbuka
from pengawasan.enums import JenisTersimulasi as Jenis
from pengawasan.enums import PerubahanJadwal as Perubahan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from pengawasan.domain.fakta import AturanSiklus, FaktaNaskah, Peristiwa

Giliran = tuple[Jenis, int]


@dataclass(frozen=True)
class Geseran:
    """One obligation that would move, be new, or be no more."""

    jenis: Jenis
    ke: int
    semula: date | None
    menjadi: date | None

    @property
    def perubahan(self) -> Perubahan:
        """Which of the three."""
        if self.semula is None:
            return Perubahan.BARU
        return Perubahan.HILANG if self.menjadi is None else Perubahan.BERGESER


def bandingkan(
    fakta: FaktaNaskah,
    peristiwa: Sequence[Peristiwa],
    semula: AturanSiklus,
    menjadi: AturanSiklus,
    *,
    per: date,
    sampai: date,
) -> list[Geseran]:
    """Every difference in what falls due up to `sampai`; what follows on a late turn waits."""
    lama = _tempo(fakta, peristiwa, semula, per=per, sampai=sampai)
    baru = _tempo(fakta, peristiwa, menjadi, per=per, sampai=sampai)
    return [
        Geseran(*giliran, lama.get(giliran), baru.get(giliran))
        for giliran in sorted(lama.keys() | baru.keys())
        if lama.get(giliran) != baru.get(giliran)
    ]


def _tempo(
    fakta: FaktaNaskah,
    peristiwa: Sequence[Peristiwa],
    aturan: AturanSiklus,
    *,
    per: date,
    sampai: date,
) -> dict[Giliran, date]:
    rencana = terbuka(susun(fakta, peristiwa, aturan, sampai=sampai))
    if rencana and rencana[0].jatuh_tempo < per:
        rencana = rencana[:1]
    hasil: dict[Giliran, date] = {(Jenis(k.jenis.value), k.ke): k.jatuh_tempo for k in rencana}
    for satu in tempo_laporan(fakta, aturan, sampai=sampai):
        hasil[Jenis.LAPORAN, satu.ke] = satu.jatuh_tempo
    return hasil
