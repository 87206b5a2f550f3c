"""The bundle: one PDF with the report and its attachments. The row is the job."""

from __future__ import annotations

from datetime import timedelta

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q

from inti.models.constraints import dikenal, lengkap
from pelaporan.domain.lampiran import berarsip
from pelaporan.enums import StatusBundel
from pelaporan.models.klaim import PekerjaanBerkas, PekerjaanQuerySet
from pelaporan.models.laporan import Laporan


class BundelQuerySet(PekerjaanQuerySet["Bundel"]):
    klaim_basi = timedelta(minutes=5)

    def dicabut(self) -> BundelQuerySet:
        """Revoked, of the version of their report that was sent last."""
        return self.filter(dicabut_pada__isnull=False, versi=F("laporan__versi"))


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

    dicabut_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    dicabut_pada = models.DateTimeField("dicabut pada", null=True, blank=True)
    # Told to whoever checks the paper.
    alasan_cabut = models.CharField("alasan pencabutan", max_length=300, blank=True)

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
            lengkap(
                "bundel_dicabut_lengkap",
                ~Q(alasan_cabut=""),
                "dicabut_oleh",
                "dicabut_pada",
                pesan="Pencabutan harus mencatat siapa dan kapan.",
            ),
            models.CheckConstraint(
                name="bundel_dicabut_beralasan",
                condition=Q(dicabut_pada=None) | ~Q(alasan_cabut=""),
                violation_error_message="Pencabutan wajib disertai alasan.",
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
    def berarsip(self) -> bool:
        """Whether it claims to be PDF/A."""
        return berarsip(self.isi)

    @property
    def digantikan(self) -> bool:
        """Whether the report was sent again since."""
        return self.versi < self.laporan.versi

    @property
    def dicabut(self) -> bool:
        """Whether it was declared void."""
        return self.dicabut_pada is not None
