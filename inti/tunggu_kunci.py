"""Migrations that hold up nobody while they wait for a table that somebody reads (F14)."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from django.core.management import CommandError, call_command
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

if TYPE_CHECKING:
    from collections.abc import Callable

# All who come after an ALTER that waits wait with it: it gives up, lets them pass, and asks again.
PALING_LAMA = "3s"
JEDA = 5.0
PERCOBAAN = 6
KUNCI_TAK_DIDAPAT = "55P03"


def migrasikan(kabar: Callable[[str], object]) -> None:
    """Apply what waits; on PostgreSQL in several attempts, each told of with what it waits for.

    A migration is applied whole or not at all, so the next attempt goes on where this one stood.
    Raises CommandError when the table was never free.
    """
    if connection.vendor != "postgresql":
        _migrate()
        return
    for ke in range(1, PERCOBAAN + 1):
        try:
            _dengan_batas()
        except OperationalError as error:
            if getattr(error.__cause__, "sqlstate", "") != KUNCI_TAK_DIDAPAT:
                raise
            kabar(f"{_yang_ditunggu()} (percobaan {ke} dari {PERCOBAAN}).")
        else:
            return
        if ke < PERCOBAAN:
            time.sleep(JEDA)
    raise CommandError(
        "Migrasi belum selesai karena tabelnya terus dipakai. Yang sudah diterapkan tetap, dan "
        "situs tetap berjalan; jalankan manage.py siapkan sekali lagi beberapa saat kemudian."
    )


def _dengan_batas() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('lock_timeout', %s, false)", [PALING_LAMA])
    try:
        _migrate()
    finally:
        with connection.cursor() as cursor:
            cursor.execute("RESET lock_timeout")


def _migrate() -> None:
    call_command("migrate", interactive=False, verbosity=0)


def _yang_ditunggu() -> str:
    """The migration that did not get its lock, and the oldest transaction beside it."""
    executor = MigrationExecutor(connection)
    rencana = executor.migration_plan(executor.loader.graph.leaf_nodes())
    nama = str(rencana[0][0]) if rencana else "migrate"
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pid, extract(epoch FROM now() - xact_start)::integer FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid() "
            "AND backend_type = 'client backend' AND xact_start IS NOT NULL "
            "ORDER BY xact_start LIMIT 1"
        )
        lain = cursor.fetchone()
    kalimat = f"{nama} menunggu tabel yang sedang dipakai"
    if lain:
        kalimat += f"; transaksi tertua: proses {lain[0]}, sudah {lain[1]} detik"
    return kalimat
