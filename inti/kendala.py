"""Working through rows in batches, past those that break whoever touches them (F18)."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef
from django.utils import timezone

from inti.models import Kendala

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from django.db.models import QuerySet

logger = logging.getLogger(__name__)


def yang_dapat_dicoba(semua: QuerySet[Any], pekerjaan: str, versi: str) -> QuerySet[Any]:
    """Without those that failed as they are now and are held back; a change is tried at once.

    `versi` is the column that differs whenever the row does.
    """
    tertahan = Kendala.objects.tertahan(pekerjaan, timezone.now())
    return semua.filter(~Exists(tertahan.filter(objek_id=OuterRef("pk"), versi=OuterRef(versi))))


def per_batch(
    pekerjaan: str,
    versi: Mapping[int, int],
    kerjakan: Callable[[Sequence[int]], object],
    *,
    ukuran: int,
) -> int:
    """Work on these keys, so many at once; of a batch that fails each alone. Returns how many.

    What fails alone is logged, noted with its version, and stops no other.
    """
    kunci, gagal = list(versi), 0
    for awal in range(0, len(kunci), ukuran):
        batch = kunci[awal : awal + ukuran]
        try:
            kerjakan(batch)
        except Exception:
            logger.exception("%s: %s sekaligus gagal; dicoba satu per satu", pekerjaan, len(batch))
            gagal += sum(not _sendiri(pekerjaan, pk, versi[pk], kerjakan) for pk in batch)
    return len(kunci) - gagal


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
