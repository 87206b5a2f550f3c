"""An upgrade that is killed in the middle goes on where it stood; several at once take turns."""

import pytest
from django.db import connection

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.lambat]
MIGRASI = "from django.core.management import call_command; call_command('migrate')"
SIAPKAN = "from django.core.management import call_command; call_command('siapkan')"
# After so many finished migrations the process dies in the next one.
MATI_SETELAH = (3, 9, 17)


@pytest.fixture
def kosong(tmp_path):
    """The address of an empty database beside the test's own, and how to look into it."""
    if connection.vendor == "sqlite":
        lain = connection.copy()
        lain.settings_dict = lain.settings_dict | {"NAME": tmp_path / "kosong.sqlite3"}
        yield f"sqlite:///{tmp_path / 'kosong.sqlite3'}", lain
        lain.close()
        return
    isi = connection.settings_dict
    nama = f"{isi['NAME']}_kosong"
    _tanpa_batas_waktu(f"DROP DATABASE IF EXISTS {nama}", f"CREATE DATABASE {nama}")
    lain = connection.copy()
    lain.settings_dict = isi | {"NAME": nama}
    yield f"postgres://{isi['USER']}@{isi['HOST']}:{isi['PORT']}/{nama}", lain
    lain.close()
    _tanpa_batas_waktu(f"DROP DATABASE {nama} WITH (FORCE)")


def _tanpa_batas_waktu(*perintah):
    """Making a database may take longer than a page is allowed to."""
    with connection._nodb_cursor() as cursor:
        for satu in ("SET statement_timeout = 0", *perintah):
            cursor.execute(satu)


def isi_skema(satu):
    """Every table with its columns and the names of its constraints and indexes."""
    baca = satu.introspection
    with satu.cursor() as cursor:
        return {
            tabel: (
                {k.name for k in baca.get_table_description(cursor, tabel)},
                set(baca.get_constraints(cursor, tabel)),
            )
            for tabel in baca.table_names(cursor)
        }


def test_killed_migrations_go_on_and_end_alike(proses, kosong):
    alamat, lain = kosong
    for banyak in MATI_SETELAH:
        satu = proses(MIGRASI, DATABASE_URL=alamat)
        selesai = 0
        for baris in satu.stdout:
            selesai += "... OK" in baris
            if selesai == banyak:
                break
        satu.kill()
        satu.wait()

    akhir = proses(MIGRASI, DATABASE_URL=alamat)

    keluaran = akhir.communicate()[0]
    assert akhir.returncode == 0
    assert "OK" in keluaran, "the killed ones had left something to do"
    assert isi_skema(lain) == isi_skema(connection)


def test_four_that_start_at_once_on_nothing_make_one_site(proses, kosong):
    alamat, lain = kosong
    semua = [proses(SIAPKAN, DATABASE_URL=alamat) for _ in range(4)]

    keluaran = [satu.communicate()[0] for satu in semua]

    assert [satu.returncode for satu in semua] == [0] * 4
    assert all("Basis data siap." in teks for teks in keluaran)
    assert isi_skema(lain) == isi_skema(connection)
    with lain.cursor() as cursor:
        cursor.execute("SELECT count(*), count(DISTINCT kode) FROM inti_jabatan")
        banyak, berbeda = cursor.fetchone()
    assert banyak == berbeda > 0
