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
            # A table of millions takes longer than a page may wait.
            schema_editor.execute("SET statement_timeout = 0")
            super().database_forwards(app_label, schema_editor, from_state, to_state)
            schema_editor.execute("RESET statement_timeout")
        else:
            self.biasa.database_forwards(self, app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        """As the database at hand can."""
        if schema_editor.connection.vendor == "postgresql":
            super().database_backwards(app_label, schema_editor, from_state, to_state)
        else:
            self.biasa.database_backwards(self, app_label, schema_editor, from_state, to_state)


class TambahIndeks(_Disamping, AddIndexConcurrently):
    """One more."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        """A half made one, which no query uses, is dropped first."""
        if schema_editor.connection.vendor == "postgresql":
            nama = schema_editor.quote_name(self.index.name)
            schema_editor.execute(f"DROP INDEX CONCURRENTLY IF EXISTS {nama}")
        super().database_forwards(app_label, schema_editor, from_state, to_state)


class BuangIndeks(_Disamping, RemoveIndexConcurrently):
    """One less; the one that takes its place stands before."""

    biasa = RemoveIndex
