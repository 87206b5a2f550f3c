"""Working days: Monday to Friday that are no national holiday. Pure: no Django, no clock."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import holidays


@cache
def libur(tahun: int) -> frozenset[date]:
    """The national holidays of a year, as far as they are known."""
    return frozenset(holidays.country_holidays("ID", years=tahun))


@cache
def nama_libur(tahun: int) -> dict[date, str]:
    """The same days with what they are called."""
    return dict(holidays.country_holidays("ID", years=tahun, language="id").items())


@cache
def hari_kerja(tanggal: date) -> bool:
    """Whether an office works on the day."""
    return tanggal.weekday() < 5 and tanggal not in libur(tanggal.year)


def hari_kerja_antara(awal: date, akhir: date) -> list[date]:
    """The working days from one day to another, both included."""
    semua = (awal + timedelta(days=n) for n in range((akhir - awal).days + 1))
    return [hari for hari in semua if hari_kerja(hari)]
