"""Tokens by which programs read and write as the person who made them."""

from __future__ import annotations

import hashlib
import secrets
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from inti.enums import CakupanToken
from inti.models.constraints import berurutan, dikenal

if TYPE_CHECKING:
    from datetime import datetime

    from inti.models import Pengguna

AWALAN = "pks_"


def token_baru() -> str:
    """256 random bits; the prefix lets people and scanners know what was lost."""
    return AWALAN + secrets.token_urlsafe(32)


def sidik_token(token: str) -> str:
    """What is kept of a token: a copy of the database opens nothing."""
    return hashlib.sha256(token.encode()).hexdigest()


class TokenApiQuerySet(models.QuerySet["TokenApi"]):
    def milik(self, pengguna: Pengguna) -> TokenApiQuerySet:
        """The tokens of one person."""
        return self.filter(pengguna=pengguna)

    def berlaku_pada(self, saat: datetime) -> TokenApiQuerySet:
        """Not revoked, not past their day, and of somebody whose account is open."""
        return self.filter(dicabut_pada=None, berakhir_pada__gt=saat, pengguna__is_active=True)


class TokenApi(models.Model):
    """One token. It can do what its owner can do, as far as its scope goes, until it ends."""

    pengguna = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="token_api")
    nama = models.CharField("nama", max_length=80)
    cakupan = models.CharField(
        "cakupan", max_length=20, choices=CakupanToken.choices, default=CakupanToken.BACA
    )
    sidik = models.CharField(max_length=64, unique=True, editable=False)
    # The password of the day it was made, as sessions know it: another password, no token.
    sidik_sandi = models.CharField(max_length=64, editable=False)
    dibuat_pada = models.DateTimeField("dibuat pada", default=timezone.now)
    berakhir_pada = models.DateTimeField("berakhir pada")
    # To the hour: enough to see what is not used any more, and few writes.
    dipakai_pada = models.DateTimeField("terakhir dipakai", null=True, blank=True)
    dicabut_pada = models.DateTimeField("dicabut pada", null=True, blank=True)
    dicabut_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = TokenApiQuerySet.as_manager()

    class Meta:
        verbose_name = "token API"
        verbose_name_plural = "token API"
        ordering = ("-pk",)
        constraints = (
            dikenal("token_api_cakupan_dikenal", "cakupan", CakupanToken.values),
            berurutan(
                "token_api_berakhir_setelah_dibuat",
                "dibuat_pada",
                "berakhir_pada",
                "Masa berlaku token harus sesudah dibuat.",
            ),
            models.CheckConstraint(
                name="token_api_dicabut_oleh_dan_pada",
                condition=Q(dicabut_oleh=None) | Q(dicabut_pada__isnull=False),
                violation_error_message="Pencabutan token harus beserta waktunya.",
            ),
        )

    def __str__(self) -> str:
        return self.nama

    @property
    def boleh_menulis(self) -> bool:
        """Whether its scope goes that far."""
        return self.cakupan == CakupanToken.TULIS

    @property
    def sandi_tetap(self) -> bool:
        """Whether the owner's password is still the one it was made under."""
        return constant_time_compare(self.sidik_sandi, self.pengguna.get_session_auth_hash())

    @property
    def keadaan(self) -> str:
        """Why it works or works no more, in a word for lists."""
        if self.dicabut_pada:
            return "dicabut"
        if self.berakhir_pada <= timezone.now():
            return "kedaluwarsa"
        if not self.pengguna.is_active:
            return "akun ditutup"
        return "berlaku" if self.sandi_tetap else "kata sandi diganti"
