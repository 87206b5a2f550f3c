"""Official documents as issued: what they print is kept, and the bytes are made once."""

from __future__ import annotations

from datetime import timedelta

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from inti.models.constraints import dikenal, lengkap
from pelaporan.enums import JenisDokumen, StatusDokumen
from pelaporan.models.klaim import KlaimQuerySet, PekerjaanBerkas


class DokumenQuerySet(KlaimQuerySet["Dokumen"]):
    klaim_basi = timedelta(minutes=5)

    def tentang(self, jenis: JenisDokumen, objek_id: int) -> DokumenQuerySet:
        """All versions of one document, newest first."""
        return self.filter(jenis=jenis, objek_id=objek_id).order_by("-versi")

    def bertanda(self) -> DokumenQuerySet:
        """With `digantikan`: whether a newer version was issued."""
        baru = Dokumen.objects.filter(
            jenis=OuterRef("jenis"), objek_id=OuterRef("objek_id"), versi__gt=OuterRef("versi")
        )
        return self.annotate(digantikan=Exists(baru))


class Dokumen(PekerjaanBerkas):
    """One version of one document of one object; who may see that may see this."""

    jenis = models.CharField("jenis", max_length=20, choices=JenisDokumen.choices)
    objek_id = models.PositiveBigIntegerField("objek")
    versi = models.PositiveSmallIntegerField("versi")
    judul = models.CharField("judul", max_length=250)
    nomor = models.OneToOneField(
        "inti.NomorSurat", models.PROTECT, null=True, blank=True, related_name="+"
    )
    tanggal = models.DateField("tanggal")
    # Every fact that is printed, gathered in the transaction that issued it, and its hash.
    isi = models.JSONField("isi", encoder=DjangoJSONEncoder)
    sidik = models.CharField(max_length=64, editable=False)
    kode = models.CharField("kode verifikasi", max_length=32, unique=True)
    status = models.CharField(
        "status", max_length=20, choices=StatusDokumen.choices, default=StatusDokumen.ANTRE
    )
    halaman = models.PositiveSmallIntegerField("jumlah halaman", default=0)

    objects = DokumenQuerySet.as_manager()

    class Meta:
        verbose_name = "dokumen"
        verbose_name_plural = "dokumen"
        ordering = ("-pk",)
        constraints = (
            dikenal("dokumen_jenis_dikenal", "jenis", JenisDokumen.values),
            dikenal("dokumen_status_dikenal", "status", StatusDokumen.values),
            models.UniqueConstraint(name="dokumen_sekali", fields=("jenis", "objek_id", "versi")),
            lengkap(
                "dokumen_siap_lengkap",
                Q(status=StatusDokumen.SIAP),
                "berkas",
                "selesai_pada",
                pesan="Dokumen yang siap harus mempunyai berkas.",
            ),
            models.CheckConstraint(
                name="dokumen_persen_wajar",
                condition=Q(persen__lte=100),
                violation_error_message="Kemajuan paling banyak 100 persen.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.judul} (versi {self.versi})" if self.versi > 1 else self.judul

    def get_absolute_url(self) -> str:
        return reverse("pelaporan:dokumen-rincian", args=[self.pk])
