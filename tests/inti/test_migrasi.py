"""A migration that makes people wait, or breaks the running version, is refused with the reason."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from inti.management.commands import periksa_migrasi
from inti.migrasi import izin, yang_mengunci

BAIK = [
    'CREATE TABLE "a" ("id" bigint NOT NULL)',
    'CREATE INDEX "a_x" ON "a" ("x")',
    'ALTER TABLE "a" ADD CONSTRAINT "c" CHECK (x > 0)',
    'CREATE INDEX CONCURRENTLY "b_x" ON "b" ("x")',
    'ALTER TABLE "b" ADD COLUMN "y" integer NULL',
    'ALTER TABLE "b" ADD COLUMN "z" integer DEFAULT 0 NOT NULL',
    'ALTER TABLE "b" ADD CONSTRAINT "c" CHECK (x > 0) NOT VALID',
    'ALTER TABLE "b" VALIDATE CONSTRAINT "c"',
    'ALTER TABLE "b" ALTER COLUMN "nama" TYPE varchar(300)',
    "-- Raw Python operation",
]


@pytest.mark.parametrize("sql", BAIK[3:])
def test_what_holds_up_nobody_passes(sql):
    assert yang_mengunci([sql]) == []


def test_table_made_by_the_same_migration_is_free():
    assert yang_mengunci(BAIK) == []


@pytest.mark.parametrize(
    ("sql", "sebab"),
    [
        ('CREATE INDEX "b_x" ON "b" ("x")', "CONCURRENTLY"),
        ('CREATE UNIQUE INDEX "b_x" ON "b" ("x") WHERE x > 0', "CONCURRENTLY"),
        ('ALTER TABLE "b" ADD CONSTRAINT "c" CHECK (x > 0)', "NotValid"),
        ('ALTER TABLE "b" ADD CONSTRAINT "c" UNIQUE ("x")', "UNIQUE"),
        ('ALTER TABLE "b" ALTER COLUMN "x" TYPE bigint USING "x"::bigint', "menulis ulang"),
        ('ALTER TABLE "b" ALTER COLUMN "x" SET NOT NULL', "SET NOT NULL"),
        ('ALTER TABLE "b" ADD COLUMN "y" integer NOT NULL', "db_default"),
        ('ALTER TABLE "b" ALTER COLUMN "y" DROP DEFAULT', "db_default"),
        ('ALTER TABLE "b" DROP COLUMN "y" CASCADE', "satu versi kemudian"),
        ('DROP TABLE "b" CASCADE', "satu versi kemudian"),
        ('ALTER TABLE "b" RENAME COLUMN "x" TO "y"', "nama yang lama"),
        ('ALTER TABLE "b" RENAME TO "c"', "nama yang lama"),
    ],
)
def test_what_locks_or_breaks_is_named(sql, sebab):
    (masalah,) = yang_mengunci([sql])

    assert masalah.startswith("b: ")
    assert sebab in masalah


def test_allowance_needs_a_reason():
    assert izin("x = 1\n# mengunci: tabel kecil\n") == "tabel kecil"
    assert izin("# mengunci:\n# mengunci: \n") == ""


def tertunda(app):
    """Let the newest migration of an app wait again."""
    nama = max(n for a, n in MigrationLoader(None).disk_migrations if a == app)
    MigrationRecorder.Migration.objects.get(app=app, name=nama).delete()
    return f"{app}.{nama}"


def jalankan():
    keluar = StringIO()
    call_command("periksa_migrasi", stdout=keluar)
    return keluar.getvalue()


@pytest.mark.postgres
@pytest.mark.django_db
def test_command_reads_what_is_not_applied_yet():
    assert jalankan().startswith("0 migrasi menunggu")
    tertunda("sessions")
    assert jalankan().startswith("1 migrasi menunggu; dapat diterapkan")


@pytest.mark.postgres
@pytest.mark.django_db
def test_command_refuses_one_of_ours_that_locks_and_tells_of_others(monkeypatch):
    kunci = lambda *args: ['DROP TABLE "besar"']  # noqa: E731 - a stand-in
    monkeypatch.setattr(MigrationLoader, "collect_sql", kunci)
    tertunda("sessions")
    assert "sessions.0001_initial: milik pustaka, mengunci" in jalankan()

    kita = tertunda("inti")

    with pytest.raises(CommandError, match=f"^{kita}: besar: versi lama"):
        jalankan()


@pytest.mark.postgres
@pytest.mark.django_db
def test_command_lets_through_what_gives_its_reason(monkeypatch):
    monkeypatch.setattr(MigrationLoader, "collect_sql", lambda *args: ['DROP TABLE "kecil"'])
    monkeypatch.setattr(periksa_migrasi, "izin", lambda isi: "tabel kecil")
    kita = tertunda("inti")

    assert f"{kita}: diizinkan (tabel kecil)" in jalankan()
