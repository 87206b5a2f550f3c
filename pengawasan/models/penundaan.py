"""Requests to postpone an obligation, and what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q

from inti.models.constraints import dikenal, lengkap
from kerjasama.models import Naskah
from pengawasan.enums import StatusPenundaan

if TYPE_CHECKING:
    from inti.models import Pengguna


class PermintaanWaktu(models.Model):
    """A later day, asked for by one person with a reason and decided by another."""

    sampai = models.DateField("ditunda sampai")
    alasan = models.CharField("alasan", max_length=300)
    status = models.CharField(
        "status",
        max_length=20,
        choices=StatusPenundaan.choices,
        default=StatusPenundaan.DIAJUKAN,
    )
    diajukan_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    diajukan_pada = models.DateTimeField("diajukan pada", auto_now_add=True)
    diputuskan_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    diputuskan_pada = models.DateTimeField("diputuskan pada", null=True, blank=True)
    catatan_putusan = models.CharField("catatan putusan", max_length=300, blank=True)

    class Meta:
        abstract = True
        ordering = ("-diajukan_pada", "-pk")


def syarat_permintaan(awalan: str) -> tuple[models.CheckConstraint, ...]:
    """What every such table forbids; the names begin with `awalan`."""
    return (
        dikenal(f"{awalan}_status_dikenal", "status", StatusPenundaan.values),
        models.CheckConstraint(
            name=f"{awalan}_beralasan",
            condition=~Q(alasan=""),
            violation_error_message="Penundaan harus beralasan.",
        ),
        lengkap(
            f"{awalan}_diputuskan_lengkap",
            Q(status__in=(StatusPenundaan.DISETUJUI, StatusPenundaan.DITOLAK)),
            "diputuskan_oleh",
            "diputuskan_pada",
            pesan="Putusan harus mencatat siapa dan kapan.",
        ),
        models.CheckConstraint(
            name=f"{awalan}_ditolak_beralasan",
            condition=~Q(status=StatusPenundaan.DITOLAK) | ~Q(catatan_putusan=""),
            violation_error_message="Penolakan harus beralasan.",
        ),
        models.CheckConstraint(
            name=f"{awalan}_diputuskan_orang_lain",
            condition=Q(diputuskan_oleh=None) | ~Q(diputuskan_oleh=F("diajukan_oleh")),
            violation_error_message="Pengaju tidak dapat memutuskan permintaannya sendiri.",
        ),
    )


class PenundaanJadwalQuerySet(models.QuerySet["PenundaanJadwal"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> PenundaanJadwalQuerySet:
        """Of the naskah one may see."""
        return self.filter(jadwal__naskah__in=Naskah.objects.terlihat_oleh(pengguna))

    def menunggu(self) -> PenundaanJadwalQuerySet:
        """Not yet decided."""
        return self.filter(status=StatusPenundaan.DIAJUKAN)

    def untuk_daftar(self) -> PenundaanJadwalQuerySet:
        """With what a list row shows."""
        return self.select_related("jadwal__naskah", "diajukan_oleh", "diputuskan_oleh")


class PenundaanJadwal(PermintaanWaktu):
    """One request. What is granted is also written on the obligation, which lists are asked by."""

    jadwal = models.ForeignKey("pengawasan.Jadwal", models.CASCADE, related_name="penundaan")
    # The legal date as it was when it was asked for.
    jatuh_tempo = models.DateField("jatuh tempo menurut aturan")
    objects = PenundaanJadwalQuerySet.as_manager()

    class Meta(PermintaanWaktu.Meta):
        verbose_name = "penundaan jadwal"
        verbose_name_plural = "penundaan jadwal"
        indexes = (
            models.Index(fields=("status", "-diajukan_pada", "-id"), name="penundaan_status"),
        )
        constraints = (
            models.UniqueConstraint(
                name="penundaan_satu_menunggu",
                fields=("jadwal",),
                condition=Q(status=StatusPenundaan.DIAJUKAN),
                violation_error_message="Permintaan penundaan jadwal ini masih menunggu putusan.",
            ),
            models.CheckConstraint(
                name="penundaan_setelah_jatuh_tempo",
                condition=Q(sampai__gt=F("jatuh_tempo")),
                violation_error_message="Tanggal penundaan harus setelah jatuh tempo.",
            ),
            *syarat_permintaan("penundaan"),
        )

    def __str__(self) -> str:
        return f"{self.jadwal} sampai {self.sampai}"
