"""Who belongs to which mitra or Perangkat Daerah, and for how long."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils import timezone

from inti.models.constraints import berurutan


class KeanggotaanQuerySet(models.QuerySet["Keanggotaan"]):
    def berlaku_pada(self, tanggal: date) -> KeanggotaanQuerySet:
        """Memberships in force on the day."""
        return self.filter(Q(selesai=None) | Q(selesai__gte=tanggal), mulai__lte=tanggal)

    def aktif(self) -> KeanggotaanQuerySet:
        """Memberships in force today."""
        return self.berlaku_pada(timezone.localdate())


class Keanggotaan(models.Model):
    """One person in one mitra or one Perangkat Daerah for a period."""

    pengguna = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="keanggotaan")
    mitra = models.ForeignKey(
        "kerjasama.Mitra", models.PROTECT, null=True, blank=True, related_name="keanggotaan"
    )
    perangkat_daerah = models.ForeignKey(
        "kerjasama.PerangkatDaerah",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="keanggotaan",
    )
    mulai = models.DateField("mulai")
    selesai = models.DateField("sampai dengan", null=True, blank=True)

    objects = KeanggotaanQuerySet.as_manager()

    class Meta:
        verbose_name = "keanggotaan"
        verbose_name_plural = "keanggotaan"
        ordering = ("-mulai",)
        constraints = (
            models.CheckConstraint(
                name="keanggotaan_satu_tempat",
                condition=Q(mitra=None, perangkat_daerah__isnull=False)
                | Q(mitra__isnull=False, perangkat_daerah=None),
                violation_error_message="Pilih satu mitra atau satu perangkat daerah.",
            ),
            berurutan(
                "keanggotaan_selesai_setelah_mulai",
                "mulai",
                "selesai",
                "Akhir keanggotaan tidak boleh sebelum mulainya.",
            ),
            models.UniqueConstraint(
                name="keanggotaan_mitra_terbuka_sekali",
                fields=("pengguna", "mitra"),
                condition=Q(selesai=None, mitra__isnull=False),
                violation_error_message="Orang ini sudah memiliki akses pada mitra ini.",
            ),
            models.UniqueConstraint(
                name="keanggotaan_pd_terbuka_sekali",
                fields=("pengguna", "perangkat_daerah"),
                condition=Q(selesai=None, perangkat_daerah__isnull=False),
                violation_error_message="Orang ini sudah memiliki akses pada unit ini.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.pengguna} – {self.mitra or self.perangkat_daerah}"
