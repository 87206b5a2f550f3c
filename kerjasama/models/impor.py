"""Staging of imported lists: nothing enters the register unseen."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q

from inti.alamat import alamat_baris
from inti.models.constraints import dikenal, lengkap
from inti.models.jam import basi
from kerjasama.enums import PekerjaanImpor, StatusBarisImpor, StatusImpor

# A worker says every few seconds that it is alive; one that is silent so long is gone.
KLAIM_BASI = timedelta(minutes=2)


class ImporQuerySet(models.QuerySet["Impor"]):
    def menunggu(self, now: datetime) -> ImporQuerySet:
        """With work for the worker that nobody has taken up, or whose taker vanished."""
        bebas = Q(diambil_pada=None) | basi("diambil_pada", now, KLAIM_BASI)
        return self.exclude(pekerjaan="").filter(bebas)

    def ambil(self, pk: int, now: datetime) -> bool:
        """Claim one list, which counts as an attempt. True for exactly one caller."""
        bebas = self.menunggu(now).filter(pk=pk)
        return bebas.update(diambil_pada=now, percobaan=F("percobaan") + 1) == 1

    def gagal(self) -> ImporQuerySet:
        """Whose last work was given up; `langkah` says why."""
        return self.filter(pekerjaan="", persen=0).exclude(langkah="")

    def dipegang(self, impor: Impor) -> ImporQuerySet:
        """The row while it is still this claim's; nothing once another worker took it up."""
        return self.filter(pk=impor.pk, pekerjaan=impor.pekerjaan, percobaan=impor.percobaan)


class Impor(models.Model):
    """One sheet of one file that was brought in.

    It waits for its columns to be named, is read into rows, and is reviewed. Work on a long list
    is a row here (`pekerjaan`), taken up by the runner.
    """

    nama = models.CharField("nama berkas", max_length=120)
    sha256 = models.CharField(max_length=64)
    berkas = models.ForeignKey(
        "inti.Berkas", models.PROTECT, null=True, blank=True, related_name="+"
    )
    # The sheets of the file, with the first rows of each as a sample (services.unggah_impor).
    daftar_lembar = models.JSONField("lembar pada berkas", default=list)
    lembar = models.PositiveSmallIntegerField("lembar yang dibaca", default=0)
    baris_judul = models.PositiveSmallIntegerField("baris judul kolom", default=0)
    pemetaan = models.JSONField("pemetaan kolom", default=list)
    # What a person said of all rows at once (domain.baris_impor.Bawaan).
    bawaan = models.JSONField("pilihan untuk seluruh daftar", default=dict)
    # For rows that are still to be read; each row then has its own.
    alasan_tahan = models.CharField(
        "alasan ditahan dari register publik", max_length=300, blank=True
    )
    # Files with the same headings are known by it, so that a mapping is remembered.
    sidik_judul = models.CharField(max_length=64, blank=True, db_index=True)
    judul_kolom = models.JSONField("judul kolom", default=list)
    peringatan = models.JSONField("peringatan", default=list)
    status = models.CharField(
        "status", max_length=20, choices=StatusImpor.choices, default=StatusImpor.DITINJAU
    )
    dibuat_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    dibuat_pada = models.DateTimeField("dibawa masuk pada", auto_now_add=True)
    pekerjaan = models.CharField(
        "pekerjaan", max_length=10, choices=PekerjaanImpor.choices, blank=True
    )
    pekerjaan_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    persen = models.PositiveSmallIntegerField("persen", default=0)
    # What is being done, and afterwards what came of it.
    langkah = models.CharField("langkah", max_length=300, blank=True)
    diambil_pada = models.DateTimeField("diambil pada", null=True, blank=True)
    percobaan = models.PositiveSmallIntegerField("percobaan", default=0)

    objects = ImporQuerySet.as_manager()

    class Meta:
        verbose_name = "impor"
        verbose_name_plural = "impor"
        ordering = ("-pk",)
        constraints = (
            dikenal("impor_status_dikenal", "status", StatusImpor.values),
            dikenal("impor_pekerjaan_dikenal", "pekerjaan", ["", *PekerjaanImpor.values]),
            models.UniqueConstraint(name="impor_lembar_sekali", fields=("sha256", "lembar")),
            models.CheckConstraint(
                name="impor_dibaca_berpekerjaan",
                condition=~Q(status=StatusImpor.DIBACA) | Q(pekerjaan=PekerjaanImpor.BACA),
                violation_error_message="Daftar yang sedang dibaca harus ada dalam antrean.",
            ),
            models.CheckConstraint(
                name="impor_persen_wajar",
                condition=Q(persen__lte=100),
                violation_error_message="Kemajuan paling banyak 100 persen.",
            ),
        )

    def __str__(self) -> str:
        return self.nama

    def get_absolute_url(self) -> str:
        return alamat_baris("kerjasama:impor-rincian", self.pk)


class BarisImporQuerySet(models.QuerySet["BarisImpor"]):
    def menahan(self) -> BarisImporQuerySet:
        """That entered, and whose naskah is to be withheld from the public register."""
        return self.filter(status=StatusBarisImpor.DITERIMA).exclude(alasan_tahan="")


class BarisImpor(models.Model):
    """One row: what stood there, how it was read, and what became of it."""

    impor = models.ForeignKey(Impor, models.CASCADE, related_name="baris")
    nomor_baris = models.PositiveIntegerField("baris")
    mentah = models.JSONField("isi asli", default=dict)
    usulan = models.JSONField("usulan", default=dict)
    peringatan = models.JSONField("peringatan", default=list)
    kunci = models.CharField(max_length=64)
    status = models.CharField("status", max_length=20, choices=StatusBarisImpor.choices)
    naskah = models.ForeignKey(
        "kerjasama.Naskah", models.PROTECT, null=True, blank=True, related_name="baris_impor"
    )
    kembar = models.ForeignKey(
        "kerjasama.Naskah", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    diputuskan_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    diputuskan_pada = models.DateTimeField("diputuskan pada", null=True, blank=True)
    # Not empty: the public register does not show the naskah until somebody lifts that. Whoever
    # keeps the public register reads it here.
    alasan_tahan = models.CharField(
        "alasan ditahan dari register publik", max_length=300, blank=True
    )

    objects = BarisImporQuerySet.as_manager()

    class Meta:
        verbose_name = "baris impor"
        verbose_name_plural = "baris impor"
        ordering = ("nomor_baris",)
        indexes = (
            models.Index(fields=("kunci",), name="baris_impor_kunci"),
            models.Index(fields=("impor", "status", "nomor_baris"), name="baris_impor_keadaan"),
            models.Index(
                fields=("naskah",), name="baris_impor_menahan", condition=~Q(alasan_tahan="")
            ),
        )
        constraints = (
            dikenal("baris_impor_status_dikenal", "status", StatusBarisImpor.values),
            models.UniqueConstraint(name="baris_impor_sekali", fields=("impor", "nomor_baris")),
            models.CheckConstraint(
                name="baris_impor_diterima_bernaskah",
                condition=~Q(status=StatusBarisImpor.DITERIMA) | Q(naskah__isnull=False),
                violation_error_message="Baris yang diterima harus menunjuk naskahnya.",
            ),
            lengkap(
                "baris_impor_diputuskan",
                Q(status__in=(StatusBarisImpor.DITERIMA, StatusBarisImpor.DITOLAK)),
                "diputuskan_oleh",
                "diputuskan_pada",
                pesan="Baris yang diterima atau ditolak harus mencatat siapa dan kapan.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.impor} baris {self.nomor_baris}"
