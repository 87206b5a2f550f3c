"""Calendar subscriptions: addresses that a calendar program asks without signing in."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from inti.models.constraints import dikenal
from inti.models.token_api import sidik_token
from pelaporan.enums import LingkupLangganan

if TYPE_CHECKING:
    from inti.models import Pengguna


def token_baru() -> str:
    """192 random bits, fit for an address."""
    return secrets.token_urlsafe(24)


class LanggananKalenderQuerySet(models.QuerySet["LanggananKalender"]):
    def milik(self, pengguna: Pengguna) -> LanggananKalenderQuerySet:
        """The subscriptions of one person."""
        return self.filter(pengguna=pengguna)

    def berlaku(self) -> LanggananKalenderQuerySet:
        """Not revoked, and of somebody whose account is active."""
        return self.filter(dicabut_pada=None, pengguna__is_active=True)

    def bertoken(self, token: str) -> LanggananKalenderQuerySet:
        """The one that this token opens."""
        return self.berlaku().filter(sidik=sidik_token(token))


class LanggananKalender(models.Model):
    """One address. What it shows is asked anew each time, as its owner may see it then."""

    pengguna = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="langganan_kalender")
    nama = models.CharField("nama", max_length=80)
    lingkup = models.CharField(
        "isi", max_length=20, choices=LingkupLangganan.choices, default=LingkupLangganan.ORANG
    )
    perangkat_daerah = models.ForeignKey(
        "kerjasama.PerangkatDaerah",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="perangkat daerah",
    )
    mitra = models.ForeignKey(
        "kerjasama.Mitra", models.PROTECT, null=True, blank=True, related_name="+"
    )
    sidik = models.CharField(max_length=64, unique=True, editable=False)
    dibuat_pada = models.DateTimeField("dibuat pada", auto_now_add=True)
    # To the day: enough to see what is not used any more, and one write a day.
    terakhir_dipakai = models.DateField("terakhir dipakai", null=True, blank=True)
    dicabut_pada = models.DateTimeField("dicabut pada", null=True, blank=True)

    objects = LanggananKalenderQuerySet.as_manager()

    class Meta:
        verbose_name = "langganan kalender"
        verbose_name_plural = "langganan kalender"
        ordering = ("-pk",)
        constraints = (
            dikenal("langganan_kalender_lingkup_dikenal", "lingkup", LingkupLangganan.values),
            models.CheckConstraint(
                name="langganan_kalender_satu_lingkup",
                condition=Q(
                    lingkup=LingkupLangganan.UNIT, perangkat_daerah__isnull=False, mitra=None
                )
                | Q(lingkup=LingkupLangganan.MITRA, mitra__isnull=False, perangkat_daerah=None)
                | Q(
                    lingkup__in=(LingkupLangganan.ORANG, LingkupLangganan.TIM),
                    mitra=None,
                    perangkat_daerah=None,
                ),
                violation_error_message="Pilih satu perangkat daerah atau satu mitra.",
            ),
        )

    def __str__(self) -> str:
        return self.nama

    @property
    def isi(self) -> str:
        """What it carries, in words."""
        return str(self.perangkat_daerah or self.mitra or self.get_lingkup_display())
