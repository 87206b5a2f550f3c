"""Redis as a cache that may be away: then each process keeps what it needs for itself.

What lies in a cache can be made again, and limits are counted per process meanwhile; so nobody is
kept out, and no page fails, because Redis does (F4). A Redis that refuses says so at once and is
asked every time. One that says nothing costs its whole patience each time: it is left alone for a
while, or a page would wait for each of its questions (F22).
"""

from __future__ import annotations

import logging
import time
from typing import Any, ClassVar

from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache
from redis import exceptions

logger = logging.getLogger(__name__)
TIDAK_ADA = (exceptions.RedisError, OSError)
# Seconds.
DIDIAMKAN = 10


def _atau_sendiri(nama: str) -> Any:
    def kerjakan(self: SinggahanCache, *args: Any, **kwargs: Any) -> Any:
        if time.monotonic() >= self.tanya_lagi.get(self.alamat, 0):
            try:
                return getattr(super(SinggahanCache, self), nama)(*args, **kwargs)
            except TIDAK_ADA as galat:
                logger.warning("singgahan tidak menjawab")
                if isinstance(galat, exceptions.TimeoutError):
                    self.tanya_lagi[self.alamat] = time.monotonic() + DIDIAMKAN
        return getattr(self.sendiri, nama)(*args, **kwargs)

    return kerjakan


class SinggahanCache(RedisCache):
    """Django's Redis cache, and one in memory for the time without it.

    `tanya_lagi`: from when on each server is asked again; of the process, as each thread has a
    cache of its own.
    """

    tanya_lagi: ClassVar[dict[str, float]] = {}

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self.alamat = server
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
