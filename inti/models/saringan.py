"""Filters that a person keeps under a name: one's own, of one list."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse


class SaringanTersimpan(models.Model):
    """The query string of one list; the one that is `bawaan` is applied when the list is opened."""

    pengguna = models.ForeignKey("inti.Pengguna", models.CASCADE, related_name="saringan")
    # The URL name of the list.
    halaman = models.CharField("halaman", max_length=80)
    nama = models.CharField("nama", max_length=60)
    kueri = models.CharField("saringan", max_length=2_000)
    bawaan = models.BooleanField("pakai setiap kali daftar ini dibuka", default=False)

    class Meta:
        verbose_name = "saringan tersimpan"
        verbose_name_plural = "saringan tersimpan"
        ordering = ("nama",)
        constraints = (
            models.UniqueConstraint(
                name="saringan_nama_sekali",
                fields=("pengguna", "halaman", "nama"),
                violation_error_message="Sudah ada saringan dengan nama itu pada daftar ini.",
            ),
            models.UniqueConstraint(
                name="saringan_satu_bawaan",
                fields=("pengguna", "halaman"),
                condition=Q(bawaan=True),
            ),
        )

    def __str__(self) -> str:
        return self.nama

    def get_absolute_url(self) -> str:
        return f"{reverse(self.halaman)}?{self.kueri}"
