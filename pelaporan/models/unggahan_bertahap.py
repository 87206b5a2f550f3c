"""A file of a report that arrives piece by piece over a bad line."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

TERBENGKALAI = timedelta(days=1)


class UnggahanBertahapQuerySet(models.QuerySet["UnggahanBertahap"]):
    def terbengkalai(self, now: datetime) -> UnggahanBertahapQuerySet:
        """Nobody sent anything for a day."""
        return self.filter(diubah_pada__lt=now - TERBENGKALAI)


class UnggahanBertahap(models.Model):
    """What was declared and how much of it has arrived; the row goes when the file is whole.

    Known by the hash of the whole: the same file chosen again goes on where it stopped.
    """

    laporan = models.ForeignKey("pelaporan.LaporanMitra", models.CASCADE, related_name="+")
    kunci = models.UUIDField("nama singgah", unique=True, default=uuid.uuid4, editable=False)
    nama = models.CharField("nama berkas", max_length=120)
    ukuran = models.PositiveBigIntegerField("ukuran")
    sha256 = models.CharField(
        "SHA-256", max_length=64, validators=[RegexValidator(r"^[0-9a-f]{64}$")]
    )
    diterima = models.PositiveBigIntegerField("sudah diterima", default=0)
    dibuat_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    diubah_pada = models.DateTimeField("diubah pada", auto_now_add=True)

    objects = UnggahanBertahapQuerySet.as_manager()

    class Meta:
        verbose_name = "unggahan bertahap"
        verbose_name_plural = "unggahan bertahap"
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(name="unggahan_bertahap_sekali", fields=("laporan", "sha256")),
            models.CheckConstraint(
                name="unggahan_bertahap_tidak_lebih",
                condition=Q(ukuran__gt=0, diterima__lte=F("ukuran")),
                violation_error_message="Yang diterima tidak boleh lebih dari ukurannya.",
            ),
        )

    def __str__(self) -> str:
        return self.nama

    @property
    def path(self) -> Path:
        """Where the pieces are written; swept with everything that was left there."""
        return Path(settings.BERKAS_DIR) / "singgah" / self.kunci.hex

    @property
    def persen(self) -> int:
        """How much has arrived."""
        return int(self.diterima * 100 // self.ukuran)
