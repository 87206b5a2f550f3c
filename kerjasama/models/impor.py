"""Staging of imported lists: nothing enters the register unseen."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse

from inti.models.constraints import dikenal, lengkap
from kerjasama.enums import StatusBarisImpor, StatusImpor


class Impor(models.Model):
    """One list that was brought in."""

    nama = models.CharField("nama berkas", max_length=120)
    sha256 = models.CharField(max_length=64, unique=True)
    judul_kolom = models.JSONField("judul kolom", default=list)
    peringatan = models.JSONField("peringatan", default=list)
    status = models.CharField(
        "status", max_length=20, choices=StatusImpor.choices, default=StatusImpor.DITINJAU
    )
    dibuat_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    dibuat_pada = models.DateTimeField("dibawa masuk pada", auto_now_add=True)

    class Meta:
        verbose_name = "impor"
        verbose_name_plural = "impor"
        ordering = ("-pk",)
        constraints = (dikenal("impor_status_dikenal", "status", StatusImpor.values),)

    def __str__(self) -> str:
        return self.nama

    def get_absolute_url(self) -> str:
        return reverse("kerjasama:impor-rincian", args=[self.pk])


class BarisImpor(models.Model):
    """One row: what stood there, how it was read, and what became of it."""

    impor = models.ForeignKey(Impor, models.CASCADE, related_name="baris")
    nomor_baris = models.PositiveIntegerField("baris")
    mentah = models.JSONField("isi asli", default=dict)
    usulan = models.JSONField("usulan", default=dict)
    peringatan = models.JSONField("peringatan", default=list)
    kunci = models.CharField(max_length=64)
    status = models.CharField("status", max_length=20, choices=StatusBarisImpor.choices)
    naskah = models.ForeignKey(
        "kerjasama.Naskah", models.PROTECT, null=True, blank=True, related_name="baris_impor"
    )
    kembar = models.ForeignKey(
        "kerjasama.Naskah", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    diputuskan_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    diputuskan_pada = models.DateTimeField("diputuskan pada", null=True, blank=True)

    class Meta:
        verbose_name = "baris impor"
        verbose_name_plural = "baris impor"
        ordering = ("nomor_baris",)
        indexes = (models.Index(fields=("kunci",), name="baris_impor_kunci"),)
        constraints = (
            dikenal("baris_impor_status_dikenal", "status", StatusBarisImpor.values),
            models.UniqueConstraint(name="baris_impor_sekali", fields=("impor", "nomor_baris")),
            models.CheckConstraint(
                name="baris_impor_diterima_bernaskah",
                condition=~Q(status=StatusBarisImpor.DITERIMA) | Q(naskah__isnull=False),
                violation_error_message="Baris yang diterima harus menunjuk naskahnya.",
            ),
            lengkap(
                "baris_impor_diputuskan",
                Q(status__in=(StatusBarisImpor.DITERIMA, StatusBarisImpor.DITOLAK)),
                "diputuskan_oleh",
                "diputuskan_pada",
                pesan="Baris yang diterima atau ditolak harus mencatat siapa dan kapan.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.impor} baris {self.nomor_baris}"
