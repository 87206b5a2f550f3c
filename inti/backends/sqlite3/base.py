"""Django's SQLite, but whoever waits for the write lock holds up nobody else meanwhile.

SQLite's own waiting (`timeout`) sleeps inside the library with the connection's mutex held. When
another thread then frees a cursor of that connection (the garbage collector runs in whatever
thread is at work), it must have that mutex, and waits too; if it is the one that holds the write
lock, both wait until the time is up. So the waiting is done here, outside of the library: SQLite
gives up at once, and the statement that begins something is tried again (ADR 0013).
"""

from __future__ import annotations

import random
import sqlite3
import time
from typing import TYPE_CHECKING, Any, TypeVar

from django.db import OperationalError
from django.db.backends.sqlite3 import base

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
# Longer than any transaction of the application; as long as `timeout` said before.
SABAR_DETIK = 20.0
JEDA_DETIK = (0.002, 0.05)
TERKUNCI = ("database is locked", "database table is locked")


class DatabaseWrapper(base.DatabaseWrapper):
    """Waits for a lock by trying again."""

    def get_connection_params(self) -> dict[str, Any]:
        return super().get_connection_params() | {"timeout": 0}

    def get_new_connection(self, conn_params: dict[str, Any]) -> sqlite3.Connection:
        # While another process closes its last connection it tidies the log away and lets none in.
        buka = super().get_new_connection
        return sabar(lambda: buka(conn_params))  # type: ignore[no-any-return] # unknown to stubs

    def _start_transaction_under_autocommit(self) -> None:
        sabar(super()._start_transaction_under_autocommit)  # type: ignore[misc] # unknown to stubs

    def create_cursor(self, name: str | None = None) -> Any:
        return self.connection.cursor(factory=CursorWrapper)


class CursorWrapper(base.SQLiteCursorWrapper):
    """Tries again outside a transaction only: inside one, nothing is waited for any more."""

    def execute(self, query: str, params: Any = None) -> Any:
        if self.connection.in_transaction:
            return super().execute(query, params)
        return sabar(lambda: super(CursorWrapper, self).execute(query, params))

    def executemany(self, query: str, param_list: Any) -> Any:
        if self.connection.in_transaction:
            return super().executemany(query, param_list)
        daftar = list(param_list)
        return sabar(lambda: super(CursorWrapper, self).executemany(query, daftar))


def sabar(jalankan: Callable[[], T]) -> T:
    """Its answer, tried again while another has the lock; raises what it raises in the end."""
    batas = time.monotonic() + SABAR_DETIK
    jeda, terlama = JEDA_DETIK
    while True:
        try:
            return jalankan()
        except (OperationalError, sqlite3.OperationalError) as error:
            if not str(error).startswith(TERKUNCI) or time.monotonic() > batas:
                raise
        time.sleep(jeda * random.uniform(0.5, 1.5))  # noqa: S311 - so that two do not keep step
        jeda = min(jeda * 2, terlama)
