"""Redis as a cache that may be away: then each process keeps what it needs for itself.

What lies in a cache can be made again, and limits are counted per process meanwhile; so nobody is
kept out, and no page fails, because Redis does (F4). After a failure the process does without for a
while: a Redis that takes connections and says nothing would be waited for at every key of a page.
"""

from __future__ import annotations

import logging
import threading
import time
from typing import Any

from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)
TIDAK_ADA = (RedisError, OSError)
JEDA_DETIK = 10
# When each server that failed is asked again; of the process, because each thread has its cache.
tanya_lagi: dict[str, float] = {}
_giliran = threading.Lock()


def _boleh_tanya(server: str) -> bool:
    """Whether to ask it now: of all threads that find the pause over, the first one."""
    with _giliran:
        if (kapan := tanya_lagi.get(server)) is None:
            return True
        if time.monotonic() < kapan:
            return False
        _tunda(server)
        return True


def _tunda(server: str) -> None:
    tanya_lagi[server] = time.monotonic() + JEDA_DETIK


def _atau_sendiri(nama: str) -> Any:
    def kerjakan(self: SinggahanCache, *args: Any, **kwargs: Any) -> Any:
        if not _boleh_tanya(self.server):
            return getattr(self.sendiri, nama)(*args, **kwargs)
        try:
            jawaban = getattr(super(SinggahanCache, self), nama)(*args, **kwargs)
        except TIDAK_ADA:
            _tunda(self.server)
            logger.warning("singgahan tidak menjawab")
            return getattr(self.sendiri, nama)(*args, **kwargs)
        except Exception:  # its answer, such as of a key that is not there
            tanya_lagi.pop(self.server, None)
            raise
        tanya_lagi.pop(self.server, None)
        return jawaban

    return kerjakan


class SinggahanCache(RedisCache):
    """Django's Redis cache, and one in memory for the time without it."""

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self.server = server
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
