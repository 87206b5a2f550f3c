"""Notices: shown in the application at once, mailed by the runner."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from inti.enums import DIRINGKAS, JenisPesan, StatusKirim
from inti.models.constraints import dikenal, lengkap
from inti.models.kiriman import SELANG_RINGKASAN, Kiriman, KirimanQuerySet, tidak_ditunda

if TYPE_CHECKING:
    from inti.models.pengguna import Pengguna


class NotifikasiQuerySet(KirimanQuerySet["Notifikasi"]):
    def untuk(self, pengguna: Pengguna) -> NotifikasiQuerySet:
        """The notices of one person."""
        return self.filter(kepada=pengguna)

    def belum_dibaca(self) -> NotifikasiQuerySet:
        """Not yet opened in the application."""
        return self.filter(dibaca_pada=None)

    def siap_kirim(self, now: datetime) -> NotifikasiQuerySet:
        """Due for a mail of its own; what waits for the day's digest is not."""
        return super().siap_kirim(now).exclude(jenis__in=DIRINGKAS)

    def belum_terkirim(self) -> NotifikasiQuerySet:
        """The same of mail of its own."""
        return super().belum_terkirim().exclude(jenis__in=DIRINGKAS)

    def siap_diringkas(self, now: datetime) -> NotifikasiQuerySet:
        """Waiting for a digest whose hour has come."""
        waiting = self.filter(status=StatusKirim.ANTRE, jenis__in=DIRINGKAS, ringkasan=None)
        return waiting.filter(tidak_ditunda(now, SELANG_RINGKASAN))


class RingkasanHarian(Kiriman):
    """The one digest of one person on one day; the row is what makes it one."""

    pengguna = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="ringkasan")
    tanggal = models.DateField("tanggal")

    objects = KirimanQuerySet.as_manager()

    class Meta:
        verbose_name = "ringkasan harian"
        verbose_name_plural = "ringkasan harian"
        ordering = ("-tanggal",)
        constraints = (
            dikenal("ringkasan_status_dikenal", "status", StatusKirim.values),
            models.UniqueConstraint(name="ringkasan_sekali_sehari", fields=("pengguna", "tanggal")),
        )

    def __str__(self) -> str:
        return f"{self.pengguna} {self.tanggal}"


class Notifikasi(Kiriman):
    """One message to one person about one audit line; the outbox row of its e-mail."""

    jejak = models.ForeignKey("inti.JejakAudit", models.PROTECT, related_name="notifikasi")
    kepada = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="notifikasi")
    subjek = models.CharField("subjek", max_length=200)
    isi = models.TextField("isi")
    tautan = models.CharField("tautan", max_length=300, blank=True)
    dibuat_pada = models.DateTimeField("dibuat pada", auto_now_add=True)
    dibaca_pada = models.DateTimeField("dibaca pada", null=True, blank=True)
    jenis = models.CharField(
        "jenis", max_length=20, choices=JenisPesan.choices, default=JenisPesan.RESMI
    )
    ringkasan = models.ForeignKey(
        RingkasanHarian, models.PROTECT, null=True, blank=True, related_name="pesan"
    )

    objects = NotifikasiQuerySet.as_manager()

    class Meta:
        verbose_name = "notifikasi"
        verbose_name_plural = "notifikasi"
        ordering = ("-pk",)
        indexes = (
            models.Index(fields=("kepada", "dibaca_pada"), name="notifikasi_kotak"),
            # What waits is a few among all that was ever sent.
            models.Index(
                fields=("status", "tunda_sampai"),
                name="notifikasi_menunggu",
                condition=Q(status__in=("antre", "mengirim")),
            ),
        )
        constraints = (
            dikenal("notifikasi_status_dikenal", "status", StatusKirim.values),
            dikenal("notifikasi_jenis_dikenal", "jenis", JenisPesan.values),
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
