"""Which naskah need their duties to report made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import F, Q

from inti.kalender import tambah_bulan
from kerjasama.models import Naskah

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from pengawasan.models import Kebijakan

# What making them is called where its failures are noted.
PENYUSUNAN = "kewajiban"
CAKRAWALA_BULAN = 7


def yang_berubah(terakhir: Kebijakan | None) -> QuerySet[Naskah]:
    """Made from other facts than there are now, or from an older policy than that."""
    semua: QuerySet[Naskah] = Naskah.objects.filter(_basi(terakhir))
    return semua


def yang_tiba(terakhir: Kebijakan | None, hari_ini: date) -> QuerySet[Naskah]:
    """Those, and the ones of which a report comes within the horizon."""
    sampai = tambah_bulan(hari_ini, CAKRAWALA_BULAN)
    tiba = Q(perencanaan_laporan__berikutnya__lte=sampai)
    semua: QuerySet[Naskah] = Naskah.objects.filter(_basi(terakhir) | tiba)
    return semua


def _basi(terakhir: Kebijakan | None) -> Q:
    fakta = Q(perencanaan_laporan=None) | ~Q(perencanaan_laporan__versi_fakta=F("versi_fakta"))
    if terakhir is None:
        return fakta
    return fakta | ~Q(perencanaan_laporan__kebijakan=terakhir.pk)
