"""The text inside an uploaded PDF, read once."""

from __future__ import annotations

from django.db import models


class TeksBerkas(models.Model):
    """What the bytes with this SHA-256 say; empty for a scan, or for what cannot be read."""

    sha256 = models.CharField("SHA-256", max_length=64, unique=True)
    teks = models.TextField("teks", blank=True)
    keterangan = models.CharField("keterangan", max_length=200, blank=True)
    dibaca_pada = models.DateTimeField("dibaca pada", auto_now_add=True)

    class Meta:
        verbose_name = "teks berkas"
        verbose_name_plural = "teks berkas"

    def __str__(self) -> str:
        return self.sha256
