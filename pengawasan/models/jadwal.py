"""Obligations: what is due for a naskah, and why."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce

from inti.alamat import alamat_baris
from inti.models.constraints import dikenal
from inti.models.pengingat import PengingatDiberikan
from kerjasama.models import TurunanNaskah, di_naskah_terlihat
from pengawasan.enums import JenisKegiatan, StatusJadwal

if TYPE_CHECKING:
    from inti.models import Pengguna

# The day that counts, as a column of the row: see Jadwal.tenggat.
TENGGAT = Coalesce("ditunda_sampai", "jatuh_tempo")


class JadwalQuerySet(models.QuerySet["Jadwal"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> JadwalQuerySet:
        """The obligations of the naskah one may see."""
        return di_naskah_terlihat(self, pengguna)

    def terbuka(self) -> JadwalQuerySet:
        """Still owed."""
        return self.filter(status=StatusJadwal.TERBUKA)

    def jatuh_antara(self, awal: date, akhir: date) -> JadwalQuerySet:
        """By the postponed date where one was granted, else by the legal date; ends included."""
        antara = Q(ditunda_sampai=None, jatuh_tempo__range=(awal, akhir))
        return self.filter(antara | Q(ditunda_sampai__range=(awal, akhir)))

    def terlambat_pada(self, tanggal: date) -> JadwalQuerySet:
        """Owed and past its date."""
        lewat = Q(ditunda_sampai=None, jatuh_tempo__lt=tanggal) | Q(ditunda_sampai__lt=tanggal)
        return self.terbuka().filter(lewat)


class Jadwal(TurunanNaskah, models.Model):
    """One obligation. Its identity is its turn (`ke`), never its date."""

    naskah = models.ForeignKey("kerjasama.Naskah", models.PROTECT, related_name="jadwal")
    jenis = models.CharField("jenis", max_length=20, choices=JenisKegiatan.choices)
    ke = models.PositiveSmallIntegerField("giliran ke")
    jatuh_tempo = models.DateField("jatuh tempo")
    tanggal_rencana = models.DateField("tanggal rencana", null=True, blank=True)
    ditunda_sampai = models.DateField("ditunda sampai", null=True, blank=True)
    alasan_penundaan = models.CharField("alasan penundaan", max_length=300, blank=True)
    status = models.CharField(
        "status", max_length=20, choices=StatusJadwal.choices, default=StatusJadwal.TERBUKA
    )
    alasan_status = models.CharField("alasan", max_length=300, blank=True)
    # Everything the explanation needs, see domain.tempo: article, anchor, interval, arithmetic.
    dasar = models.JSONField("dasar", default=dict, encoder=DjangoJSONEncoder)

    objects = JadwalQuerySet.as_manager()

    class Meta:
        verbose_name = "jadwal"
        verbose_name_plural = "jadwal"
        ordering = ("jatuh_tempo", "naskah", "ke")
        indexes = (
            # With the key: of a million naskah thousands fall due on one day.
            models.Index(fields=("status", "jatuh_tempo", "id"), name="jadwal_menurut_tempo"),
            # What is owed, by the day that counts, and what is done: with all that counting asks
            # of them, so that it need not read the rows, which carry their whole explanation.
            models.Index(
                TENGGAT,
                "id",
                "ditunda_sampai",
                "jatuh_tempo",
                "naskah",
                name="jadwal_terbuka_tenggat",
                condition=Q(status="terbuka"),
            ),
            models.Index(
                fields=("id", "jatuh_tempo", "ditunda_sampai"),
                name="jadwal_terlaksana",
                condition=Q(status="terlaksana"),
            ),
            models.Index(
                fields=("ditunda_sampai",),
                name="jadwal_ditunda",
                condition=Q(ditunda_sampai__isnull=False),
            ),
            # What follows on a turn that is late is found through the turns that follow.
            models.Index(
                fields=("naskah",), name="jadwal_menyusul", condition=Q(status="menyusul")
            ),
        )
        constraints = (
            dikenal("jadwal_jenis_dikenal", "jenis", JenisKegiatan.values),
            dikenal("jadwal_status_dikenal", "status", StatusJadwal.values),
            models.UniqueConstraint(name="jadwal_sekali", fields=("naskah", "jenis", "ke")),
            models.CheckConstraint(
                name="jadwal_akhir_beralasan",
                condition=~Q(status__in=("digantikan", "ditutup")) | ~Q(alasan_status=""),
                violation_error_message="Jadwal yang digantikan atau ditutup harus beralasan.",
            ),
            models.CheckConstraint(
                name="jadwal_penundaan_beralasan",
                condition=Q(ditunda_sampai=None) | ~Q(alasan_penundaan=""),
                violation_error_message="Penundaan harus beralasan.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.sebutan} {self.naskah}"

    def get_absolute_url(self) -> str:
        return alamat_baris("pengawasan:jadwal-rincian", self.pk)

    @property
    def sebutan(self) -> str:
        """Which of the naskah's duties it is, as a page calls it that names the naskah itself."""
        return f"{self.get_jenis_display()} ke-{self.ke}"

    def tanpa_pekerjaan(self) -> bool:
        """Neither done, closed nor postponed: the plan alone made it."""
        rencana = (StatusJadwal.TERBUKA, StatusJadwal.MENYUSUL, StatusJadwal.DIGANTIKAN)
        return self.status in rencana and self.ditunda_sampai is None

    @property
    def tenggat(self) -> date:
        """The postponed date where one was granted, else the legal date."""
        return self.ditunda_sampai or self.jatuh_tempo


class JadwalNaskahQuerySet(models.QuerySet["JadwalNaskah"]):
    def lewat_12_bulan(self, per: date) -> JadwalNaskahQuerySet:
        """Past 12 months without evaluasi on the day (Pasal 1 angka 12)."""
        return self.filter(lewat_pada__lte=per)


class JadwalNaskah(models.Model):
    """From which facts and up to which version of the policy the plan was last made."""

    naskah = models.OneToOneField("kerjasama.Naskah", models.CASCADE, related_name="perencanaan")
    versi_fakta = models.PositiveIntegerField("versi fakta")
    kebijakan = models.ForeignKey("pengawasan.Kebijakan", models.PROTECT, related_name="+")
    # The first day past 12 months without evaluasi, so that no night has to look again.
    lewat_pada = models.DateField(
        "lewat 12 bulan tanpa evaluasi sejak", null=True, blank=True, db_index=True
    )
    disusun_pada = models.DateTimeField("disusun pada", auto_now=True)

    objects = JadwalNaskahQuerySet.as_manager()

    class Meta:
        verbose_name = "perencanaan naskah"
        verbose_name_plural = "perencanaan naskah"

    def __str__(self) -> str:
        return f"{self.naskah} versi {self.versi_fakta}"


class Pengingat(PengingatDiberikan):
    """A reminder that was given: unique per obligation, its date, rung and person.

    The date belongs to the key: what was postponed has another one, and begins its ladder anew.
    """

    jadwal = models.ForeignKey(Jadwal, models.CASCADE, related_name="pengingat")
    tenggat = models.DateField("tenggat yang diingatkan")

    class Meta:
        verbose_name = "pengingat"
        verbose_name_plural = "pengingat"
        constraints = (
            models.UniqueConstraint(
                name="pengingat_sekali", fields=("jadwal", "tenggat", "ambang", "penerima")
            ),
        )

    def __str__(self) -> str:
        return f"{self.jadwal} H{self.ambang:+d}"
