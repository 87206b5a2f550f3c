"""One at a time, whatever the number of processes: for what prepares the site."""

from __future__ import annotations

import fcntl
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import connection

if TYPE_CHECKING:
    from collections.abc import Iterator

KUNCI = 752021
BERKAS = "siapkan.kunci"


@contextmanager
def sendirian() -> Iterator[None]:
    """Wait until nobody else prepares; whoever comes second finds it done (F21).

    The lock goes with the process that holds it: on PostgreSQL with a connection of its own, so
    that it holds across machines, on SQLite with a file beside the database.
    """
    if connection.vendor == "postgresql":
        lain = connection.copy()
        try:
            with lain.cursor() as cursor:
                cursor.execute("SET statement_timeout = 0")
                cursor.execute("SELECT pg_advisory_lock(%s)", [KUNCI])
            yield
        finally:
            lain.close()
    else:
        with (Path(settings.VAR_DIR) / BERKAS).open("a") as berkas:
            fcntl.flock(berkas, fcntl.LOCK_EX)
            yield
