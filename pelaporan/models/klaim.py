"""Rows that are jobs: each is claimed by one worker, and by another if that one vanishes."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, ClassVar, Self, TypeVar

from django.db import models
from django.db.models import F, Q

M = TypeVar("M", bound=models.Model)
ANTRE, DIKERJAKAN, GAGAL = "antre", "dikerjakan", "gagal"
PERCOBAAN_TERBANYAK = 3


class PekerjaanBerkas(models.Model):
    """The columns of such a row that makes a file: who asked, how far it is, what came of it.

    Its `status` is a column of its own model, whose choices name how it can end.
    """

    langkah = models.CharField("langkah", max_length=100, blank=True)
    persen = models.PositiveSmallIntegerField("persen", default=0)
    berkas = models.ForeignKey(
        "inti.Berkas", models.PROTECT, null=True, blank=True, related_name="+"
    )
    diminta_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    diminta_pada = models.DateTimeField("diminta pada", auto_now_add=True)
    diambil_pada = models.DateTimeField("diambil pada", null=True, blank=True)
    selesai_pada = models.DateTimeField("selesai pada", null=True, blank=True)
    percobaan = models.PositiveSmallIntegerField("percobaan", default=0)
    kesalahan = models.CharField("kesalahan", max_length=500, blank=True)

    class Meta:
        abstract = True


class KlaimQuerySet(models.QuerySet[M]):
    """For a PekerjaanBerkas, whose `status` is antre, dikerjakan, gagal, or how else it ended.

    `klaim_basi`: after so long without a sign of life a worker is taken for gone.
    """

    klaim_basi: ClassVar[timedelta]

    def siap_dikerjakan(self, now: datetime) -> Self:
        """Waiting, or claimed by a worker that vanished."""
        basi = Q(status=DIKERJAKAN, diambil_pada__lt=now - self.klaim_basi)
        return self.filter(Q(status=ANTRE) | basi)

    def ambil(self, pk: int, now: datetime) -> bool:
        """Claim one row, which counts as an attempt. True for exactly one caller."""
        siap = self.siap_dikerjakan(now).filter(pk=pk)
        kolom = {"status": DIKERJAKAN, "diambil_pada": now}
        return siap.update(**kolom, percobaan=F("percobaan") + 1) == 1

    def dipegang(self, satu: Any) -> Self:
        """The row while it is still this claim's; nothing once another worker took it up."""
        return self.filter(pk=satu.pk, status=DIKERJAKAN, percobaan=satu.percobaan)

    def maju(self, satu: Any, persen: int, langkah: str) -> None:
        """How far it is."""
        self.dipegang(satu).update(persen=persen, langkah=langkah)

    def gagalkan(self, satu: Any, sebab: str, *, tetap: bool = False) -> bool:
        """Back in the queue, or (after the last attempt, or `tetap`: no use in trying) failed.

        True when it failed for good and was still this claim's.
        """
        habis = tetap or satu.percobaan >= PERCOBAAN_TERBANYAK
        tertulis = self.dipegang(satu).update(
            status=GAGAL if habis else ANTRE,
            kesalahan=sebab[:500],
            langkah="Gagal" if habis else "Akan dicoba lagi",
            persen=0,
        )
        return bool(tertulis and habis)
