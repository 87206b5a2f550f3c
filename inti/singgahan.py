"""The cache as a convenience: what it holds can always be made again, also when it is away."""

from __future__ import annotations

import logging
from typing import Any

from django.core.cache import cache
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)
TIDAK_ADA = (RedisError, OSError)


def ambil(kunci: str) -> Any:
    """What was put there, or None."""
    try:
        return cache.get(kunci)
    except TIDAK_ADA:
        logger.warning("singgahan tidak menjawab")
        return None


def simpan(kunci: str, nilai: Any, *, detik: int) -> None:
    """Keep it for so long, if there is a cache."""
    try:
        cache.set(kunci, nilai, detik)
    except TIDAK_ADA:
        logger.warning("singgahan tidak menjawab")


def hitung(kunci: str, *, detik: int) -> int:
    """One more; how many there were in the window that the first of them opened."""
    try:
        cache.add(kunci, 0, detik)
        return cache.incr(kunci)
    except ValueError:  # the window closed between the two
        return 1
    except TIDAK_ADA:
        logger.warning("singgahan tidak menjawab")
        return 0
