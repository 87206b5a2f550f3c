"""Surat tugas and the team it names (Pasal 8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.urls import reverse

from inti.models.constraints import dikenal
from pengawasan.enums import Kedudukan
from pengawasan.models.kegiatan import Kegiatan

if TYPE_CHECKING:
    from inti.models import Pengguna


class SuratTugasQuerySet(models.QuerySet["SuratTugas"]):
    def untuk_daftar(self) -> SuratTugasQuerySet:
        """With what a list row shows, in a constant number of queries."""
        return self.select_related("nomor").prefetch_related("kegiatan__naskah", "anggota")

    def terlihat_oleh(self, pengguna: Pengguna) -> SuratTugasQuerySet:
        """Letters for the kegiatan one may see."""
        return self.filter(
            pk__in=SuratTugas.kegiatan.through.objects.filter(
                kegiatan__in=Kegiatan.objects.terlihat_oleh(pengguna)
            ).values("surattugas")
        )


class SuratTugas(models.Model):
    """The Ketua TKKSD assigns a team to one or more kegiatan. Issued once, never changed."""

    nomor = models.OneToOneField("inti.NomorSurat", models.PROTECT, related_name="+")
    tanggal = models.DateField("tanggal surat")
    kegiatan = models.ManyToManyField(Kegiatan, related_name="surat_tugas")
    # Copied from the seat on the date of the letter: the document stays true.
    penanda_tangan = models.CharField("penanda tangan", max_length=150)
    jabatan_penanda_tangan = models.CharField("jabatan penanda tangan", max_length=200)
    penjelasan_kursi_kosong = models.CharField(
        "penjelasan kedudukan yang kosong", max_length=300, blank=True
    )
    diterbitkan_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    diterbitkan_pada = models.DateTimeField("diterbitkan pada", auto_now_add=True)

    objects = SuratTugasQuerySet.as_manager()

    class Meta:
        verbose_name = "surat tugas"
        verbose_name_plural = "surat tugas"
        ordering = ("-tanggal", "-pk")

    def __str__(self) -> str:
        return str(self.nomor)

    def get_absolute_url(self) -> str:
        return reverse("pengawasan:surat-tugas-rincian", args=[self.pk])


class AnggotaTim(models.Model):
    """One person in one seat of the team of a surat tugas; one person may hold two seats."""

    surat_tugas = models.ForeignKey(SuratTugas, models.CASCADE, related_name="anggota")
    kedudukan = models.CharField("kedudukan dalam tim", max_length=30, choices=Kedudukan.choices)
    pengguna = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="penugasan"
    )
    nama = models.CharField("nama", max_length=150)
    jabatan = models.CharField("jabatan", max_length=200)
    # Which of the fixed seats of Pasal 8 ayat (2) it fills: the code of inti.Jabatan, or empty.
    kode_jabatan = models.CharField("kode jabatan", max_length=50, blank=True)
    urutan = models.PositiveSmallIntegerField("urutan", default=0)

    class Meta:
        verbose_name = "anggota tim"
        verbose_name_plural = "anggota tim"
        ordering = ("urutan", "pk")
        constraints = (
            dikenal("anggota_tim_kedudukan_dikenal", "kedudukan", Kedudukan.values),
            models.UniqueConstraint(
                name="anggota_tim_sekali",
                fields=("surat_tugas", "nama", "kode_jabatan"),
                violation_error_message="Orang ini sudah ada dalam tim.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.nama} ({self.get_kedudukan_display()})"
