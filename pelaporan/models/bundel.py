"""The bundle: one PDF with the report and its attachments. The row is the job."""

from __future__ import annotations

from datetime import timedelta

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from inti.models.constraints import dikenal, lengkap
from pelaporan.enums import StatusBundel
from pelaporan.models.klaim import PekerjaanBerkas, PekerjaanQuerySet
from pelaporan.models.laporan import Laporan


class BundelQuerySet(PekerjaanQuerySet["Bundel"]):
    klaim_basi = timedelta(minutes=5)


class Bundel(PekerjaanBerkas):
    """One rendering of one sent version of a report; never rendered again once ready."""

    laporan = models.ForeignKey(Laporan, models.PROTECT, related_name="bundel")
    versi = models.PositiveSmallIntegerField("versi")
    # Every fact that is printed, gathered in the transaction that sent the report.
    isi = models.JSONField("isi", encoder=DjangoJSONEncoder)
    kode = models.CharField("kode verifikasi", max_length=32, unique=True)
    status = models.CharField(
        "status", max_length=20, choices=StatusBundel.choices, default=StatusBundel.ANTRE
    )
    halaman = models.PositiveSmallIntegerField("jumlah halaman", default=0)

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

    @property
    def digantikan(self) -> bool:
        """Whether the report was sent again since."""
        return self.versi < self.laporan.versi
