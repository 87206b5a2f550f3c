"""The team's analysis of what the mitra reported."""

from __future__ import annotations

from django.db import models

from pengawasan.models.kegiatan import Kegiatan


class HasilAnalisa(models.Model):
    """What the team read out of the mitra's reports (Pasal 6 ayat (2)); one per kegiatan.

    `laporan` names each report as it stood when it was read: its key, its round, and in words.
    The reports themselves live above this app, so there is no foreign key.
    """

    kegiatan = models.OneToOneField(Kegiatan, models.PROTECT, related_name="hasil_analisa")
    laporan = models.JSONField("laporan yang dianalisa", default=list, blank=True)
    dokumen_lain = models.CharField("dokumen lain yang dianalisa", max_length=500, blank=True)
    ringkasan = models.TextField("ringkasan", max_length=10_000)
    permasalahan = models.TextField("permasalahan", max_length=10_000)
    kesimpulan = models.TextField("kesimpulan", max_length=10_000)
    versi = models.PositiveIntegerField(default=1, editable=False)
    dianalisa_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    dianalisa_pada = models.DateTimeField("dianalisa pada")

    class Meta:
        verbose_name = "hasil analisa"
        verbose_name_plural = "hasil analisa"

    def __str__(self) -> str:
        return f"Analisa laporan mitra, {self.kegiatan}"

    @property
    def sebutan(self) -> list[str]:
        """What was read, in words."""
        lain = [self.dokumen_lain] if self.dokumen_lain else []
        return [str(satu["sebutan"]) for satu in self.laporan] + lain
