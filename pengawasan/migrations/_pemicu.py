"""Triggers by which the database itself refuses, in the dialect of the one at hand.

SQLite drops the triggers of a table with the table, and refuses to rename one that a trigger
elsewhere names: a migration that rebuilds such a table runs `lepas` before and `pasang` after.
"""


def beda(kolom, pembanding):
    """Whether any of these columns is about to change."""
    return " OR ".join(f"OLD.{n} {pembanding} NEW.{n}" for n in kolom)


def tolak(bila, pesan):
    """PL/pgSQL that refuses when the condition holds."""
    return f"IF {bila} THEN RAISE EXCEPTION '{pesan}'; END IF;"


def pasang(schema_editor, *, sqlite, postgresql):
    """Create the triggers.

    `sqlite` gives name, moment, condition and message of each; `postgresql` the name and the
    statements of each function, and the moments on which each of its tables calls it.
    """
    if schema_editor.connection.vendor != "postgresql":
        for nama, kapan, bila, pesan in sqlite():
            schema_editor.execute(
                f"CREATE TRIGGER {nama} BEFORE {kapan} WHEN {bila} "
                f"BEGIN SELECT RAISE(ABORT, '{pesan}'); END"
            )
        return
    for fungsi, isi, tabel in postgresql():
        schema_editor.execute(
            f"CREATE FUNCTION {fungsi}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN {' '.join(isi)} END $$"
        )
        for satu, kapan in tabel.items():
            schema_editor.execute(
                f"CREATE TRIGGER {fungsi} BEFORE {kapan} ON {satu} "
                f"FOR EACH ROW EXECUTE FUNCTION {fungsi}()"
            )


def lepas(schema_editor, *, sqlite, postgresql):
    """Remove them again."""
    if schema_editor.connection.vendor != "postgresql":
        for nama, *_ in sqlite():
            schema_editor.execute(f"DROP TRIGGER {nama}")
        return
    for fungsi, _, tabel in postgresql():
        for satu in tabel:
            schema_editor.execute(f"DROP TRIGGER {fungsi} ON {satu}")
        schema_editor.execute(f"DROP FUNCTION {fungsi}()")
