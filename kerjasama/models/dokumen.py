"""Files kept with a naskah; their versions are in versi_berkas."""

from __future__ import annotations

from django.db import models

from inti.models.constraints import dikenal
from kerjasama.enums import JenisDokumen
from kerjasama.models.naskah import Naskah


class DokumenNaskah(models.Model):
    """A file kept with a naskah."""

    naskah = models.ForeignKey(Naskah, models.CASCADE, related_name="dokumen")
    berkas = models.ForeignKey("inti.Berkas", models.PROTECT, related_name="+")
    jenis = models.CharField(
        "jenis dokumen", max_length=20, choices=JenisDokumen.choices, default=JenisDokumen.NASKAH
    )
    keterangan = models.CharField("keterangan", max_length=200, blank=True)

    class Meta:
        verbose_name = "dokumen naskah"
        verbose_name_plural = "dokumen naskah"
        ordering = ("pk",)
        constraints = (dikenal("dokumen_naskah_jenis_dikenal", "jenis", JenisDokumen.values),)

    def __str__(self) -> str:
        return str(self.berkas)
