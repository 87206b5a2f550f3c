"""Which naskah need their duties to report made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import F, Q

from kerjasama.models import Naskah

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from pengawasan.models import Kebijakan

# What making them is called where its failures are noted.
PENYUSUNAN = "kewajiban"


def yang_berubah(terakhir: Kebijakan | None, *, juga: Q | None = None) -> QuerySet[Naskah]:
    """Made from other facts than there are now, or from an older policy than that; or `juga`."""
    syarat = Q(perencanaan_laporan=None) | ~Q(perencanaan_laporan__versi_fakta=F("versi_fakta"))
    if terakhir is not None:
        syarat |= ~Q(perencanaan_laporan__kebijakan=terakhir.pk)
    if juga is not None:
        syarat |= juga
    semua: QuerySet[Naskah] = Naskah.objects.filter(syarat)
    return semua
