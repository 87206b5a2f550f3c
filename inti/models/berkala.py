"""The heartbeat of the periodic jobs and of the runner itself."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q

from inti.models.jam import basi, segar, tanpa_kelak

KLAIM_BASI = timedelta(hours=1)
DENYUT = timedelta(minutes=1)


class CatatanBerkalaQuerySet(models.QuerySet["CatatanBerkala"]):
    def ambil(self, nama: str, now: datetime) -> bool:
        """Claim one job. True for exactly one caller.

        Nobody gets what another holds, unless that one vanished, nor what another has finished
        since this caller was asked, at `now`.
        """
        self.get_or_create(nama=nama)
        bebas = (
            Q(mulai_pada=None)
            | Q(selesai_pada__gte=F("mulai_pada"), selesai_pada__lt=now)
            | Q(gagal_pada__gte=F("mulai_pada"))
            | basi("mulai_pada", now, KLAIM_BASI)
        )
        # What a wrong clock noted of the runs before would hide how this one ends.
        sisa = {kolom: tanpa_kelak(kolom, now) for kolom in ("selesai_pada", "gagal_pada")}
        return self.filter(bebas, nama=nama).update(mulai_pada=now, **sisa) == 1

    def berdenyut(self, nama: str, now: datetime) -> None:
        """Note that it is alive, once a minute at most."""
        if not self.filter(nama=nama, selesai_pada__range=segar(now, DENYUT)).exists():
            self.update_or_create(nama=nama, defaults={"selesai_pada": now})


class CatatanBerkala(models.Model):
    """When a periodic job last started, finished and failed; also its single-flight lock."""

    nama = models.CharField("nama pekerjaan", max_length=60, unique=True)
    mulai_pada = models.DateTimeField("mulai", null=True, blank=True)
    selesai_pada = models.DateTimeField("selesai", null=True, blank=True)
    gagal_pada = models.DateTimeField("gagal", null=True, blank=True)
    pesan = models.CharField("pesan", max_length=500, blank=True)

    objects = CatatanBerkalaQuerySet.as_manager()

    class Meta:
        verbose_name = "catatan berkala"
        verbose_name_plural = "catatan berkala"
        ordering = ("nama",)

    def __str__(self) -> str:
        return self.nama
