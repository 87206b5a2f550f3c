"""See the help text."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from inti.migrasi import izin, yang_mengunci


class Command(BaseCommand):
    """Before an upgrade without a pause."""

    help = (
        "Tolak migrasi yang belum diterapkan bila mengunci tabel atau menggagalkan versi lama. "
        "Hanya berarti di PostgreSQL."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Name what is wrong with each; fail when there is anything."""
        if connection.vendor != "postgresql":
            self.stdout.write("SQLite: situs dihentikan ketika ditingkatkan; tidak ada yang diuji.")
            return
        executor = MigrationExecutor(connection)
        rencana = executor.migration_plan(executor.loader.graph.leaf_nodes())
        jenis = _jenis_kolom()
        salah = []
        for migrasi, _ in rencana:
            masalah = yang_mengunci(executor.loader.collect_sql([(migrasi, False)]), jenis)
            if not masalah:
                continue
            berkas = Path(inspect.getfile(type(migrasi)))
            if not berkas.is_relative_to(settings.BASE_DIR) or ".venv" in berkas.parts:
                self.stdout.write(f"{migrasi}: milik pustaka, mengunci: {masalah[0]}")
                continue
            if alasan := izin(berkas.read_text(encoding="utf-8")):
                self.stdout.write(f"{migrasi}: diizinkan ({alasan})")
                continue
            salah += [f"{migrasi}: {satu}" for satu in masalah]
        if salah:
            raise CommandError("\n".join(salah))
        self.stdout.write(
            f"{len(rencana)} migrasi menunggu; dapat diterapkan selagi situs berjalan."
        )


def _jenis_kolom() -> dict[tuple[str, str], str]:
    """The type of each column as it stands, by table and name."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod) "
            "FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid "
            "WHERE c.relkind = 'r' AND pg_table_is_visible(c.oid) AND a.attnum > 0"
        )
        return {(tabel, kolom): jenis for tabel, kolom, jenis in cursor.fetchall()}
