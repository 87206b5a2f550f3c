"""The database goes away, is full, or is slow: said in words, nothing by halves, and on it goes."""

from contextlib import suppress

import pytest
from django.db import OperationalError, connection
from django.db.models.signals import post_save
from django.urls import reverse

from inti.queries.integritas import jejak_rusak
from kerjasama.models import LampiranBertanggal
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import NaskahFactory
from tests.kerjasama.views.test_lampiran import berkas, kiriman

pytestmark = pytest.mark.django_db(transaction=True)
PUTUS = 5
PENGISI_BUANG = "DROP TABLE pengisi"
PENUHI_POSTGRES = """
CREATE FUNCTION penuh() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$;
CREATE TRIGGER penuh BEFORE INSERT ON kerjasama_lampiranbertanggal
    FOR EACH ROW EXECUTE FUNCTION penuh()
"""


@pytest.fixture
def naskah():
    return NaskahFactory()


@pytest.fixture
def tambah(client, naskah):
    """Record an attachment, as the page does; what breaks is answered, not raised."""
    client.force_login(PenggunaFactory(staf=True))
    client.raise_request_exception = False
    alamat = reverse("kerjasama:lampiran-tambah", args=[naskah.pk])
    return lambda nomor: client.post(alamat, kiriman(nomor=nomor, berkas=berkas(nomor)))


@pytest.mark.postgres
def test_a_connection_cut_in_the_middle_ends_in_done_or_not_done(tambah, naskah):
    putus = [0]

    def putuskan(**_):
        if putus[0]:
            lain = connection.copy()
            with lain.cursor() as cursor:
                cursor.execute("SELECT pg_terminate_backend(%s)", [putus[0]])
            lain.close()

    post_save.connect(putuskan, sender=LampiranBertanggal)
    try:
        for ke in range(PUTUS):
            putus[0] = connection.connection.info.backend_pid
            jawaban = tambah(f"JP/{ke}")
            connection.close()
            assert jawaban.status_code == 503
            assert jawaban["Retry-After"] == "10"
            assert "tidak ada yang disimpan sebagian" in jawaban.content.decode()
            assert naskah.lampiran.count() == ke
            putus[0] = 0
            assert tambah(f"JP/{ke}").status_code == 302
    finally:
        post_save.disconnect(putuskan, sender=LampiranBertanggal)

    assert naskah.lampiran.count() == PUTUS
    assert jejak_rusak() == ""


@pytest.mark.postgres
def test_no_statement_of_a_page_is_compiled():
    with connection.cursor() as cursor:
        cursor.execute("SHOW jit")
        assert cursor.fetchone() == ("off",)


@pytest.mark.postgres
def test_no_statement_of_a_page_goes_on_for_longer_than_this():
    with connection.cursor() as cursor:
        cursor.execute("SHOW statement_timeout")
        assert cursor.fetchone() == ("15s",)


@pytest.mark.postgres
def test_a_statement_beyond_its_time_is_said_in_words(client, tambah, naskah, monkeypatch):
    def lambat(**_):
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL statement_timeout = 50")
            cursor.execute("SELECT pg_sleep(5)")

    post_save.connect(lambat, sender=LampiranBertanggal)
    try:
        jawaban = tambah("JP/1")
    finally:
        post_save.disconnect(lambat, sender=LampiranBertanggal)

    assert jawaban.status_code == 503
    assert "terlalu sibuk" in jawaban.content.decode()
    assert not naskah.lampiran.exists()
    assert tambah("JP/1").status_code == 302


@pytest.fixture
def penuhi():
    """Let the database have no room for another row, and then let it have some again."""
    if connection.vendor == "sqlite":
        return _penuhi_sqlite, lambda: _jalankan("PRAGMA max_page_count = 1000000", PENGISI_BUANG)
    return lambda: _jalankan(PENUHI_POSTGRES), lambda: _jalankan("DROP FUNCTION penuh CASCADE")


def _penuhi_sqlite():
    """As large as it is and no larger, and every page that was free taken."""
    _jalankan("CREATE TABLE pengisi (isi)")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0]}")
        for ukuran in (1_000_000, 50_000, 4_000):
            with suppress(OperationalError):
                while True:
                    cursor.execute(f"INSERT INTO pengisi VALUES (zeroblob({ukuran}))")


def _jalankan(*perintah):
    with connection.cursor() as cursor:
        for satu in perintah:
            cursor.execute(satu)


def test_a_full_database_refuses_to_write_and_can_be_read(client, tambah, naskah, penuhi):
    penuh, lega = penuhi
    penuh()
    ditolak = next(j for n in range(200) if (j := tambah(f"JP/1/{n}")).status_code != 302)
    ada = naskah.lampiran.count()

    assert ditolak.status_code == 507
    assert "penyimpanan server penuh" in ditolak.content.decode()
    assert client.get(reverse("kerjasama:naskah-lampiran", args=[naskah.pk])).status_code == 200
    lega()
    assert tambah("JP/2").status_code == 302
    assert naskah.lampiran.count() == ada + 1
    assert jejak_rusak() == ""
