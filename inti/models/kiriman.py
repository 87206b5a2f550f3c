"""Rows that wait to leave the building: each is claimed by one worker, tried, and marked."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar, Self, TypeVar

from django.db import models
from django.db.models import Case, F, Q, Value, When

from inti.enums import StatusKirim
from inti.models.jam import basi

M = TypeVar("M", bound=models.Model)
KLAIM_BASI = timedelta(minutes=10)
PERCOBAAN_TERBANYAK = 8
# The hour of the digest is today or tomorrow.
SELANG_RINGKASAN = timedelta(days=2)


def jeda(percobaan: int) -> timedelta:
    """How long to hold back after so many attempts that failed."""
    return timedelta(minutes=2**percobaan)


def tidak_ditunda(now: datetime, terlama: timedelta) -> Q:
    """Not held back, or not any more, or for longer than anybody does: by a wrong clock."""
    kelak = Q(tunda_sampai__gt=now + terlama)
    return Q(tunda_sampai=None) | Q(tunda_sampai__lte=now) | kelak


class KirimanQuerySet(models.QuerySet[M]):
    """`tunda_terlama`: nothing is held back for longer."""

    tunda_terlama: ClassVar[timedelta] = jeda(PERCOBAAN_TERBANYAK)

    def siap_kirim(self, now: datetime) -> Self:
        """Due: waiting and not held back, or claimed by someone who vanished."""
        waiting = Q(status=StatusKirim.ANTRE) & tidak_ditunda(now, self.tunda_terlama)
        stale = Q(status=StatusKirim.MENGIRIM) & basi("diambil_pada", now, KLAIM_BASI)
        return self.filter(waiting | stale)

    def belum_terkirim(self) -> Self:
        """Still to go, also what is held back because it failed or is being sent."""
        return self.filter(status__in=(StatusKirim.ANTRE, StatusKirim.MENGIRIM))

    def ambil(self, pk: int, now: datetime) -> bool:
        """Claim one row. True for exactly one caller.

        What a worker that vanished had claimed may have left already: it is marked `diulang`.
        """
        ulang = Case(
            When(status=StatusKirim.MENGIRIM, then=Value(value=True)), default=F("diulang")
        )
        ready = self.siap_kirim(now).filter(pk=pk)
        kolom = {"status": StatusKirim.MENGIRIM, "diambil_pada": now, "diulang": ulang}
        return ready.update(**kolom) == 1


class Kiriman(models.Model):
    """Where the sending of one thing stands."""

    status = models.CharField(
        "status surel", max_length=20, choices=StatusKirim.choices, default=StatusKirim.ANTRE
    )
    diambil_pada = models.DateTimeField("diambil pada", null=True, blank=True)
    tunda_sampai = models.DateTimeField("ditunda sampai", null=True, blank=True)
    terkirim_pada = models.DateTimeField("terkirim pada", null=True, blank=True)
    percobaan = models.PositiveSmallIntegerField("percobaan", default=0)
    kesalahan = models.CharField("kesalahan", max_length=300, blank=True)
    diulang = models.BooleanField("mungkin terkirim dua kali", default=False)

    class Meta:
        abstract = True
