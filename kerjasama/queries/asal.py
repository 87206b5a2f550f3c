"""Where a naskah came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kerjasama.models import BarisImpor

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kerjasama.models import Naskah


def asal_naskah(naskah: Naskah) -> QuerySet[BarisImpor]:
    """The rows of imported lists that entered as this naskah, with what stood in them."""
    milik = BarisImpor.objects.filter(naskah=naskah).select_related("impor")
    return milik.defer("usulan", "peringatan", "impor__daftar_lembar").order_by("pk")
