"""Narahubung: the people one calls."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class Narahubung(models.Model):
    """A contact person of a mitra, or of one mitra for one naskah only."""

    mitra = models.ForeignKey(
        "kerjasama.Mitra", models.PROTECT, null=True, blank=True, related_name="narahubung"
    )
    pihak = models.ForeignKey(
        "kerjasama.ParaPihak", models.CASCADE, null=True, blank=True, related_name="narahubung"
    )
    nama = models.CharField("nama", max_length=200)
    jabatan = models.CharField("jabatan", max_length=150, blank=True)
    telepon = models.CharField("telepon", max_length=50, blank=True)
    surel = models.EmailField("surel", blank=True)
    utama = models.BooleanField("narahubung utama", default=False)

    class Meta:
        verbose_name = "narahubung"
        verbose_name_plural = "narahubung"
        ordering = ("-utama", "nama", "pk")
        constraints = (
            models.CheckConstraint(
                name="narahubung_satu_tempat",
                condition=Q(mitra=None, pihak__isnull=False) | Q(mitra__isnull=False, pihak=None),
                violation_error_message="Pilih satu mitra atau satu pihak naskah.",
            ),
            models.UniqueConstraint(
                name="narahubung_utama_mitra",
                fields=("mitra",),
                condition=Q(utama=True),
                violation_error_message="Mitra ini sudah memiliki narahubung utama.",
            ),
            models.UniqueConstraint(
                name="narahubung_utama_pihak",
                fields=("pihak",),
                condition=Q(utama=True),
                violation_error_message="Pihak ini sudah memiliki narahubung utama.",
            ),
        )

    def __str__(self) -> str:
        return self.nama
