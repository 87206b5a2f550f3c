"""Messages about the address of an account: the proof of a new one, the word to the old one."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from inti.enums import JenisSurelAkun, StatusKirim
from inti.models.constraints import dikenal
from inti.models.kiriman import Kiriman, KirimanQuerySet


class SurelAkunQuerySet(KirimanQuerySet["SurelAkun"]):
    def menunggu(self) -> Self:
        """Addresses whose proof is still awaited: neither given, replaced nor called off."""
        return self.filter(jenis=JenisSurelAkun.BUKTI, ditutup_pada=None)


class SurelAkun(Kiriman):
    """A message to an address that is not, or no longer, the one of the account.

    While a proof is awaited its row is the new address itself: nothing else knows of it.
    """

    pengguna = models.ForeignKey("inti.Pengguna", models.CASCADE, related_name="surel_akun")
    jenis = models.CharField("jenis", max_length=10, choices=JenisSurelAkun.choices)
    surel = models.EmailField("surel")
    dibuat_pada = models.DateTimeField("dibuat pada", auto_now_add=True)
    ditutup_pada = models.DateTimeField("ditutup pada", null=True, blank=True)

    objects = SurelAkunQuerySet.as_manager()

    class Meta:
        verbose_name = "surel akun"
        verbose_name_plural = "surel akun"
        ordering = ("pk",)
        constraints = (
            dikenal("surel_akun_status_dikenal", "status", StatusKirim.values),
            dikenal("surel_akun_jenis_dikenal", "jenis", JenisSurelAkun.values),
            models.UniqueConstraint(
                name="surel_akun_menunggu_sekali",
                fields=("pengguna",),
                condition=Q(jenis=JenisSurelAkun.BUKTI, ditutup_pada=None),
                violation_error_message="Akun ini sudah menunggu satu alamat baru.",
            ),
        )

    def __str__(self) -> str:
        return f"surel akun {self.pk}"
