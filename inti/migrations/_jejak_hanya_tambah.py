"""The database itself refuses to change or remove a line of the audit trail."""

TABEL = "inti_jejakaudit"
PESAN = "jejak audit hanya dapat ditambah"


def pasang(apps, schema_editor):
    """Create the triggers, in the dialect of the database at hand."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "CREATE FUNCTION jejak_hanya_tambah() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{PESAN}'; END $$"
        )
        schema_editor.execute(
            f"CREATE TRIGGER jejak_hanya_tambah BEFORE UPDATE OR DELETE ON {TABEL} "
            "FOR EACH ROW EXECUTE FUNCTION jejak_hanya_tambah()"
        )
        return
    for aksi in ("UPDATE", "DELETE"):
        schema_editor.execute(
            f"CREATE TRIGGER jejak_tolak_{aksi.lower()} BEFORE {aksi} ON {TABEL} "
            f"BEGIN SELECT RAISE(ABORT, '{PESAN}'); END"
        )


def lepas(apps, schema_editor):
    """Remove them again."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP TRIGGER jejak_hanya_tambah ON {TABEL}")
        schema_editor.execute("DROP FUNCTION jejak_hanya_tambah()")
        return
    for aksi in ("update", "delete"):
        schema_editor.execute(f"DROP TRIGGER jejak_tolak_{aksi}")
