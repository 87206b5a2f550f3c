"""Working through rows in batches, past those that break whoever touches them (F18)."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef
from django.utils import timezone

from inti.models import Kendala

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from django.db.models import QuerySet

logger = logging.getLogger(__name__)


def yang_dapat_dicoba(
    semua: QuerySet[Any], pekerjaan: str, *, versi: str, sejak: datetime | None
) -> QuerySet[Any]:
    """Without those that failed as they are now and are held back; a change is tried at once.

    `versi` is the column that differs whenever the row does, `sejak` when else it last changed.
    """
    tertahan = Kendala.objects.tertahan(pekerjaan, timezone.now())
    if sejak is not None:
        tertahan = tertahan.filter(diambil_pada__gte=sejak)
    return semua.filter(~Exists(tertahan.filter(objek_id=OuterRef("pk"), versi=OuterRef(versi))))


def per_batch(
    pekerjaan: str,
    versi: Mapping[int, int],
    kerjakan: Callable[[Sequence[int]], object],
    *,
    ukuran: int,
) -> int:
    """Work on these keys, so many at once; of a batch that fails each alone. Returns how many.

    What fails alone is logged, noted with its version, and stops no other; what does not is noted
    no longer.
    """
    kunci, gagal = list(versi), set()
    for awal in range(0, len(kunci), ukuran):
        batch = kunci[awal : awal + ukuran]
        try:
            kerjakan(batch)
        except Exception:
            logger.exception("%s: %s sekaligus gagal; dicoba satu per satu", pekerjaan, len(batch))
            gagal |= {pk for pk in batch if not _sendiri(pekerjaan, pk, versi[pk], kerjakan)}
    if selesai := versi.keys() - gagal:
        Kendala.objects.filter(pekerjaan=pekerjaan, objek_id__in=selesai).delete()
    return len(selesai)


def _sendiri(
    pekerjaan: str, pk: int, versi: int, kerjakan: Callable[[Sequence[int]], object]
) -> bool:
    try:
        kerjakan([pk])
    except Exception as error:
        logger.exception("%s: %s gagal", pekerjaan, pk)
        sebab = f"Kesalahan aplikasi ({type(error).__name__}); rinciannya di log."
        Kendala.objects.catat(pekerjaan, pk, versi, sebab, timezone.now())
        return False
    return True
