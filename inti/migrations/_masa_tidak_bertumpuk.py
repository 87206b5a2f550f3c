"""The database itself keeps one holder of a single seat on a day, and one who acts for them.

Whoever writes a period past the service is refused too: by a command, a shell, or plain SQL. On
PostgreSQL the seat is locked before the others are read, so that two at once cannot both pass.
SQLite drops the triggers with the table: a migration that rebuilds it runs `pasang` again.
"""

TABEL = "inti_pemangkujabatan"
KOLOM = "jabatan_id, sifat, mulai, selesai"
PESAN = "masa jabatan bertumpuk"
BERTUMPUK = (
    f"EXISTS (SELECT 1 FROM {TABEL} AS lain JOIN inti_jabatan AS j ON j.id = lain.jabatan_id "  # noqa: S608
    "WHERE j.tunggal AND lain.jabatan_id = NEW.jabatan_id "
    "AND (lain.sifat = 'definitif') = (NEW.sifat = 'definitif') "
    "AND (lain.selesai IS NULL OR NEW.mulai <= lain.selesai) "
    "AND (NEW.selesai IS NULL OR lain.mulai <= NEW.selesai)"
)
SQLITE = {
    "masa_jabatan_tolak_tambah": ("INSERT", f"{BERTUMPUK})"),
    "masa_jabatan_tolak_ubah": (f"UPDATE OF {KOLOM}", f"{BERTUMPUK} AND lain.id <> NEW.id)"),
}


def pasang(apps, schema_editor):
    """Create the triggers, in the dialect of the database at hand."""
    if schema_editor.connection.vendor != "postgresql":
        for nama, (kapan, bila) in SQLITE.items():
            schema_editor.execute(
                f"CREATE TRIGGER {nama} BEFORE {kapan} ON {TABEL} WHEN {bila} "
                f"BEGIN SELECT RAISE(ABORT, '{PESAN}'); END"
            )
        return
    schema_editor.execute(
        "CREATE FUNCTION masa_jabatan() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "PERFORM 1 FROM inti_jabatan WHERE id = NEW.jabatan_id AND tunggal FOR NO KEY UPDATE; "
        f"IF {BERTUMPUK} AND lain.id <> NEW.id) THEN "
        f"RAISE EXCEPTION '{PESAN}' USING ERRCODE = 'exclusion_violation'; END IF; "
        "RETURN NEW; END $$"
    )
    schema_editor.execute(
        f"CREATE TRIGGER masa_jabatan BEFORE INSERT OR UPDATE OF {KOLOM} ON {TABEL} "
        "FOR EACH ROW EXECUTE FUNCTION masa_jabatan()"
    )


def lepas(apps, schema_editor):
    """Remove them again."""
    if schema_editor.connection.vendor != "postgresql":
        for nama in SQLITE:
            schema_editor.execute(f"DROP TRIGGER {nama}")
        return
    schema_editor.execute(f"DROP TRIGGER masa_jabatan ON {TABEL}")
    schema_editor.execute("DROP FUNCTION masa_jabatan()")
