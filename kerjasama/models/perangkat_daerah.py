"""Perangkat Daerah: the units of the government."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from inti.alamat import alamat_baris
from inti.models.constraints import berurutan
from inti.roles import Kemampuan, mampu
from kerjasama.models.nama import Bernama, NamaPerangkatDaerah

if TYPE_CHECKING:
    from inti.models import Pengguna


class PerangkatDaerahQuerySet(models.QuerySet["PerangkatDaerah"]):
    def aktif_pada(self, tanggal: date) -> PerangkatDaerahQuerySet:
        """Units that exist on the day."""
        return self.filter(Q(sampai=None) | Q(sampai__gte=tanggal))

    def bernama(self, teks: str) -> PerangkatDaerahQuerySet:
        """By a part of the present name or of a former one, or of what else it is called."""
        lama = NamaPerangkatDaerah.objects.filter(nama__icontains=teks).values("perangkat_daerah")
        kini = Q(nama__icontains=teks) | Q(singkatan__icontains=teks)
        return self.filter(kini | Q(sebutan_lain__icontains=teks) | Q(pk__in=lama))

    def terlihat_oleh(self, pengguna: Pengguna) -> PerangkatDaerahQuerySet:
        """All for those who supervise, one's own unit for a PD, none for others."""
        if mampu(pengguna.peran, Kemampuan.LIHAT_SEMUA_NASKAH):
            return self
        return self.filter(keanggotaan__in=pengguna.keanggotaan.aktif())


class PerangkatDaerah(Bernama):
    """A unit that initiates or takes part in cooperation (Pasal 1 angka 6)."""

    kode = models.SlugField("kode", unique=True, max_length=60)
    nama = models.CharField("nama", max_length=200, unique=True)
    singkatan = models.CharField("singkatan", max_length=40, blank=True)
    # How lists name the unit besides: its long name, other abbreviations; one a line.
    sebutan_lain = models.TextField("sebutan lain", max_length=1_000, blank=True)
    jabatan_kepala = models.CharField("jabatan kepala", max_length=200, blank=True)
    surel = models.EmailField("surel", blank=True)
    telepon = models.CharField("telepon", max_length=50, blank=True)
    mulai = models.DateField("ada sejak", null=True, blank=True)
    sampai = models.DateField("ada sampai", null=True, blank=True)

    objects = PerangkatDaerahQuerySet.as_manager()

    class Meta:
        verbose_name = "perangkat daerah"
        verbose_name_plural = "perangkat daerah"
        ordering = ("nama",)
        constraints = (
            berurutan(
                "perangkat_daerah_sampai_setelah_mulai",
                "mulai",
                "sampai",
                "Akhir keberadaan tidak boleh sebelum mulainya.",
            ),
        )

    def __str__(self) -> str:
        return self.nama

    @property
    def daftar_sebutan(self) -> list[str]:
        """The other names, one by one."""
        return [baris.strip() for baris in self.sebutan_lain.splitlines() if baris.strip()]

    def get_absolute_url(self) -> str:
        return alamat_baris("kerjasama:perangkat-daerah-rincian", self.pk)
