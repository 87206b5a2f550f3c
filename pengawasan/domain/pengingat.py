"""The ladders of reminders; compared with <=, so a missed night catches up with one message."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kerjasama.domain.akhir import JANGKA, akhir_terjauh

if TYPE_CHECKING:
    from collections.abc import Iterable

# Days after the due date; negative is before it.
TANGGA = (-30, -14, -7, 0, 7, 14, 30)


@dataclass(frozen=True)
class Jendela:
    """Due dates, both ends included, for which one rung is the latest reached."""

    ambang: int
    awal: date
    akhir: date


def ambang_terakhir(jatuh_tempo: date, *, per: date, tangga: Iterable[int] = TANGGA) -> int | None:
    """The latest rung reached on the day; None before the first."""
    tercapai = [ambang for ambang in tangga if ambang <= (per - jatuh_tempo).days]
    return max(tercapai, default=None)


def jendela_ambang(tangga: Iterable[int], *, per: date, basi: timedelta) -> list[Jendela]:
    """For each rung the due dates whose latest rung reached it is on the day.

    What has been past its last rung for longer than `basi` is not told of any more.
    """
    urut = sorted(tangga)
    hasil = []
    for ambang, berikut in zip(urut, [*urut[1:], None], strict=True):
        paling_akhir = per - timedelta(days=ambang)
        if berikut is None:
            paling_awal = min(per - basi, paling_akhir)
        else:
            paling_awal = per - timedelta(days=berikut - 1)
        hasil.append(Jendela(ambang, paling_awal, paling_akhir))
    return hasil


def jendela_akhir(per: date, *, basi: timedelta) -> list[Jendela]:
    """The same for what has an end, in months before it; 0 once the last day is over."""
    hasil = [Jendela(0, per - basi, per - timedelta(days=1))]
    awal = per
    for bulan in sorted(JANGKA):
        akhir = akhir_terjauh(per, bulan)
        hasil.append(Jendela(bulan, awal, akhir))
        awal = akhir + timedelta(days=1)
    return hasil
