"""A migration that does not get its table lets the others pass, says so, and asks again."""

from contextlib import closing
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from inti import tunggu_kunci
from inti.tunggu_kunci import migrasikan

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def tertunda():
    """inti.0008 and what follows wait; it adds a column to inti_pemerintah."""
    call_command("migrate", "inti", "0007", verbosity=0)
    yield
    call_command("migrate", verbosity=0)


@pytest.fixture
def pembaca(tertunda, monkeypatch):
    """Somebody in the middle of reading that table, and an ALTER without much patience."""
    monkeypatch.setattr(tunggu_kunci, "PALING_LAMA", "20ms")
    monkeypatch.setattr(tunggu_kunci.time, "sleep", lambda lama: None)
    lain = connection.copy()
    with closing(lain):
        lain.set_autocommit(False)
        with lain.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM inti_pemerintah")
        yield lain


def terapan():
    return set(MigrationRecorder(connection).applied_migrations())


def batas():
    with connection.cursor() as cursor:
        cursor.execute("SHOW lock_timeout")
        return cursor.fetchone()[0]


def test_it_gives_up_with_a_sentence_and_a_way_on(pembaca):
    kabar = []
    sebelum = terapan()

    with pytest.raises(CommandError, match="siapkan sekali lagi"):
        migrasikan(kabar.append)

    assert len(kabar) == tunggu_kunci.PERCOBAAN
    nomor = pembaca.connection.info.backend_pid
    assert kabar[0].startswith(
        "inti.0008_provinsi menunggu tabel yang sedang dipakai; transaksi tertua: proses "
    )
    assert f"proses {nomor}, sudah" in kabar[0]
    assert kabar[0].endswith("(percobaan 1 dari 6).")
    assert (terapan(), batas()) == (sebelum, "0")


def test_it_goes_on_when_the_reader_has_left(pembaca, monkeypatch):
    def pergi(_):
        pembaca.rollback()
        monkeypatch.setattr(tunggu_kunci, "PALING_LAMA", "10s")

    monkeypatch.setattr(tunggu_kunci.time, "sleep", pergi)
    kabar = StringIO()

    call_command("siapkan", stdout=kabar)

    assert kabar.getvalue().count("menunggu tabel") == 1
    assert ("inti", "0008_provinsi") in terapan()
    assert batas() == "0"


def test_another_error_is_not_waited_out(monkeypatch):
    def gagal():
        raise OperationalError("disk penuh")

    monkeypatch.setattr(tunggu_kunci, "_migrate", gagal)

    with pytest.raises(OperationalError, match="disk penuh"):
        migrasikan(print)


def test_an_index_beside_the_work_waits_as_long_as_it_must():
    muat = MigrationLoader(connection)
    satu = muat.disk_migrations["pelaporan", "0004_indeks_daftar"]
    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = '7s'")

    perintah = [s for s in muat.collect_sql([(satu, False)]) if not s.startswith("--")]

    with connection.cursor() as cursor:
        cursor.execute("RESET lock_timeout")
    _, tanpa, buang, buat, kembali, _ = perintah[:6]
    assert (tanpa, kembali) == ("SET lock_timeout = 0;", "SET lock_timeout = '7s';")
    assert buang.startswith("DROP INDEX CONCURRENTLY")
    assert buat.startswith("CREATE INDEX CONCURRENTLY")
