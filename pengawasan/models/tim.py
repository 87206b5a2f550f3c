"""Surat tugas and the team it names (Pasal 8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q

from inti.alamat import alamat_baris
from inti.models.constraints import dikenal, lengkap
from pengawasan.enums import Kedudukan, StatusSuratTugas
from pengawasan.models.kegiatan import Kegiatan
from pengawasan.models.tenaga_profesional import TenagaProfesional

if TYPE_CHECKING:
    from inti.models import Pengguna


class SuratTugasQuerySet(models.QuerySet["SuratTugas"]):
    def untuk_daftar(self) -> SuratTugasQuerySet:
        """With what a list row shows, in a constant number of queries."""
        return self.select_related("nomor").prefetch_related("kegiatan__naskah", "anggota")

    def berlaku(self) -> SuratTugasQuerySet:
        """Neither revoked nor replaced: whom these name is on the team."""
        return self.filter(status=StatusSuratTugas.BERLAKU)

    def tidak_dicabut(self) -> SuratTugasQuerySet:
        """The last letter of a kegiatan first; one that was revoked assigned nobody."""
        return self.exclude(status=StatusSuratTugas.DICABUT).order_by("-pk")

    def terlihat_oleh(self, pengguna: Pengguna) -> SuratTugasQuerySet:
        """Letters for the kegiatan one may see."""
        return self.filter(
            pk__in=SuratTugas.kegiatan.through.objects.filter(
                kegiatan__in=Kegiatan.objects.terlihat_oleh(pengguna)
            ).values("surattugas")
        )


class SuratTugas(models.Model):
    """The Ketua TKKSD assigns a team to one or more kegiatan; what it says never changes."""

    nomor = models.OneToOneField("inti.NomorSurat", models.PROTECT, related_name="+")
    tanggal = models.DateField("tanggal surat")
    kegiatan = models.ManyToManyField(Kegiatan, related_name="surat_tugas")
    # Copied from the seat on the date of the letter: the document stays true.
    penanda_tangan = models.CharField("penanda tangan", max_length=150)
    jabatan_penanda_tangan = models.CharField("jabatan penanda tangan", max_length=200)
    nip_penanda_tangan = models.CharField("NIP penanda tangan", max_length=30, blank=True)
    diterbitkan_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    diterbitkan_pada = models.DateTimeField("diterbitkan pada", auto_now_add=True)

    status = models.CharField(
        "status",
        max_length=20,
        choices=StatusSuratTugas.choices,
        default=StatusSuratTugas.BERLAKU,
    )
    menggantikan = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="pengganti",
        verbose_name="menggantikan surat tugas",
    )
    alasan_akhir = models.CharField("alasan dicabut atau digantikan", max_length=300, blank=True)
    diakhiri_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    diakhiri_pada = models.DateTimeField("dicabut atau digantikan pada", null=True, blank=True)

    objects = SuratTugasQuerySet.as_manager()

    class Meta:
        verbose_name = "surat tugas"
        verbose_name_plural = "surat tugas"
        ordering = ("-tanggal", "-pk")
        constraints = (
            dikenal("surat_tugas_status_dikenal", "status", StatusSuratTugas.values),
            lengkap(
                "surat_tugas_diakhiri_lengkap",
                ~Q(status=StatusSuratTugas.BERLAKU),
                "diakhiri_oleh",
                "diakhiri_pada",
                pesan="Pencabutan atau penggantian harus mencatat siapa dan kapan.",
            ),
            models.CheckConstraint(
                name="surat_tugas_diakhiri_beralasan",
                condition=Q(status=StatusSuratTugas.BERLAKU) | ~Q(alasan_akhir=""),
                violation_error_message="Pencabutan dan penggantian wajib disertai alasan.",
            ),
            models.CheckConstraint(
                name="surat_tugas_tidak_menggantikan_diri",
                condition=Q(menggantikan=None) | ~Q(menggantikan=F("id")),
                violation_error_message="Surat tugas tidak dapat menggantikan dirinya sendiri.",
            ),
        )

    def __str__(self) -> str:
        return str(self.nomor)

    def get_absolute_url(self) -> str:
        return alamat_baris("pengawasan:surat-tugas-rincian", self.pk)

    @property
    def masih_berlaku(self) -> bool:
        """Neither revoked nor replaced."""
        return self.status == StatusSuratTugas.BERLAKU


class AnggotaTim(models.Model):
    """One person in one seat of the team of a surat tugas; one person may hold two seats."""

    surat_tugas = models.ForeignKey(SuratTugas, models.CASCADE, related_name="anggota")
    kedudukan = models.CharField("kedudukan dalam tim", max_length=30, choices=Kedudukan.choices)
    pengguna = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="penugasan"
    )
    nama = models.CharField("nama", max_length=150)
    jabatan = models.CharField("jabatan", max_length=200)
    # Of a tenaga profesional: who in the list, and the expertise as it was on the letter.
    tenaga_profesional = models.ForeignKey(
        TenagaProfesional, models.PROTECT, null=True, blank=True, related_name="penugasan"
    )
    keahlian = models.CharField("keahlian", max_length=200, blank=True)
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
