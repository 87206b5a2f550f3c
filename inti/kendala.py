"""Working through rows in batches, past those that break whoever touches them (F18)."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef
from django.utils import timezone

from inti.models import Kendala

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from django.db.models import QuerySet

logger = logging.getLogger(__name__)


def per_batch(
    pekerjaan: str,
    semua: QuerySet[Any],
    kerjakan: Callable[[list[int]], object],
    *,
    versi: str,
    sejak: datetime | None,
    ukuran: int,
    sebanyak: int | None = None,
) -> int:
    """Work on the keys of these rows, so many at once; of a batch that fails each alone.

    Returns how many. What fails alone is logged, noted and held back for a while, and stops no
    other; what does not is noted no longer. A change is tried at once: `versi` is the column that
    differs whenever the row does, `sejak` when what else it is made from last changed.
    """
    dicoba = _yang_dapat_dicoba(semua, pekerjaan, versi, sejak).order_by("pk")
    versi_kini = dict(dicoba.values_list("pk", versi)[:sebanyak])
    kunci, gagal = list(versi_kini), set()
    for awal in range(0, len(kunci), ukuran):
        batch = kunci[awal : awal + ukuran]
        try:
            kerjakan(batch)
        except Exception:
            logger.exception("%s: %s sekaligus gagal; dicoba satu per satu", pekerjaan, len(batch))
            gagal |= {pk for pk in batch if not _sendiri(pekerjaan, pk, versi_kini[pk], kerjakan)}
    if selesai := versi_kini.keys() - gagal:
        Kendala.objects.filter(pekerjaan=pekerjaan, objek_id__in=selesai).delete()
    return len(selesai)


def _yang_dapat_dicoba(
    semua: QuerySet[Any], pekerjaan: str, versi: str, sejak: datetime | None
) -> QuerySet[Any]:
    """Without those that failed as they are now and are held back."""
    tertahan = Kendala.objects.tertahan(pekerjaan, timezone.now())
    if sejak is not None:
        tertahan = tertahan.filter(diambil_pada__gte=sejak)
    return semua.filter(~Exists(tertahan.filter(objek_id=OuterRef("pk"), versi=OuterRef(versi))))


def _sendiri(pekerjaan: str, pk: int, versi: int, kerjakan: Callable[[list[int]], object]) -> bool:
    try:
        kerjakan([pk])
    except Exception as error:
        logger.exception("%s: %s gagal", pekerjaan, pk)
        sebab = f"Kesalahan aplikasi ({type(error).__name__}); rinciannya di log."
        Kendala.objects.catat(pekerjaan, pk, versi, sebab, timezone.now())
        return False
    return True
