"""The periods of recaps: a semester, a year, a day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from inti.formats import tanggal_indonesia

SEMESTER_PERTAMA, SEMESTER_KEDUA = 1, 2
BENTUK = re.compile(r"(?P<tahun>(?:19|20|21)\d\d)(?:-(?P<semester>[12]))?")


@dataclass(frozen=True)
class Masa:
    """From `awal` to `akhir`, both included; `kode` is what addresses and rows know it by."""

    kode: str
    label: str
    awal: date
    akhir: date

    @property
    def setahun(self) -> bool:
        """A whole year."""
        return self.kode.isdigit()

    @property
    def berjalan_sampai(self) -> str:
        """Its last day in words."""
        return tanggal_indonesia(self.akhir)

    def dinilai_pada(self, hari_ini: date) -> date:
        """The day on which it is judged what is late: of a single day that day, else today."""
        return self.awal if self.awal == self.akhir else hari_ini


def semester(tahun: int, ke: int) -> Masa:
    """January to June, or July to December."""
    awal, akhir = (1, (6, 30)) if ke == SEMESTER_PERTAMA else (7, (12, 31))
    kata = "I" if ke == SEMESTER_PERTAMA else "II"
    return Masa(
        f"{tahun}-{ke}", f"Semester {kata} {tahun}", date(tahun, awal, 1), date(tahun, *akhir)
    )


def setahun(tahun: int) -> Masa:
    """January to December."""
    return Masa(str(tahun), f"Tahun {tahun}", date(tahun, 1, 1), date(tahun, 12, 31))


def sehari(tanggal: date) -> Masa:
    """One day: where things stand on it."""
    return Masa(tanggal.isoformat(), f"Keadaan {tanggal_indonesia(tanggal)}", tanggal, tanggal)


def semester_dari(tanggal: date) -> Masa:
    """The semester in which the day lies."""
    return semester(tanggal.year, SEMESTER_PERTAMA if tanggal.month <= 6 else SEMESTER_KEDUA)


def baca_masa(kode: str) -> Masa | None:
    """The period that a code names (`2026`, `2026-1`, `2026-03-31`); None for any other text."""
    if cocok := BENTUK.fullmatch(kode):
        tahun = int(cocok["tahun"])
        return semester(tahun, int(cocok["semester"])) if cocok["semester"] else setahun(tahun)
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", kode):
        return None
    try:
        return sehari(date.fromisoformat(kode))
    except ValueError:
        return None


def pilihan_masa(hari_ini: date, *, tahun: int = 5) -> list[Masa]:
    """What one may choose from: every semester and year that has begun, newest first."""
    semua: list[Masa] = []
    for satu in range(hari_ini.year, hari_ini.year - tahun, -1):
        semua += [semester(satu, SEMESTER_KEDUA), semester(satu, SEMESTER_PERTAMA), setahun(satu)]
    return [m for m in semua if m.awal <= hari_ini]
