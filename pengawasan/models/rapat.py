"""The meeting as data: who attended, what was said."""

from __future__ import annotations

from django.db import models

from inti.models.constraints import berurutan, dikenal
from pengawasan.enums import UnsurHadirin
from pengawasan.models.kegiatan import Kegiatan


class Hadirin(models.Model):
    """One line of the daftar hadir."""

    kegiatan = models.ForeignKey(Kegiatan, models.CASCADE, related_name="hadirin")
    nama = models.CharField("nama", max_length=150)
    jabatan = models.CharField("jabatan", max_length=200, blank=True)
    instansi = models.CharField("instansi", max_length=200)
    unsur = models.CharField("unsur", max_length=20, choices=UnsurHadirin.choices)
    urutan = models.PositiveSmallIntegerField("urutan", default=0)

    class Meta:
        verbose_name = "hadirin"
        verbose_name_plural = "hadirin"
        ordering = ("urutan", "pk")
        constraints = (dikenal("hadirin_unsur_dikenal", "unsur", UnsurHadirin.values),)

    def __str__(self) -> str:
        return self.nama


class Notulensi(models.Model):
    """The minutes of a meeting."""

    kegiatan = models.OneToOneField(Kegiatan, models.CASCADE, related_name="notulensi")
    tanggal = models.DateField("tanggal rapat")
    mulai = models.TimeField("mulai pukul")
    selesai = models.TimeField("selesai pukul", null=True, blank=True)
    tempat = models.CharField("tempat", max_length=250)
    pimpinan = models.CharField("pimpinan rapat", max_length=150)
    notulis = models.CharField("notulis", max_length=150)
    agenda = models.TextField("agenda", max_length=2_000)
    pembahasan = models.TextField("pembahasan", max_length=20_000)
    kesimpulan = models.TextField("kesimpulan", max_length=5_000)
    dicatat_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    dicatat_pada = models.DateTimeField("dicatat pada", auto_now=True)

    class Meta:
        verbose_name = "notulensi"
        verbose_name_plural = "notulensi"
        constraints = (
            berurutan(
                "notulensi_selesai_setelah_mulai",
                "mulai",
                "selesai",
                "Waktu selesai tidak boleh sebelum waktu mulai.",
            ),
        )

    def __str__(self) -> str:
        return f"Notulensi {self.kegiatan}"
