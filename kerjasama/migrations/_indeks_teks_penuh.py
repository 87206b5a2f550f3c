"""Full-text search over the index: a tsvector with trigrams for words, or FTS5.

The models know nothing of it: on PostgreSQL a generated column, on SQLite a virtual table that
triggers keep true. Whoever rebuilds kerjasama_indeksnaskah on SQLite must make the triggers again.
"""

import logging

from django.db import DatabaseError, transaction

logger = logging.getLogger(__name__)
TABEL = "kerjasama_indeksnaskah"
FTS = f"{TABEL}_fts"
HAPUS = f"INSERT INTO {FTS}({FTS}, rowid, teks) VALUES ('delete', old.id, old.teks);"  # noqa: S608 - our own words
TAMBAH = f"INSERT INTO {FTS}(rowid, teks) VALUES (new.id, new.teks);"  # noqa: S608 - our own words
PEMICU = {"INSERT": TAMBAH, "DELETE": HAPUS, "UPDATE": HAPUS + TAMBAH}
TRIGRAM = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "CREATE INDEX kata_indeks_trigram ON kerjasama_kataindeks USING gin (kata gin_trgm_ops)",
)


def pasang(apps, schema_editor):
    """Create what the database at hand searches with."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            f"ALTER TABLE {TABEL} ADD COLUMN vektor tsvector "
            "GENERATED ALWAYS AS (to_tsvector('simple', teks)) STORED"
        )
        schema_editor.execute(f"CREATE INDEX indeks_naskah_vektor ON {TABEL} USING gin (vektor)")
        _pasang_trigram(schema_editor)
        return
    schema_editor.execute(
        f"CREATE VIRTUAL TABLE {FTS} USING fts5(teks, content='{TABEL}', "
        "content_rowid='id', tokenize='unicode61', prefix='2 3')"
    )
    for peristiwa, isi in PEMICU.items():
        schema_editor.execute(
            f"CREATE TRIGGER {FTS}_{peristiwa.lower()} AFTER {peristiwa} ON {TABEL} BEGIN {isi} END"
        )


def _pasang_trigram(schema_editor):
    """Where the role may not, searching works without: misspelt words are guessed more simply."""
    try:
        with transaction.atomic(using=schema_editor.connection.alias):
            for perintah in TRIGRAM:
                schema_editor.execute(perintah)
    except DatabaseError:
        logger.warning("pg_trgm tidak dapat dipasang; lihat docs/operasi.md, bagian Pencarian")


def lepas(apps, schema_editor):
    """Remove it again; the extension may serve others and stays."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"ALTER TABLE {TABEL} DROP COLUMN vektor")
        schema_editor.execute("DROP INDEX IF EXISTS kata_indeks_trigram")
        return
    for peristiwa in PEMICU:
        schema_editor.execute(f"DROP TRIGGER {FTS}_{peristiwa.lower()}")
    schema_editor.execute(f"DROP TABLE {FTS}")
