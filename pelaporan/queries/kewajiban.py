"""Which naskah need their duties to report made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from inti.kalender import tambah_bulan
from kerjasama.models import Naskah
from pengawasan.queries.jadwal import basi

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from pengawasan.models import Kebijakan

# What making them is called where its failures are noted.
PENYUSUNAN = "kewajiban"
RENCANA = "perencanaan_laporan"
CAKRAWALA_BULAN = 7


def yang_berubah(terakhir: Kebijakan | None) -> QuerySet[Naskah]:
    """Made from other facts than there are now, or from an older policy than that."""
    semua: QuerySet[Naskah] = Naskah.objects.filter(basi(RENCANA, terakhir))
    return semua


def yang_tiba(terakhir: Kebijakan | None, hari_ini: date) -> QuerySet[Naskah]:
    """Those, and the ones of which a report comes within the horizon."""
    sampai = tambah_bulan(hari_ini, CAKRAWALA_BULAN)
    tiba = Q(**{f"{RENCANA}__berikutnya__lte": sampai})
    semua: QuerySet[Naskah] = Naskah.objects.filter(basi(RENCANA, terakhir) | tiba)
    return semua
