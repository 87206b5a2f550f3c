"""Rows that break whoever works on them: held back, so that the others go on (F18)."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from django.db import models

from inti.models.kiriman import PERCOBAAN_TERBANYAK, jeda, tidak_ditunda


class KendalaQuerySet(models.QuerySet["Kendala"]):
    def tertahan(self, pekerjaan: str, now: datetime) -> Self:
        """Not to be tried yet."""
        return self.filter(~tidak_ditunda(now, jeda(PERCOBAAN_TERBANYAK)), pekerjaan=pekerjaan)

    def catat(self, pekerjaan: str, objek_id: int, versi: int, sebab: str, now: datetime) -> None:
        """Note a failure, and hold the row back for longer each time that it fails as it is."""
        satu = self.filter(pekerjaan=pekerjaan, objek_id=objek_id).first()
        lalu = satu.percobaan if satu and satu.versi == versi else 0
        percobaan = min(lalu + 1, PERCOBAAN_TERBANYAK)
        self.update_or_create(
            pekerjaan=pekerjaan,
            objek_id=objek_id,
            defaults={
                "versi": versi,
                "percobaan": percobaan,
                "kesalahan": sebab[:300],
                "diambil_pada": now,
                "tunda_sampai": now + jeda(percobaan),
            },
        )


class Kendala(models.Model):
    """Why a row could not be worked on, as it was in that version."""

    pekerjaan = models.CharField("pekerjaan", max_length=40)
    objek_id = models.BigIntegerField("nomor objek")
    versi = models.IntegerField("versi")
    percobaan = models.PositiveSmallIntegerField("percobaan")
    kesalahan = models.CharField("kesalahan", max_length=300)
    diambil_pada = models.DateTimeField("terakhir dicoba")
    tunda_sampai = models.DateTimeField("ditunda sampai")

    objects = KendalaQuerySet.as_manager()

    class Meta:
        verbose_name = "kendala"
        verbose_name_plural = "kendala"
        ordering = ("pekerjaan", "objek_id")
        constraints = (
            models.UniqueConstraint(
                fields=("pekerjaan", "objek_id"), name="kendala_satu_per_objek"
            ),
        )

    def __str__(self) -> str:
        return f"{self.pekerjaan} {self.objek_id}"
