"""Requests of a mitra for a later deadline of its report, and what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q

from inti.alamat import alamat_baris
from pelaporan.enums import StatusKewajibanLaporan
from pelaporan.models.laporan_mitra import KewajibanLaporan
from pengawasan.enums import StatusPenundaan
from pengawasan.models.penundaan import PermintaanWaktu, syarat_permintaan

if TYPE_CHECKING:
    from inti.models import Pengguna


class PerpanjanganBatasQuerySet(models.QuerySet["PerpanjanganBatas"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> PerpanjanganBatasQuerySet:
        """Of the duties one may see."""
        return self.filter(kewajiban__in=KewajibanLaporan.objects.terlihat_oleh(pengguna))

    def menunggu(self) -> PerpanjanganBatasQuerySet:
        """Not yet decided, of a report that is still owed."""
        return self.filter(
            status=StatusPenundaan.DIAJUKAN, kewajiban__status=StatusKewajibanLaporan.TERBUKA
        )

    def untuk_daftar(self) -> PerpanjanganBatasQuerySet:
        """With what a list row shows."""
        return self.select_related(
            "kewajiban__naskah", "kewajiban__mitra", "diajukan_oleh", "diputuskan_oleh"
        )


class PerpanjanganBatas(PermintaanWaktu):
    """One request. What is granted is also written on the duty, which lists are asked by."""

    kewajiban = models.ForeignKey(
        "pelaporan.KewajibanLaporan", models.CASCADE, related_name="perpanjangan"
    )
    # The deadline as it was when it was asked for.
    batas = models.DateField("batas saat diminta")

    objects = PerpanjanganBatasQuerySet.as_manager()

    class Meta(PermintaanWaktu.Meta):
        verbose_name = "perpanjangan batas laporan"
        verbose_name_plural = "perpanjangan batas laporan"
        indexes = (
            models.Index(fields=("status", "-diajukan_pada", "-id"), name="perpanjangan_status"),
        )
        constraints = (
            models.UniqueConstraint(
                name="perpanjangan_satu_menunggu",
                fields=("kewajiban",),
                condition=Q(status=StatusPenundaan.DIAJUKAN),
                violation_error_message="Permintaan sebelumnya masih menunggu putusan.",
            ),
            models.CheckConstraint(
                name="perpanjangan_setelah_batas",
                condition=Q(sampai__gt=F("batas")),
                violation_error_message="Batas baru harus setelah batas yang sekarang.",
            ),
            *syarat_permintaan("perpanjangan"),
        )

    def __str__(self) -> str:
        return f"{self.kewajiban} sampai {self.sampai}"

    def get_absolute_url(self) -> str:
        return alamat_baris("pelaporan:perpanjangan-rincian", self.pk)
