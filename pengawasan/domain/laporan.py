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

    from pengawasan.domain.fakta import AturanSiklus, FaktaNaskah, KebijakanSiklus

PASAL = "Pasal 9 ayat (1)"


@dataclass(frozen=True)
class TempoLaporan:
    """The n-th report: due date, last day of grace, and why; its period begins after `mulai`."""

    ke: int
    mulai: date
    jatuh_tempo: date
    batas: date
    dasar: str
    interval: int
    kebijakan: KebijakanSiklus

    def atas(self, *, bergabung: date | None, keluar: date | None) -> bool:
        """Whether a mitra owes it that was a party since and until these days; None is always.

        Who leaves reports the period that has begun; who joins, the one that is not over yet.
        """
        sudah = bergabung is None or self.jatuh_tempo > bergabung
        return sudah and (keluar is None or self.mulai < keluar)


def tempo_laporan(
    fakta: FaktaNaskah, kebijakan: AturanSiklus, *, sampai: date
) -> Iterator[TempoLaporan]:
    """Every report of one mitra from signing up to `sampai`.

    The n-th is due at signing + n intervals, clipped from signing; none after the last day of
    the naskah, except the one that falls on it. Each arises when the one before it falls due,
    and is governed by the version of the policy in force then.
    """
    akhir = min(sampai, fakta.tanggal_berakhir or sampai)
    bulan, timbul = 0, fakta.tanggal_ttd
    for ke in count(1):
        berlaku = kebijakan.pada(timbul)
        interval = fakta.interval_laporan or berlaku.interval_laporan
        bulan += interval
        tanggal = jatuh_tempo(fakta.tanggal_ttd, bulan)
        if tanggal is None or tanggal > akhir:
            return
        dasar = _dasar(fakta, berlaku, ke=ke, bulan=bulan, interval=interval)
        yield TempoLaporan(ke, timbul, tanggal, _batas(tanggal, berlaku), dasar, interval, berlaku)
        timbul = tanggal


def _batas(tanggal: date, kebijakan: KebijakanSiklus) -> date:
    """The last day of grace, as far as a calendar can write it."""
    return tanggal + min(timedelta(days=kebijakan.tenggang_laporan), date.max - tanggal)


def _dasar(
    fakta: FaktaNaskah, kebijakan: KebijakanSiklus, *, ke: int, bulan: int, interval: int
) -> str:
    sumber = sumber_interval(
        fakta.interval_laporan, fakta.klausul, interval, pasal=PASAL, versi=kebijakan.versi
    )
    return (
        f"{PASAL}: laporan ke-{ke}, {PENANDATANGANAN} {tanggal_indonesia(fakta.tanggal_ttd)} "
        f"{hitungan(fakta.tanggal_ttd, bulan, interval)}; "
        f"interval {interval} bulan menurut {sumber}; "
        f"tenggang {kebijakan.tenggang_laporan} hari."
    )
