"""Mitra: every party outside the government."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.urls import reverse

from inti.models.constraints import dikenal
from inti.roles import Kemampuan, mampu
from kerjasama.enums import JenisMitra

if TYPE_CHECKING:
    from inti.models import Pengguna


class MitraQuerySet(models.QuerySet["Mitra"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> MitraQuerySet:
        """All for those who supervise; the partners of its naskah for a PD; itself for a mitra."""
        if mampu(pengguna.peran, Kemampuan.LIHAT_SEMUA_NASKAH):
            return self
        anggota = pengguna.keanggotaan.aktif()
        milik = models.Q(pk__in=anggota.exclude(mitra=None).values("mitra"))
        unit = anggota.exclude(perangkat_daerah=None).values("perangkat_daerah")
        return self.filter(
            milik | models.Q(pk__in=Mitra.objects.filter(naskah__perangkat_daerah__in=unit))
        )


class Mitra(models.Model):
    """A partner (Pasal 1 angka 8)."""

    nama = models.CharField("nama", max_length=250)
    # The name folded (see domain.kunci), so that two spellings of one partner collide.
    kunci = models.CharField(max_length=250, unique=True, editable=False)
    jenis = models.CharField("jenis mitra", max_length=40, choices=JenisMitra.choices)
    alamat = models.TextField("alamat", blank=True, max_length=500)
    surel = models.EmailField("surel", blank=True)
    telepon = models.CharField("telepon", max_length=50, blank=True)
    narahubung = models.CharField("narahubung", max_length=150, blank=True)

    objects = MitraQuerySet.as_manager()

    class Meta:
        verbose_name = "mitra"
        verbose_name_plural = "mitra"
        ordering = ("nama",)
        constraints = (dikenal("mitra_jenis_dikenal", "jenis", JenisMitra.values),)

    def __str__(self) -> str:
        return self.nama

    def get_absolute_url(self) -> str:
        return reverse("kerjasama:mitra-rincian", args=[self.pk])
