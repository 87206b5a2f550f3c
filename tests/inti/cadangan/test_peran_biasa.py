"""Over a filled PostgreSQL database, by a role that owns it and no more (docs/operasi.md)."""

import os
import subprocess
import sys

import pytest
from django.db import connection

from inti.models import Pengguna
from tests.factories.inti import PenggunaFactory
from tests.support.basis_data import psql, salin_postgres
from tests.support.processes import ROOT, clean_environment

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.postgres,
    pytest.mark.lambat,
]
NAMA = f"uji_peran_biasa_{os.getpid()}"


def perintah(*semua):
    with connection.cursor() as cursor:
        for satu in semua:
            cursor.execute(satu)


@pytest.fixture
def alamat():
    """A copy of the test's database that belongs to a role of its own."""
    PenggunaFactory(username="asli")
    server = connection.settings_dict
    perintah(f"CREATE ROLE {NAMA} LOGIN PASSWORD 'uji'", f"CREATE DATABASE {NAMA} OWNER {NAMA}")
    alamat = f"postgres://{NAMA}:uji@{server['HOST']}:{server['PORT']}/{NAMA}"
    try:
        salin_postgres(alamat)
        yield alamat
    finally:
        perintah(f"DROP DATABASE {NAMA} WITH (FORCE)", f"DROP ROLE {NAMA}")


@pytest.fixture
def kelola(alamat, tmp_path):
    lingkungan = clean_environment(
        DJANGO_SETTINGS_MODULE="config.settings",
        DATABASE_URL=alamat,
        VAR_DIR=tmp_path / "var",
        CADANGAN_DIR=tmp_path / "cadangan",
        LOG_LEVEL="CRITICAL",
    )

    def jalankan(*kata):
        return subprocess.run(
            [sys.executable, "manage.py", *kata],
            cwd=ROOT,
            env=lingkungan,
            capture_output=True,
            text=True,
            check=False,
        )

    return jalankan


def test_it_is_replaced_in_its_place_or_left_as_it_was(alamat, kelola, tmp_path):
    tabel = Pengguna._meta.db_table
    orang = f"SELECT username FROM {tabel}".encode()
    assert kelola("cadangkan").returncode == 0
    psql(alamat, f"UPDATE {tabel} SET username = 'kemudian'".encode())
    dari = str(tmp_path / "cadangan")
    salah = kelola("pulihkan", dari, "--timpa", "--sidik", "0" * 64)
    assert (salah.returncode, psql(alamat, orang)) == (1, "kemudian\n")

    hasil = kelola("pulihkan", dari, "--timpa")

    assert (hasil.returncode, hasil.stderr) == (0, "")
    assert psql(alamat, orang) == "asli\n"
    # And once more, over what was restored.
    assert kelola("pulihkan", dari, "--timpa").returncode == 0
    skema = "SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'lama%'"
    assert psql(alamat, skema.encode()) == "0\n"
    ekstensi = "SELECT extname FROM pg_extension WHERE extnamespace = 'public'::regnamespace"
    assert psql(alamat, ekstensi.encode()) == "pg_trgm\n"
