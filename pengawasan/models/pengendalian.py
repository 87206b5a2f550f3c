"""Pengendalian: what a Perangkat Daerah controlled in its own scope (Pasal 7 ayat (1))."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from inti.alamat import alamat_baris
from inti.roles import Kemampuan, mampu
from kerjasama.models import Naskah

if TYPE_CHECKING:
    from inti.models import Pengguna


class PengendalianQuerySet(models.QuerySet["Pengendalian"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> PengendalianQuerySet:
        """Those who supervise and the units of the naskah; never the mitra."""
        if not mampu(pengguna.peran, Kemampuan.LIHAT_PENGAWASAN):
            return self.none()
        return self.filter(naskah__in=Naskah.objects.terlihat_oleh(pengguna))

    def untuk_daftar(self) -> PengendalianQuerySet:
        """With what a list row shows."""
        return self.select_related("naskah", "perangkat_daerah", "berkas")


class Pengendalian(models.Model):
    """One entry of the log; corrected with a trail, never deleted."""

    naskah = models.ForeignKey("kerjasama.Naskah", models.PROTECT, related_name="pengendalian")
    perangkat_daerah = models.ForeignKey(
        "kerjasama.PerangkatDaerah",
        models.PROTECT,
        related_name="pengendalian",
        verbose_name="perangkat daerah",
    )
    tanggal = models.DateField("tanggal")
    objek = models.TextField("yang dikendalikan", max_length=2_000)
    temuan = models.TextField("temuan", max_length=5_000)
    tindakan = models.TextField("tindakan", blank=True, max_length=5_000)
    berkas = models.ForeignKey(
        "inti.Berkas", models.PROTECT, null=True, blank=True, related_name="+"
    )
    # Rises with every correction, so that two people who correct one entry collide.
    versi = models.PositiveIntegerField("versi", default=1)
    dicatat_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    dicatat_pada = models.DateTimeField("dicatat pada", auto_now_add=True)

    objects = PengendalianQuerySet.as_manager()

    class Meta:
        verbose_name = "pengendalian"
        verbose_name_plural = "pengendalian"
        ordering = ("-tanggal", "-pk")
        indexes = (
            models.Index(fields=("-tanggal", "-id"), name="pengendalian_urutan"),
            models.Index(fields=("naskah", "-tanggal"), name="pengendalian_naskah"),
        )
        constraints = (
            models.CheckConstraint(
                name="pengendalian_berisi",
                condition=~Q(objek="") & ~Q(temuan=""),
                violation_error_message="Sebutkan yang dikendalikan dan apa yang ditemukan.",
            ),
        )

    def __str__(self) -> str:
        return self.objek[:80]

    def get_absolute_url(self) -> str:
        return alamat_baris("pengawasan:pengendalian-rincian", self.pk)
