"""Who stands in a naskah: its mitra, and the units that initiate or take part."""

from __future__ import annotations

from django.db import models

from inti.models.constraints import dikenal
from kerjasama.enums import PeranPD


class ParaPihak(models.Model):
    """One mitra in one naskah, with its own number and signatory."""

    naskah = models.ForeignKey("kerjasama.Naskah", models.CASCADE, related_name="pihak")
    mitra = models.ForeignKey(
        "kerjasama.Mitra", models.PROTECT, related_name="pihak", verbose_name="mitra"
    )
    nomor = models.CharField("nomor mitra", max_length=120, blank=True)
    penanda_tangan = models.CharField("penanda tangan", max_length=150, blank=True)
    jabatan = models.CharField("jabatan penanda tangan", max_length=150, blank=True)

    class Meta:
        verbose_name = "para pihak"
        verbose_name_plural = "para pihak"
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                name="para_pihak_sekali",
                fields=("naskah", "mitra"),
                violation_error_message="Mitra ini sudah menjadi pihak.",
            ),
        )

    def __str__(self) -> str:
        return str(self.mitra)


class NaskahPerangkatDaerah(models.Model):
    """One Perangkat Daerah that initiates or takes part in a naskah."""

    naskah = models.ForeignKey("kerjasama.Naskah", models.CASCADE, related_name="keterlibatan")
    perangkat_daerah = models.ForeignKey(
        "kerjasama.PerangkatDaerah",
        models.PROTECT,
        related_name="keterlibatan",
        verbose_name="perangkat daerah",
    )
    peran = models.CharField(
        "peran", max_length=20, choices=PeranPD.choices, default=PeranPD.PEMRAKARSA
    )
    # Who signed for the unit: never on the team that supervises the naskah.
    penanda_tangan = models.CharField("penanda tangan", max_length=150, blank=True)
    jabatan = models.CharField("jabatan penanda tangan", max_length=150, blank=True)

    class Meta:
        verbose_name = "perangkat daerah pada naskah"
        verbose_name_plural = "perangkat daerah pada naskah"
        ordering = ("pk",)
        constraints = (
            dikenal("keterlibatan_peran_dikenal", "peran", PeranPD.values),
            models.UniqueConstraint(
                name="keterlibatan_sekali",
                fields=("naskah", "perangkat_daerah"),
                violation_error_message="Perangkat daerah ini sudah tercatat.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.perangkat_daerah} ({self.get_peran_display()})"
