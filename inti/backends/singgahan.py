"""Redis as a cache that may be away: then each process keeps what it needs for itself.

What lies in a cache can be made again, and limits are counted per process meanwhile; so nobody is
kept out, and no page fails, because Redis does (F4).
"""

from __future__ import annotations

import logging
from typing import Any

from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)
TIDAK_ADA = (RedisError, OSError)


def _atau_sendiri(nama: str) -> Any:
    def kerjakan(self: SinggahanCache, *args: Any, **kwargs: Any) -> Any:
        try:
            return getattr(super(SinggahanCache, self), nama)(*args, **kwargs)
        except TIDAK_ADA:
            logger.warning("singgahan tidak menjawab")
            return getattr(self.sendiri, nama)(*args, **kwargs)

    return kerjakan


class SinggahanCache(RedisCache):
    """Django's Redis cache, and one in memory for the time without it."""

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self.sendiri = LocMemCache("singgahan", {"TIMEOUT": self.default_timeout})

    add = _atau_sendiri("add")
    get = _atau_sendiri("get")
    set = _atau_sendiri("set")
    touch = _atau_sendiri("touch")
    delete = _atau_sendiri("delete")
    get_many = _atau_sendiri("get_many")
    set_many = _atau_sendiri("set_many")
    delete_many = _atau_sendiri("delete_many")
    has_key = _atau_sendiri("has_key")
    incr = _atau_sendiri("incr")
    clear = _atau_sendiri("clear")
