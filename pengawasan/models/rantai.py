"""The chain of a recommendation: every step with who, as which seat, when, and what was said."""

from __future__ import annotations

from django.db import models

from inti.models.constraints import dikenal
from pengawasan.enums import JenisLangkah
from pengawasan.models.matrik import SEL


class LangkahRekomendasi(models.Model):
    """One step. Name and seat are copied: a later holder changes nothing of it."""

    rekomendasi = models.ForeignKey(
        "pengawasan.Rekomendasi", models.CASCADE, related_name="langkah"
    )
    jenis = models.CharField("langkah", max_length=20, choices=JenisLangkah.choices)
    oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    nama = models.CharField("nama", max_length=150)
    sebagai = models.CharField("sebagai", max_length=220, blank=True)
    pada = models.DateTimeField("pada")
    catatan = models.TextField("catatan", blank=True, max_length=SEL)

    class Meta:
        verbose_name = "langkah rekomendasi"
        verbose_name_plural = "langkah rekomendasi"
        ordering = ("pk",)
        constraints = (
            dikenal("langkah_rekomendasi_dikenal", "jenis", JenisLangkah.values),
            models.UniqueConstraint(
                name="langkah_saran_sekali",
                fields=("rekomendasi",),
                condition=models.Q(jenis=JenisLangkah.SARAN),
            ),
        )

    def __str__(self) -> str:
        return self.get_jenis_display()
