"""What the cycle is told: the naskah, what was carried out, the policy. No clock, no database.

An obligation is governed by the version of the policy that is in force on the day it arises: the
day of the event it follows. What arose before a version begins keeps its date; what arises later
is governed by it, also while it is only planned. So the plan needs no clock (decision 0011).
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from pengawasan.enums import JenisKegiatan, Sifat


class AturanSiklus(Protocol):
    """Which version of the policy governs what arises on a day."""

    def pada(self, tanggal: date) -> KebijakanSiklus:
        """The version in force on the day."""


@dataclass(frozen=True)
class KebijakanSiklus:
    """The version of the policy that is applied; days and months as whole numbers."""

    versi: str = "baku"
    interval_pemantauan: int = 6
    interval_evaluasi: int = 6
    interval_laporan: int = 6
    tenggang_laporan: int = 14
    batas_tanpa_evaluasi: int = 12
    ambang_evaluasi_akhir: int = 90
    berlaku_mulai: date = date.min

    def pada(self, tanggal: date) -> KebijakanSiklus:
        """One version alone holds on every day."""
        return self

    def interval(self, jenis: JenisKegiatan) -> int:
        """Months before the next event of the kind."""
        if jenis == JenisKegiatan.PEMANTAUAN:
            return self.interval_pemantauan
        return self.interval_evaluasi


@dataclass(frozen=True)
class RiwayatKebijakan:
    """The published versions, in the order in which they begin."""

    versi: tuple[KebijakanSiklus, ...]

    def pada(self, tanggal: date) -> KebijakanSiklus:
        """The last that has begun; before any, the first."""
        if not self.versi:
            return KebijakanSiklus()
        sudah = bisect_right(self.versi, tanggal, key=lambda satu: satu.berlaku_mulai)
        return self.versi[max(sudah, 1) - 1]

    def dengan(self, baru: KebijakanSiklus) -> RiwayatKebijakan:
        """The same with one more, as if it were published."""
        urut = sorted((*self.versi, baru), key=lambda satu: satu.berlaku_mulai)
        return RiwayatKebijakan(tuple(urut))


@dataclass(frozen=True)
class FaktaNaskah:
    """What the cycle needs to know of a naskah; None is the default, or none."""

    tanggal_ttd: date
    tanggal_berakhir: date | None = None
    interval_pemantauan: int | None = None
    interval_evaluasi: int | None = None
    interval_laporan: int | None = None
    klausul: str = ""
    mulai_pengawasan: date | None = None
    dokumen: str = ""

    def interval(self, jenis: JenisKegiatan) -> int | None:
        """The naskah's own interval for the kind, if it has one."""
        if jenis == JenisKegiatan.PEMANTAUAN:
            return self.interval_pemantauan
        return self.interval_evaluasi


@dataclass(frozen=True)
class Peristiwa:
    """A pemantauan or evaluasi that was carried out, on the day it was carried out."""

    jenis: JenisKegiatan
    tanggal: date
    sifat: Sifat = Sifat.BERKALA
    menggantikan: bool = False
    dokumen: str = ""
    terverifikasi: bool = True
    # The key of the kegiatan, so that the explanation can lead to its documents.
    kegiatan: int | None = None

    @property
    def berkala(self) -> bool:
        """Held as the periodic event, not because it was needed."""
        return self.sifat == Sifat.BERKALA
