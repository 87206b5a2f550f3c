"""Urusan pemerintahan: reference data."""

from django.db import models

from inti.models.constraints import dikenal
from kerjasama.enums import KelompokUrusan


class Urusan(models.Model):
    """One field of government."""

    kode = models.SlugField("kode", unique=True, max_length=80)
    nama = models.CharField("nama urusan", max_length=150)
    kelompok = models.CharField("kelompok", max_length=20, choices=KelompokUrusan.choices)
    urutan = models.PositiveSmallIntegerField("urutan", default=100)

    class Meta:
        verbose_name = "urusan pemerintahan"
        verbose_name_plural = "urusan pemerintahan"
        ordering = ("urutan",)
        constraints = (dikenal("urusan_kelompok_dikenal", "kelompok", KelompokUrusan.values),)

    def __str__(self) -> str:
        return self.nama
