"""A month of the calendar as weeks of days, and what falls on each. Pure: no clock, no database."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import groupby

from inti.kalender import tambah_bulan
from pelaporan.enums import JenisKalender

# So many entries a day stand in the month; the rest is a link to the day.
SEHARI = 3
# The years that the pages accept; a calendar of others helps nobody.
TAHUN = range(1950, 2200)
# What somebody owes: late once its day is over. The others are appointments or ends.
KEWAJIBAN = frozenset(
    {
        JenisKalender.JADWAL,
        JenisKalender.LAPORAN,
        JenisKalender.TINDAK_LANJUT,
        JenisKalender.SETORAN,
        JenisKalender.TEGURAN,
    }
)


@dataclass(frozen=True)
class ButirKalender:
    """One thing on one day. `dasar` names the article; `revisi` never falls and rises with it."""

    jenis: JenisKalender
    pk: int
    tanggal: date
    judul: str
    naskah: str = ""
    tentang: str = ""
    tautan: str = ""
    dasar: str = ""
    jam: time | None = None
    tempat: str = ""
    revisi: int = 0
    # Owed, and its day is over.
    lewat: bool = False


@dataclass(frozen=True)
class Hari:
    """One square: what falls on it, or only how many of each kind where there are too many."""

    tanggal: date
    bulan_ini: bool = True
    hari_ini: bool = False
    libur: str = ""
    butir: tuple[ButirKalender, ...] = ()
    jumlah: tuple[tuple[JenisKalender, int], ...] = ()

    @property
    def tampil(self) -> tuple[ButirKalender, ...]:
        """Those that have room in the square."""
        return self.butir if len(self.butir) <= SEHARI else self.butir[: SEHARI - 1]

    @property
    def lebih(self) -> int:
        """How many more there are."""
        return len(self.butir) - len(self.tampil)

    @property
    def merah(self) -> bool:
        """A Sunday or a holiday, as on any calendar on a wall."""
        return bool(self.libur) or self.tanggal.weekday() == 6


def baca_bulan(teks: str, *, baku: date) -> date:
    """`2026-11` as its first day; the month of `baku` for anything else."""
    tahun, _, bulan = teks.partition("-")
    if tahun.isdecimal() and bulan.isdecimal() and int(tahun) in TAHUN and 1 <= int(bulan) <= 12:
        return date(int(tahun), int(bulan), 1)
    return baku.replace(day=1)


def rentang_petak(bulan: date) -> tuple[date, date]:
    """First and last day of the whole weeks that hold the month, Monday first."""
    awal = bulan - timedelta(days=bulan.weekday())
    akhir = tambah_bulan(bulan, 1) - timedelta(days=1)
    return awal, akhir + timedelta(days=6 - akhir.weekday())


def susun_petak(
    bulan: date,
    butir: Iterable[ButirKalender],
    *,
    per: date,
    libur: Mapping[date, str],
    jumlah: Mapping[date, list[tuple[JenisKalender, int]]] | None = None,
) -> list[list[Hari]]:
    """The weeks of a month, each with its seven days."""
    menurut = {t: tuple(isi) for t, isi in menurut_hari(butir)}
    return [
        [
            Hari(
                hari,
                bulan_ini=hari.month == bulan.month,
                hari_ini=hari == per,
                libur=libur.get(hari, ""),
                butir=menurut.get(hari, ()),
                jumlah=tuple((jumlah or {}).get(hari, ())),
            )
            for hari in pekan
        ]
        for pekan in Calendar(firstweekday=0).monthdatescalendar(bulan.year, bulan.month)
    ]


def susun_agenda(
    butir: Iterable[ButirKalender], *, awal: date, akhir: date, per: date, libur: Mapping[date, str]
) -> list[Hari]:
    """Only the days on which something falls, and holidays, in order."""
    menurut = {t: tuple(isi) for t, isi in menurut_hari(butir)}
    hari = sorted({*menurut, *(t for t in libur if awal <= t <= akhir)})
    return [
        Hari(t, hari_ini=t == per, libur=libur.get(t, ""), butir=menurut.get(t, ())) for t in hari
    ]


def menurut_hari(
    butir: Iterable[ButirKalender],
) -> Iterable[tuple[date, list[ButirKalender]]]:
    """Grouped by day, appointments with an hour first."""
    urut = sorted(butir, key=lambda b: (b.tanggal, b.jam is None, b.jam or time.min, b.judul, b.pk))
    for tanggal, isi in groupby(urut, key=lambda b: b.tanggal):
        yield tanggal, list(isi)
