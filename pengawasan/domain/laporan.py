"""When a mitra's report is due (Pasal 9 ayat (1))."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from typing import TYPE_CHECKING

from inti.formats import tanggal_indonesia
from pengawasan.domain.penjelasan import hitungan
from pengawasan.domain.tempo import PENANDATANGANAN, jatuh_tempo, sumber_interval

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pengawasan.domain.fakta import FaktaNaskah, KebijakanSiklus

PASAL = "Pasal 9 ayat (1)"


@dataclass(frozen=True)
class TempoLaporan:
    """The n-th report: due date, last day of grace, and why."""

    ke: int
    jatuh_tempo: date
    batas: date
    dasar: str


def tempo_laporan(
    fakta: FaktaNaskah, kebijakan: KebijakanSiklus, *, sampai: date
) -> Iterator[TempoLaporan]:
    """Every report of one mitra from signing up to `sampai`.

    The n-th is due at signing + n intervals, clipped from signing; none after the last day of
    the naskah, except the one that falls on it.
    """
    interval = fakta.interval_laporan or kebijakan.interval_laporan
    akhir = min(sampai, fakta.tanggal_berakhir or sampai)
    for ke in count(1):
        tanggal = jatuh_tempo(fakta.tanggal_ttd, interval * ke)
        if tanggal is None or tanggal > akhir:
            return
        yield TempoLaporan(
            ke,
            tanggal,
            _batas(tanggal, kebijakan),
            _dasar(fakta, kebijakan, ke=ke, interval=interval),
        )


def _batas(tanggal: date, kebijakan: KebijakanSiklus) -> date:
    """The last day of grace, as far as a calendar can write it."""
    return tanggal + min(timedelta(days=kebijakan.tenggang_laporan), date.max - tanggal)


def _dasar(fakta: FaktaNaskah, kebijakan: KebijakanSiklus, *, ke: int, interval: int) -> str:
    sumber = sumber_interval(
        fakta.interval_laporan, fakta.klausul, interval, pasal=PASAL, versi=kebijakan.versi
    )
    return (
        f"{PASAL}: laporan ke-{ke}, {PENANDATANGANAN} {tanggal_indonesia(fakta.tanggal_ttd)} "
        f"{hitungan(fakta.tanggal_ttd, interval * ke, interval)}; "
        f"interval {interval} bulan menurut {sumber}; "
        f"tenggang {kebijakan.tenggang_laporan} hari."
    )
