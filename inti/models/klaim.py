"""Rows that are jobs: each is claimed by one worker, and by another if that one vanishes."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, ClassVar, Self, TypeVar

from django.db import models
from django.db.models import F, Q

from inti.models.jam import basi

M = TypeVar("M", bound=models.Model)
ANTRE, DIKERJAKAN, GAGAL = "antre", "dikerjakan", "gagal"
PERCOBAAN_TERBANYAK = 3


class KlaimQuerySet(models.QuerySet[M]):
    """For rows with `diambil_pada`, `percobaan` and a `status` that may be antre or dikerjakan.

    `klaim_basi`: after so long without a sign of life a worker is taken for gone.
    """

    klaim_basi: ClassVar[timedelta]

    def siap_dikerjakan(self, now: datetime) -> Self:
        """Waiting, or claimed by a worker that vanished."""
        lepas = Q(status=DIKERJAKAN) & basi("diambil_pada", now, self.klaim_basi)
        return self.filter(Q(status=ANTRE) | lepas)

    def ambil(self, pk: int, now: datetime) -> bool:
        """Claim one row, which counts as an attempt. True for exactly one caller."""
        siap = self.siap_dikerjakan(now).filter(pk=pk)
        kolom = {"status": DIKERJAKAN, "diambil_pada": now}
        return siap.update(**kolom, percobaan=F("percobaan") + 1) == 1

    def dipegang(self, satu: Any) -> Self:
        """The row while it is still this claim's; nothing once another worker took it up."""
        return self.filter(pk=satu.pk, status=DIKERJAKAN, percobaan=satu.percobaan)
