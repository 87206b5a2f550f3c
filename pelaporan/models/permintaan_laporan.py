"""Reports that are asked for besides the periodic ones (Pasal 9 ayat (1): on request)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from inti.alamat import alamat_baris
from inti.models.constraints import lengkap
from kerjasama.models import Naskah

if TYPE_CHECKING:
    from inti.models import Pengguna

PERIHAL = 150


class PermintaanLaporanQuerySet(models.QuerySet["PermintaanLaporan"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> PermintaanLaporanQuerySet:
        """Of the naskah one may see."""
        return self.filter(naskah__in=Naskah.objects.terlihat_oleh(pengguna))

    def untuk_daftar(self) -> PermintaanLaporanQuerySet:
        """With what a list row shows: how many are asked, how many have answered."""
        return self.select_related("naskah", "diminta_oleh").annotate(
            jumlah=models.Count("kewajiban"),
            jumlah_disampaikan=models.Count("kewajiban", filter=Q(kewajiban__status="terpenuhi")),
        )

    def untuk_surat(self) -> PermintaanLaporanQuerySet:
        """With every fact that a letter to the mitra prints; `kewajiban` has one row for each."""
        return self.select_related("naskah", "diminta_oleh").prefetch_related("kewajiban__mitra")


class PermintaanLaporan(models.Model):
    """One request to one or more mitra of a naskah; each of them owes a report of its own."""

    naskah = models.ForeignKey(
        "kerjasama.Naskah", models.PROTECT, related_name="permintaan_laporan"
    )
    perihal = models.CharField("perihal", max_length=PERIHAL)
    alasan = models.TextField("alasan", max_length=1_000)
    batas = models.DateField("batas penyampaian")
    diminta_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    diminta_pada = models.DateTimeField("diminta pada", auto_now_add=True)
    ditarik_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    ditarik_pada = models.DateTimeField("ditarik pada", null=True, blank=True)
    alasan_tarik = models.CharField("alasan ditarik", max_length=300, blank=True)

    objects = PermintaanLaporanQuerySet.as_manager()

    class Meta:
        verbose_name = "permintaan laporan"
        verbose_name_plural = "permintaan laporan"
        ordering = ("-diminta_pada", "-pk")
        constraints = (
            models.CheckConstraint(
                name="permintaan_laporan_beralasan",
                condition=~Q(perihal="") & ~Q(alasan=""),
                violation_error_message="Permintaan laporan harus berperihal dan beralasan.",
            ),
            lengkap(
                "permintaan_laporan_ditarik_lengkap",
                Q(ditarik_pada__isnull=False) | ~Q(alasan_tarik=""),
                "ditarik_oleh",
                "ditarik_pada",
                pesan="Penarikan harus mencatat siapa dan kapan.",
            ),
            models.CheckConstraint(
                name="permintaan_laporan_ditarik_beralasan",
                condition=Q(ditarik_pada=None) | ~Q(alasan_tarik=""),
                violation_error_message="Penarikan harus beralasan.",
            ),
        )

    def __str__(self) -> str:
        return f"Permintaan laporan: {self.perihal}"

    def get_absolute_url(self) -> str:
        return alamat_baris("pelaporan:permintaan-laporan-rincian", self.pk)
