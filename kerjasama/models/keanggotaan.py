"""Who belongs to which mitra or Perangkat Daerah, and for how long."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils import timezone

from inti.models.constraints import berurutan

if TYPE_CHECKING:
    from django.db.models import Expression

    from kerjasama.models.mitra import Mitra
    from kerjasama.models.perangkat_daerah import PerangkatDaerah


class KeanggotaanQuerySet(models.QuerySet["Keanggotaan"]):
    def berlaku_pada(self, tanggal: date | Expression) -> KeanggotaanQuerySet:
        """Memberships in force on the day."""
        return self.filter(Q(selesai=None) | Q(selesai__gte=tanggal), mulai__lte=tanggal)

    def aktif(self) -> KeanggotaanQuerySet:
        """Memberships in force today."""
        return self.berlaku_pada(timezone.localdate())

    def penanggung_jawab(self) -> KeanggotaanQuerySet:
        """Those who send in the name of their mitra."""
        return self.filter(penanggung_jawab=True)


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
    # Everybody of a mitra fills in (pengisi); who answers for it also sends.
    penanggung_jawab = models.BooleanField("penanggung jawab", default=False)

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
            models.CheckConstraint(
                name="keanggotaan_penanggung_jawab_mitra",
                condition=Q(penanggung_jawab=False) | Q(mitra__isnull=False),
                violation_error_message="Penanggung jawab hanya ada pada mitra.",
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
        return f"{self.pengguna} – {self.tempat}"

    @property
    def tempat(self) -> Mitra | PerangkatDaerah:
        """The mitra or the unit; exactly one is there."""
        return self.mitra or self.perangkat_daerah  # type: ignore[return-value]

    @property
    def tugas(self) -> str:
        """The duty in the portal; none in a unit."""
        if not self.mitra_id:
            return ""
        return "Penanggung jawab" if self.penanggung_jawab else "Pengisi"
