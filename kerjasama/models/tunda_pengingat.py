"""What the expiry desk was told to leave alone until a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from inti.models.constraints import lengkap
from kerjasama.models.lampiran import LampiranBertanggal
from kerjasama.models.naskah import Naskah

if TYPE_CHECKING:
    from inti.models import Pengguna

BERJALAN = Q(dicabut_pada__isnull=True)


class TundaPengingatQuerySet(models.QuerySet["TundaPengingat"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> TundaPengingatQuerySet:
        """Of the naskah and the attachments that one may see."""
        naskah = Naskah.objects.terlihat_oleh(pengguna)
        lampiran = LampiranBertanggal.objects.terlihat_oleh(pengguna)
        return self.filter(Q(naskah__in=naskah) | Q(lampiran__in=lampiran))

    def berlaku_pada(self, tanggal: date) -> TundaPengingatQuerySet:
        """Not revoked, and its day still to come."""
        return self.filter(BERJALAN, sampai__gt=tanggal)


class TundaPengingat(models.Model):
    """One postponement for one naskah or one attachment; revoked or replaced, it stays visible."""

    naskah = models.ForeignKey(
        "kerjasama.Naskah", models.CASCADE, null=True, blank=True, related_name="tunda_pengingat"
    )
    lampiran = models.ForeignKey(
        "kerjasama.LampiranBertanggal",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="tunda_pengingat",
    )
    sampai = models.DateField("ditunda sampai")
    alasan = models.CharField("alasan", max_length=300)
    ditunda_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    ditunda_pada = models.DateTimeField("ditunda pada", auto_now_add=True)
    dicabut_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    dicabut_pada = models.DateTimeField("dicabut pada", null=True, blank=True)

    objects = TundaPengingatQuerySet.as_manager()

    class Meta:
        verbose_name = "tunda pengingat"
        verbose_name_plural = "tunda pengingat"
        ordering = ("-pk",)
        constraints = (
            models.CheckConstraint(
                name="tunda_pengingat_satu_benda",
                condition=Q(naskah__isnull=False, lampiran__isnull=True)
                | Q(naskah__isnull=True, lampiran__isnull=False),
                violation_error_message="Penundaan untuk satu naskah atau satu lampiran.",
            ),
            models.CheckConstraint(
                name="tunda_pengingat_beralasan",
                condition=~Q(alasan=""),
                violation_error_message="Penundaan wajib disertai alasan.",
            ),
            models.UniqueConstraint(
                name="tunda_pengingat_naskah_sekali",
                fields=("naskah",),
                condition=BERJALAN & Q(naskah__isnull=False),
                violation_error_message="Pengingat naskah ini sudah ditunda.",
            ),
            models.UniqueConstraint(
                name="tunda_pengingat_lampiran_sekali",
                fields=("lampiran",),
                condition=BERJALAN & Q(lampiran__isnull=False),
                violation_error_message="Pengingat lampiran ini sudah ditunda.",
            ),
            lengkap(
                "tunda_pengingat_dicabut_oleh",
                Q(dicabut_pada__isnull=False),
                "dicabut_oleh",
                pesan="Pencabutan harus mencatat siapa.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.naskah or self.lampiran} ditunda sampai {self.sampai}"
