"""Planned days that were set together, and what stood there before."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from inti.alamat import alamat_baris


class PerataanRencana(models.Model):
    """One confirmed set of planned days; can be undone while nobody has moved them since."""

    # A list of {jadwal, kegiatan, sebelum, sesudah, alasan}.
    baris = models.JSONField("baris", default=list)
    diterapkan_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    diterapkan_pada = models.DateTimeField("diterapkan pada", auto_now_add=True)
    dibatalkan_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    dibatalkan_pada = models.DateTimeField("dibatalkan pada", null=True, blank=True)

    class Meta:
        verbose_name = "perataan rencana"
        verbose_name_plural = "perataan rencana"
        ordering = ("-pk",)
        constraints = (
            models.CheckConstraint(
                name="perataan_batal_lengkap",
                condition=Q(dibatalkan_oleh=None, dibatalkan_pada=None)
                | Q(dibatalkan_oleh__isnull=False, dibatalkan_pada__isnull=False),
                violation_error_message="Pembatalan harus menyebut siapa dan kapan.",
            ),
        )

    def __str__(self) -> str:
        return f"Rencana bersama nomor {self.pk}"

    def get_absolute_url(self) -> str:
        return alamat_baris("pengawasan:rencana-rincian", self.pk)

    @property
    def rincian(self) -> list[dict[str, Any]]:
        """The rows with their days as dates."""
        hari = ("sebelum", "sesudah")
        return [
            b | {h: date.fromisoformat(b[h]) if b[h] else None for h in hari} for b in self.baris
        ]
