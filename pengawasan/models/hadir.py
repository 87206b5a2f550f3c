"""Checking in to a meeting with one's own phone."""

from __future__ import annotations

import base64
import hashlib
import secrets
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.crypto import salted_hmac

from pengawasan.domain.tanda_tangan import jalur
from pengawasan.models.rapat import Hadirin, Rapat

if TYPE_CHECKING:
    from inti.models import Pengguna


def garam() -> str:
    """128 random bits."""
    return secrets.token_hex(16)


class SesiHadirQuerySet(models.QuerySet["SesiHadir"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> SesiHadirQuerySet:
        """Of the meetings one may see."""
        return self.filter(rapat__in=Rapat.objects.terlihat_oleh(pengguna))

    def terbuka(self) -> SesiHadirQuerySet:
        """Not closed by anybody."""
        return self.filter(ditutup_pada=None)

    def bertoken(self, token: str) -> SesiHadirQuerySet:
        """The one that this token opens."""
        return self.filter(sidik=sidik_token(token))


class SesiHadir(models.Model):
    """One period in which people may check in to a meeting; its token is in no row.

    The token is made from `garam` with the secret key of the site, so that the code can be shown
    again and a copy of the database opens nothing; what is looked up is its hash.
    """

    rapat = models.ForeignKey(Rapat, models.CASCADE, related_name="sesi_hadir")
    garam = models.CharField(max_length=32, default=garam, editable=False)
    sidik = models.CharField(max_length=64, unique=True, editable=False)
    dibuka_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    dibuka_pada = models.DateTimeField("dibuka pada", auto_now_add=True)
    ditutup_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    ditutup_pada = models.DateTimeField("ditutup pada", null=True, blank=True)

    objects = SesiHadirQuerySet.as_manager()

    class Meta:
        verbose_name = "sesi daftar hadir"
        verbose_name_plural = "sesi daftar hadir"
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                name="sesi_hadir_satu_terbuka",
                fields=("rapat",),
                condition=Q(ditutup_pada=None),
                violation_error_message="Daftar hadir dengan QR sudah dibuka.",
            ),
            models.CheckConstraint(
                name="sesi_hadir_ditutup_lengkap",
                condition=Q(ditutup_pada=None, ditutup_oleh=None)
                | Q(ditutup_pada__isnull=False, ditutup_oleh__isnull=False),
                violation_error_message="Penutupan harus mencatat siapa dan kapan.",
            ),
        )

    def __str__(self) -> str:
        return f"Daftar hadir QR {self.rapat}"

    def get_absolute_url(self) -> str:
        return reverse("hadir", args=[self.token])

    @property
    def token(self) -> str:
        """128 bits in letters and digits that cannot be mistaken for one another."""
        inti = salted_hmac("pengawasan.sesi_hadir", self.garam, algorithm="sha256").digest()
        return base64.b32encode(inti[:16]).decode().rstrip("=").lower()


def sidik_token(token: str) -> str:
    """What is stored of a token."""
    return hashlib.sha256(token.lower().encode()).hexdigest()


class TandaHadir(models.Model):
    """How one line of the daftar hadir came from a phone: its key, and the signature drawn."""

    hadirin = models.OneToOneField(Hadirin, models.CASCADE, related_name="tanda")
    sesi = models.ForeignKey(SesiHadir, models.PROTECT, related_name="tanda")
    # Given to the phone: the same phone has one line.
    kunci = models.UUIDField(editable=False)
    # Strokes as domain.tanda_tangan reads them; None for who attends without drawing.
    goresan = models.JSONField("goresan", null=True, blank=True)
    tanpa_tanda_tangan = models.BooleanField("hadir tanpa tanda tangan", default=False)
    dicatat_pada = models.DateTimeField("dicatat pada", auto_now_add=True)

    class Meta:
        verbose_name = "tanda hadir"
        verbose_name_plural = "tanda hadir"
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(name="tanda_hadir_sekali_per_ponsel", fields=("sesi", "kunci")),
            models.CheckConstraint(
                name="tanda_hadir_satu_cara",
                condition=Q(goresan__isnull=True, tanpa_tanda_tangan=True)
                | Q(goresan__isnull=False, tanpa_tanda_tangan=False),
                violation_error_message="Gambar tanda tangan, atau nyatakan hadir tanpanya.",
            ),
        )

    def __str__(self) -> str:
        return f"Tanda hadir {self.hadirin}"

    @property
    def jalur(self) -> str:
        """The signature as the path of an SVG; empty without one."""
        return jalur(self.goresan or [])
