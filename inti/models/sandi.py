"""Passwords: what was asked for at the sign-in page, and what was used before."""

from django.db import models

from inti.enums import StatusKirim
from inti.models.constraints import dikenal
from inti.models.kiriman import Kiriman, KirimanQuerySet


class PermintaanSandi(Kiriman):
    """Somebody asked for a link to a new password, for an address that may be nobody's.

    The page does the same for every address; whose it is, the runner finds out.
    """

    surel = models.EmailField("surel")
    diminta_pada = models.DateTimeField("diminta pada", auto_now_add=True)

    objects = KirimanQuerySet.as_manager()

    class Meta:
        verbose_name = "permintaan sandi"
        verbose_name_plural = "permintaan sandi"
        ordering = ("pk",)
        constraints = (dikenal("permintaan_sandi_status_dikenal", "status", StatusKirim.values),)

    def __str__(self) -> str:
        return f"permintaan {self.pk}"


class RiwayatSandi(models.Model):
    """The hash of a password that was given up; kept only where the rules ask for a history."""

    pengguna = models.ForeignKey("inti.Pengguna", models.CASCADE, related_name="riwayat_sandi")
    sandi = models.CharField("sidik kata sandi", max_length=128)
    dibuat_pada = models.DateTimeField("dibuat pada", auto_now_add=True)

    class Meta:
        verbose_name = "riwayat sandi"
        verbose_name_plural = "riwayat sandi"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"riwayat {self.pk}"
