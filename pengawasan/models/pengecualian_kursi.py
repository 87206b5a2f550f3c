"""Why a fixed seat of the team is empty in one surat tugas (Pasal 8 ayat (2))."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone

from inti.models.constraints import dikenal
from pengawasan.domain.tim import kalimat_pengecualian
from pengawasan.enums import Kedudukan
from pengawasan.models.tim import SuratTugas


class PengecualianKursi(models.Model):
    """One empty seat, by its name, with the reason and who wrote it."""

    surat_tugas = models.ForeignKey(SuratTugas, models.CASCADE, related_name="pengecualian")
    kode_jabatan = models.CharField("kode jabatan", max_length=50)
    kedudukan = models.CharField("kedudukan dalam tim", max_length=30, choices=Kedudukan.choices)
    nama_kursi = models.CharField("jabatan yang kosong", max_length=200)
    alasan = models.CharField("alasan kosong", max_length=300)
    pengganti = models.CharField("yang menjalankan tugasnya", max_length=200, blank=True)
    sampai = models.DateField("kosong sampai", null=True, blank=True)
    ditulis_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    ditulis_pada = models.DateTimeField("ditulis pada", default=timezone.now)

    class Meta:
        verbose_name = "pengecualian kursi"
        verbose_name_plural = "pengecualian kursi"
        ordering = ("pk",)
        constraints = (
            dikenal("pengecualian_kursi_kedudukan_dikenal", "kedudukan", Kedudukan.values),
            models.UniqueConstraint(
                name="pengecualian_kursi_sekali",
                fields=("surat_tugas", "kode_jabatan"),
                violation_error_message="Kedudukan ini sudah mempunyai pengecualian.",
            ),
            models.CheckConstraint(
                name="pengecualian_kursi_beralasan",
                condition=~Q(alasan="") & ~Q(kode_jabatan=""),
                violation_error_message="Sebutkan kedudukan dan alasannya.",
            ),
        )

    def __str__(self) -> str:
        kursi = f"{self.get_kedudukan_display()} ({self.nama_kursi})"
        return kalimat_pengecualian(kursi, self.alasan, self.pengganti, self.sampai)
