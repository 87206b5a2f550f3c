"""One at a time, whatever the number of processes: for what prepares the site."""

from __future__ import annotations

import fcntl
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import connection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.backends.base.base import BaseDatabaseWrapper

KUNCI = 752021
BERKAS = "siapkan.kunci"
JEDA = 0.2


@contextmanager
def sendirian() -> Iterator[None]:
    """Wait until nobody else prepares; whoever comes second finds it done (F21).

    The lock goes with the process that holds it: on PostgreSQL with a connection of its own, so
    that it holds across machines, on SQLite with a file beside the database. There it is asked
    for again and again: an index that is made CONCURRENTLY waits for every statement that runs,
    also for one that waits for the lock.
    """
    if connection.vendor == "postgresql":
        lain = connection.copy()
        try:
            while not _terkunci(lain):
                time.sleep(JEDA)
            yield
        finally:
            lain.close()
    else:
        with (Path(settings.VAR_DIR) / BERKAS).open("a") as berkas:
            fcntl.flock(berkas, fcntl.LOCK_EX)
            yield


def _terkunci(sambungan: BaseDatabaseWrapper) -> bool:
    with sambungan.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [KUNCI])
        return bool(cursor.fetchone()[0])
