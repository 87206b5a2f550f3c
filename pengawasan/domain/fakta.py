"""What the cycle is told: the naskah, what was carried out, the policy. No clock, no database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pengawasan.enums import JenisKegiatan, Sifat


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

    def interval(self, jenis: JenisKegiatan) -> int:
        """Months before the next event of the kind."""
        if jenis == JenisKegiatan.PEMANTAUAN:
            return self.interval_pemantauan
        return self.interval_evaluasi


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

    @property
    def berkala(self) -> bool:
        """Held as the periodic event, not because it was needed."""
        return self.sifat == Sifat.BERKALA
