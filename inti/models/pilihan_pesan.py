"""How a person wants to be written to; nothing here mutes what the law asks for."""

from __future__ import annotations

from datetime import datetime, time

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone

from inti.enums import BOLEH_DIBISUKAN, DIRINGKAS, JenisPesan

PUKUL = 7


class PilihanPesan(models.Model):
    """One person's choices; without a row the defaults hold."""

    pengguna = models.OneToOneField("inti.Pengguna", models.CASCADE, related_name="pilihan_pesan")
    pukul = models.PositiveSmallIntegerField(
        "ringkasan harian pukul", default=PUKUL, validators=[MaxValueValidator(23)]
    )
    surel_pengingat = models.BooleanField("pengingat pekerjaan melalui surel", default=True)
    surel_kabar = models.BooleanField("kabar pekerjaan melalui surel", default=True)
    webhook = models.BooleanField("kirim juga ke layanan pesan", default=False)

    class Meta:
        verbose_name = "pilihan pesan"
        verbose_name_plural = "pilihan pesan"
        constraints = (
            models.CheckConstraint(
                name="pilihan_pesan_pukul",
                condition=Q(pukul__lte=23),
                violation_error_message="Pilih jam 0 sampai 23.",
            ),
        )

    def __str__(self) -> str:
        return f"Pilihan pesan {self.pengguna}"

    def disurelkan(self, jenis: JenisPesan) -> bool:
        """Whether this kind is mailed: always, unless it may be muted and is."""
        if jenis not in BOLEH_DIBISUKAN:
            return True
        return self.surel_pengingat if jenis == JenisPesan.PENGINGAT else self.surel_kabar

    def tunda_sampai(self, jenis: JenisPesan, now: datetime) -> datetime | None:
        """The hour of today's digest for what waits for it; None for what leaves at once."""
        if jenis not in DIRINGKAS:
            return None
        hari_ini = timezone.localdate(now)
        return datetime.combine(hari_ini, time(self.pukul), timezone.get_current_timezone())
