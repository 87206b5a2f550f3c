"""Who works on one naskah for a time without being of its units: anggota tidak tetap."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils import timezone

from inti.models.constraints import berurutan
from inti.roles import Kemampuan, mampu

if TYPE_CHECKING:
    from inti.models import Pengguna


class PenugasanNaskahQuerySet(models.QuerySet["PenugasanNaskah"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> PenugasanNaskahQuerySet:
        """Those who supervise keep it; the others see what it opens, not the list."""
        if not mampu(pengguna.peran, Kemampuan.LIHAT_SEMUA_NASKAH):
            return self.none()
        return self

    def berlaku_pada(self, tanggal: date) -> PenugasanNaskahQuerySet:
        """In force on the day, first and last day included."""
        return self.filter(mulai__lte=tanggal, selesai__gte=tanggal)

    def aktif(self) -> PenugasanNaskahQuerySet:
        """In force today."""
        return self.berlaku_pada(timezone.localdate())

    def untuk_daftar(self) -> PenugasanNaskahQuerySet:
        """With what a list row shows."""
        return self.select_related("naskah", "pengguna", "perangkat_daerah")


class PenugasanNaskah(models.Model):
    """One person and one naskah for a period; who has an account sees the naskah only then."""

    naskah = models.ForeignKey("kerjasama.Naskah", models.CASCADE, related_name="penugasan")
    pengguna = models.ForeignKey(
        "inti.Pengguna",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="penugasan_naskah",
        verbose_name="akun",
    )
    nama = models.CharField("nama", max_length=150)
    jabatan = models.CharField("jabatan", max_length=200)
    perangkat_daerah = models.ForeignKey(
        "kerjasama.PerangkatDaerah",
        models.PROTECT,
        related_name="penugasan",
        verbose_name="perangkat daerah",
    )
    mulai = models.DateField("mulai")
    selesai = models.DateField("sampai dengan")
    alasan = models.CharField("dasar atau alasan", max_length=300)
    dicatat_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    dicatat_pada = models.DateTimeField("dicatat pada", auto_now_add=True)

    objects = PenugasanNaskahQuerySet.as_manager()

    class Meta:
        verbose_name = "penugasan naskah"
        verbose_name_plural = "penugasan naskah"
        ordering = ("-selesai", "-pk")
        indexes = (
            models.Index(fields=("pengguna", "selesai", "naskah"), name="penugasan_naskah_akses"),
        )
        constraints = (
            berurutan(
                "penugasan_naskah_selesai_setelah_mulai",
                "mulai",
                "selesai",
                "Akhir penugasan tidak boleh sebelum mulainya.",
            ),
            models.CheckConstraint(
                name="penugasan_naskah_beralasan",
                condition=~Q(nama="") & ~Q(alasan=""),
                violation_error_message="Sebutkan nama dan dasar penugasannya.",
            ),
            models.UniqueConstraint(
                name="penugasan_naskah_sekali",
                fields=("naskah", "pengguna", "mulai"),
                condition=Q(pengguna__isnull=False),
                violation_error_message="Penugasan orang ini sudah tercatat.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.nama} – {self.naskah}"
