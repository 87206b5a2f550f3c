"""Notices: shown in the application at once, mailed by the runner."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from inti.enums import StatusKirim
from inti.models.constraints import dikenal, lengkap

if TYPE_CHECKING:
    from inti.models.pengguna import Pengguna

KLAIM_BASI = timedelta(minutes=10)
PERCOBAAN_TERBANYAK = 8


class NotifikasiQuerySet(models.QuerySet["Notifikasi"]):
    def untuk(self, pengguna: Pengguna) -> NotifikasiQuerySet:
        """The notices of one person."""
        return self.filter(kepada=pengguna)

    def belum_dibaca(self) -> NotifikasiQuerySet:
        """Not yet opened in the application."""
        return self.filter(dibaca_pada=None)

    def siap_kirim(self, now: datetime) -> NotifikasiQuerySet:
        """Due for mailing: waiting and not held back, or claimed by someone who vanished."""
        waiting = Q(status=StatusKirim.ANTRE) & (Q(tunda_sampai=None) | Q(tunda_sampai__lte=now))
        stale = Q(status=StatusKirim.MENGIRIM, diambil_pada__lt=now - KLAIM_BASI)
        return self.filter(waiting | stale)

    def ambil(self, pk: int, now: datetime) -> bool:
        """Claim one row. True for exactly one caller."""
        ready = self.siap_kirim(now).filter(pk=pk)
        return ready.update(status=StatusKirim.MENGIRIM, diambil_pada=now) == 1


class Notifikasi(models.Model):
    """One message to one person about one audit line; the outbox row of its e-mail."""

    jejak = models.ForeignKey("inti.JejakAudit", models.PROTECT, related_name="notifikasi")
    kepada = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="notifikasi")
    subjek = models.CharField("subjek", max_length=200)
    isi = models.TextField("isi")
    tautan = models.CharField("tautan", max_length=300, blank=True)
    dibuat_pada = models.DateTimeField("dibuat pada", auto_now_add=True)
    dibaca_pada = models.DateTimeField("dibaca pada", null=True, blank=True)
    status = models.CharField(
        "status surel", max_length=20, choices=StatusKirim.choices, default=StatusKirim.ANTRE
    )
    diambil_pada = models.DateTimeField("diambil pada", null=True, blank=True)
    tunda_sampai = models.DateTimeField("ditunda sampai", null=True, blank=True)
    terkirim_pada = models.DateTimeField("terkirim pada", null=True, blank=True)
    percobaan = models.PositiveSmallIntegerField("percobaan", default=0)
    kesalahan = models.CharField("kesalahan", max_length=300, blank=True)

    objects = NotifikasiQuerySet.as_manager()

    class Meta:
        verbose_name = "notifikasi"
        verbose_name_plural = "notifikasi"
        ordering = ("-pk",)
        indexes = (models.Index(fields=("kepada", "dibaca_pada"), name="notifikasi_kotak"),)
        constraints = (
            dikenal("notifikasi_status_dikenal", "status", StatusKirim.values),
            models.UniqueConstraint(name="notifikasi_sekali", fields=("jejak", "kepada")),
            lengkap(
                "notifikasi_terkirim_berwaktu",
                Q(status=StatusKirim.TERKIRIM),
                "terkirim_pada",
                pesan="Pesan terkirim harus mencatat waktunya.",
            ),
        )

    def __str__(self) -> str:
        return self.subjek
