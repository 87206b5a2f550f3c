"""Mitra: every party outside the government."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

from inti.alamat import alamat_baris
from inti.models.constraints import dikenal
from inti.roles import Kemampuan, mampu
from kerjasama.enums import JenisMitra
from kerjasama.models.nama import Bernama, NamaMitra

if TYPE_CHECKING:
    from inti.models import Pengguna


class MitraQuerySet(models.QuerySet["Mitra"]):
    def aktif(self) -> MitraQuerySet:
        """Those that were not merged into another."""
        return self.filter(digabung_ke=None)

    def bernama(self, teks: str) -> MitraQuerySet:
        """By a part of the present name or of any other it carries or carried."""
        lain = NamaMitra.objects.filter(nama__icontains=teks).values("mitra")
        return self.filter(models.Q(nama__icontains=teks) | models.Q(pk__in=lain))

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


class Mitra(Bernama):
    """A partner (Pasal 1 angka 8)."""

    nama = models.CharField("nama", max_length=250)
    # The name folded (see domain.kunci), so that two spellings of one partner collide.
    kunci = models.CharField(max_length=250, unique=True, editable=False)
    jenis = models.CharField("jenis mitra", max_length=40, choices=JenisMitra.choices)
    alamat = models.TextField("alamat", blank=True, max_length=500)
    surel = models.EmailField("surel", blank=True)
    telepon = models.CharField("telepon", max_length=50, blank=True)
    # A twin that was merged is closed, never deleted; what pointed to it points there.
    digabung_ke = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="gabungan",
        verbose_name="digabung ke",
        editable=False,
    )

    objects = MitraQuerySet.as_manager()

    class Meta:
        verbose_name = "mitra"
        verbose_name_plural = "mitra"
        ordering = ("nama",)
        indexes = (models.Index(fields=("nama", "id"), name="mitra_menurut_nama"),)
        constraints = (
            dikenal("mitra_jenis_dikenal", "jenis", JenisMitra.values),
            models.CheckConstraint(
                name="mitra_digabung_ke_lain",
                condition=models.Q(digabung_ke=None) | ~models.Q(digabung_ke=models.F("pk")),
                violation_error_message="Mitra tidak dapat digabung dengan dirinya sendiri.",
            ),
        )

    def __str__(self) -> str:
        return self.nama

    def get_absolute_url(self) -> str:
        return alamat_baris("kerjasama:mitra-rincian", self.pk)
