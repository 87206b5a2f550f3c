"""The bundle: one PDF with the report and its attachments. The row is the job."""

from __future__ import annotations

from datetime import timedelta

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from inti.models.constraints import dikenal, lengkap
from pelaporan.enums import StatusBundel
from pelaporan.models.klaim import KlaimQuerySet
from pelaporan.models.laporan import Laporan


class BundelQuerySet(KlaimQuerySet["Bundel"]):
    klaim_basi = timedelta(minutes=5)


class Bundel(models.Model):
    """One rendering of one sent version of a report; never rendered again once ready."""

    laporan = models.ForeignKey(Laporan, models.PROTECT, related_name="bundel")
    versi = models.PositiveSmallIntegerField("versi")
    # Every fact that is printed, gathered in the transaction that sent the report.
    isi = models.JSONField("isi", encoder=DjangoJSONEncoder)
    kode = models.CharField("kode verifikasi", max_length=32, unique=True)
    status = models.CharField(
        "status", max_length=20, choices=StatusBundel.choices, default=StatusBundel.ANTRE
    )
    langkah = models.CharField("langkah", max_length=100, blank=True)
    persen = models.PositiveSmallIntegerField("persen", default=0)
    berkas = models.ForeignKey(
        "inti.Berkas", models.PROTECT, null=True, blank=True, related_name="+"
    )
    halaman = models.PositiveSmallIntegerField("jumlah halaman", default=0)
    diminta_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    diminta_pada = models.DateTimeField("diminta pada", auto_now_add=True)
    diambil_pada = models.DateTimeField("diambil pada", null=True, blank=True)
    selesai_pada = models.DateTimeField("selesai pada", null=True, blank=True)
    percobaan = models.PositiveSmallIntegerField("percobaan", default=0)
    kesalahan = models.CharField("kesalahan", max_length=500, blank=True)

    objects = BundelQuerySet.as_manager()

    class Meta:
        verbose_name = "bundel"
        verbose_name_plural = "bundel"
        ordering = ("-pk",)
        constraints = (
            dikenal("bundel_status_dikenal", "status", StatusBundel.values),
            models.UniqueConstraint(name="bundel_sekali", fields=("laporan", "versi")),
            lengkap(
                "bundel_siap_lengkap",
                Q(status=StatusBundel.SIAP),
                "berkas",
                "selesai_pada",
                pesan="Bundel yang siap harus mempunyai berkas.",
            ),
            models.CheckConstraint(
                name="bundel_persen_wajar",
                condition=Q(persen__lte=100),
                violation_error_message="Kemajuan paling banyak 100 persen.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.laporan} versi {self.versi}"
