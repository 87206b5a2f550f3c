"""Pengecualian publik: a naskah that the public register does not show, and why."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from inti.models.constraints import lengkap
from kerjasama.models import TurunanNaskah


class PengecualianPublikQuerySet(models.QuerySet["PengecualianPublik"]):
    def berlaku(self) -> PengecualianPublikQuerySet:
        """Not lifted."""
        return self.filter(dicabut_pada=None)

    def untuk_daftar(self) -> PengecualianPublikQuerySet:
        """With what a list row shows."""
        return self.select_related("naskah", "ditahan_oleh")


class PengecualianPublik(TurunanNaskah, models.Model):
    """One withholding; lifting it closes the row, so that the history stays."""

    naskah = models.ForeignKey(
        "kerjasama.Naskah", models.PROTECT, related_name="pengecualian_publik"
    )
    alasan = models.CharField("alasan", max_length=300)
    ditahan_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    ditahan_pada = models.DateTimeField("ditahan pada", auto_now_add=True)
    dicabut_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    dicabut_pada = models.DateTimeField("dicabut pada", null=True, blank=True)

    # Said when a list was brought in: it goes with the naskah when that import is undone.
    dari_impor = models.BooleanField("dari impor", default=False)

    objects = PengecualianPublikQuerySet.as_manager()

    class Meta:
        verbose_name = "pengecualian publik"
        verbose_name_plural = "pengecualian publik"
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                name="pengecualian_publik_satu_berlaku",
                fields=("naskah",),
                condition=Q(dicabut_pada=None),
                violation_error_message="Naskah ini sudah ditahan dari register publik.",
            ),
            models.CheckConstraint(
                name="pengecualian_publik_beralasan",
                condition=~Q(alasan=""),
                violation_error_message="Penahanan wajib disertai alasan.",
            ),
            lengkap(
                "pengecualian_publik_pencabutan_bernama",
                Q(dicabut_pada__isnull=False),
                "dicabut_oleh",
                pesan="Pencabutan harus mencatat siapa dan kapan.",
            ),
        )

    def __str__(self) -> str:
        return f"Pengecualian publik {self.naskah}"

    def tanpa_pekerjaan(self) -> bool:
        """Said of a row of a list, and left so."""
        return self.dari_impor and self.dicabut_pada is None
