"""Indexes of tables that people are writing to."""

from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db.migrations import AddIndex, RemoveIndex


class _Disamping:
    """Beside the work on PostgreSQL, where the migration must not be atomic; else as usual.

    What a migration that died left half done is done anew.
    """

    biasa = AddIndex

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        """As the database at hand can."""
        if schema_editor.connection.vendor == "postgresql":
            with schema_editor.connection.cursor() as cursor:
                cursor.execute("SHOW lock_timeout")
                (batas,) = cursor.fetchone()
            # A table of millions takes longer than a page may wait, and nobody waits meanwhile.
            schema_editor.execute("SET statement_timeout = 0")
            schema_editor.execute("SET lock_timeout = 0")
            self.dahulu(schema_editor)
            super().database_forwards(app_label, schema_editor, from_state, to_state)
            schema_editor.execute(f"SET lock_timeout = '{batas}'")
            schema_editor.execute("RESET statement_timeout")
        else:
            self.biasa.database_forwards(self, app_label, schema_editor, from_state, to_state)

    def dahulu(self, schema_editor):
        """Clear what is in the way."""

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        """As the database at hand can."""
        if schema_editor.connection.vendor == "postgresql":
            super().database_backwards(app_label, schema_editor, from_state, to_state)
        else:
            self.biasa.database_backwards(self, app_label, schema_editor, from_state, to_state)


class TambahIndeks(_Disamping, AddIndexConcurrently):
    """One more."""

    def dahulu(self, schema_editor):
        """A half made one, which no query uses, is dropped first."""
        nama = schema_editor.quote_name(self.index.name)
        schema_editor.execute(f"DROP INDEX CONCURRENTLY IF EXISTS {nama}")


class BuangIndeks(_Disamping, RemoveIndexConcurrently):
    """One less; the one that takes its place stands before."""

    biasa = RemoveIndex
