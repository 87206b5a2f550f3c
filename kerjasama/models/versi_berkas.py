"""Versions of a file that is kept: of a document of a naskah, or of a dated attachment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils import timezone

from inti.models.constraints import berurutan
from kerjasama.models.lampiran import LampiranBertanggal
from kerjasama.models.naskah import Naskah

if TYPE_CHECKING:
    from inti.models import Pengguna

MILIK_DOKUMEN = Q(dokumen__isnull=False, lampiran__isnull=True)
MILIK_LAMPIRAN = Q(dokumen__isnull=True, lampiran__isnull=False)


class VersiBerkasQuerySet(models.QuerySet["VersiBerkas"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> VersiBerkasQuerySet:
        """Of the documents and the attachments that one may see."""
        naskah = Naskah.objects.terlihat_oleh(pengguna)
        lampiran = LampiranBertanggal.objects.terlihat_oleh(pengguna)
        return self.filter(Q(dokumen__naskah__in=naskah) | Q(lampiran__in=lampiran))

    def pada_naskah(self, naskah: Naskah) -> VersiBerkasQuerySet:
        """Of everything that is kept with the naskah."""
        return self.filter(Q(dokumen__naskah=naskah) | Q(lampiran__naskah=naskah))


class VersiBerkas(models.Model):
    """One version. The newest is shown; the older ones stay readable, with their period."""

    dokumen = models.ForeignKey(
        "kerjasama.DokumenNaskah", models.CASCADE, null=True, blank=True, related_name="versi"
    )
    lampiran = models.ForeignKey(
        "kerjasama.LampiranBertanggal", models.CASCADE, null=True, blank=True, related_name="versi"
    )
    ke = models.PositiveSmallIntegerField("versi ke")
    berkas = models.ForeignKey("inti.Berkas", models.PROTECT, related_name="+")
    keterangan = models.CharField("keterangan", max_length=200, blank=True)
    nomor = models.CharField("nomor", max_length=120, blank=True)
    penerbit = models.CharField("penerbit", max_length=150, blank=True)
    nilai = models.PositiveBigIntegerField("nilai (rupiah)", null=True, blank=True)
    berlaku_mulai = models.DateField("berlaku mulai", null=True, blank=True)
    berlaku_sampai = models.DateField("berlaku sampai", null=True, blank=True)
    diunggah_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    diunggah_pada = models.DateTimeField("diunggah pada", default=timezone.now)

    objects = VersiBerkasQuerySet.as_manager()

    class Meta:
        verbose_name = "versi berkas"
        verbose_name_plural = "versi berkas"
        ordering = ("-ke", "-pk")
        constraints = (
            models.UniqueConstraint(
                name="versi_dokumen_sekali",
                fields=("dokumen", "ke"),
                violation_error_message="Versi ini sudah tercatat.",
            ),
            models.UniqueConstraint(
                name="versi_lampiran_sekali",
                fields=("lampiran", "ke"),
                violation_error_message="Versi ini sudah tercatat.",
            ),
            models.CheckConstraint(
                name="versi_satu_pemilik",
                condition=MILIK_DOKUMEN | MILIK_LAMPIRAN,
                violation_error_message="Versi milik satu dokumen atau satu lampiran.",
            ),
            models.CheckConstraint(
                name="versi_lampiran_bermasa",
                condition=MILIK_DOKUMEN
                | Q(berlaku_mulai__isnull=False, berlaku_sampai__isnull=False),
                violation_error_message="Versi lampiran harus menyebut masa berlakunya.",
            ),
            berurutan(
                "versi_masa_berurutan",
                "berlaku_mulai",
                "berlaku_sampai",
                "Berlaku sampai tidak boleh sebelum berlaku mulai.",
            ),
        )

    def __str__(self) -> str:
        return f"versi {self.ke}: {self.berkas}"
