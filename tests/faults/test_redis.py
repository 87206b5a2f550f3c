"""Redis stops, forgets everything, comes back: people notice nothing, nobody is signed out."""

import shutil
import socket
import subprocess
import threading
from contextlib import contextmanager

import pytest
import redis
from django.core.cache import cache
from django.urls import reverse

from inti.backends import singgahan
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.kerjasama import NaskahFactory
from tests.support.processes import free_port, wait_until

pytestmark = pytest.mark.django_db
# More than the sign-in page lets pass (ACCOUNT_RATE_LIMITS).
GAGAL_TERBANYAK = 6
HALAMAN = ("beranda", "kerjasama:naskah-daftar", "pelaporan:publik-daftar", "pesan-daftar")


@contextmanager
def menyala(port):
    """A Redis of one's own at that port, which keeps nothing on disk."""
    perintah = ["redis-server", "--port", str(port), "--save", "", "--appendonly", "no"]
    with subprocess.Popen(perintah, stdout=subprocess.DEVNULL) as proses:
        klien = redis.Redis(port=port)
        try:
            wait_until(lambda: _menjawab(klien), seconds=30)
            yield klien
        finally:
            klien.close()
            proses.kill()


def _menjawab(klien):
    try:
        return klien.ping()
    except redis.ConnectionError:
        return False


@contextmanager
def bisu():
    """A port that takes every connection and never says a word; what was taken."""
    diterima = []

    def terima():
        while True:
            try:
                diterima.append(server.accept()[0])
            except OSError:
                return

    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=terima, daemon=True).start()
        try:
            yield server.getsockname()[1], diterima
        finally:
            server.shutdown(socket.SHUT_RDWR)
            for satu in diterima:
                satu.close()


@contextmanager
def singgahan_di(port, settings):
    """The site's cache there; nothing of it outlives the test."""
    alamat = f"redis://127.0.0.1:{port}/0"
    settings.CACHES = {
        "default": {
            "BACKEND": "inti.backends.singgahan.SinggahanCache",
            "LOCATION": alamat,
            "OPTIONS": {"socket_connect_timeout": 2, "socket_timeout": 2},
        }
    }
    yield
    cache.close()
    cache.sendiri.clear()
    singgahan.tanya_lagi.pop(alamat, None)


@pytest.fixture
def port(settings, monkeypatch):
    """Where a Redis may come and go, noticed at once."""
    if shutil.which("redis-server") is None:
        pytest.skip("redis-server tidak ada")
    port = free_port()
    monkeypatch.setattr(singgahan, "JEDA_DETIK", 0)
    with singgahan_di(port, settings):
        yield port


@pytest.fixture
def diterima(settings, monkeypatch):
    """The connections to a Redis that does not answer, which is not asked again meanwhile."""
    monkeypatch.setattr(singgahan, "JEDA_DETIK", 3600)
    with bisu() as (port, diterima), singgahan_di(port, settings):
        yield diterima


@pytest.fixture
def masuk(client):
    PemerintahFactory()
    NaskahFactory()
    client.force_login(PenggunaFactory(staf=True))
    return client


def buka_semua(client):
    return [client.get(reverse(nama), follow=True).status_code for nama in HALAMAN]


def test_pages_are_there_whether_redis_is_there_or_not(masuk, port):
    baik = [200] * len(HALAMAN)
    with menyala(port) as klien:
        assert buka_semua(masuk) == baik
        assert klien.dbsize(), "the pages do use it"
        klien.flushall()
        assert buka_semua(masuk) == baik
    assert buka_semua(masuk) == baik
    with menyala(port) as klien:
        assert buka_semua(masuk) == baik
        assert klien.dbsize()


def test_signing_in_works_without_it_and_is_counted_again_when_it_is_back(client, port):
    PemerintahFactory()
    orang = PenggunaFactory(username="budi")
    orang.set_password("panjang-sekali-betul")
    orang.save()

    def coba(sandi):
        isi = {"login": "budi", "password": sandi}
        return client.post(reverse("account_login"), isi).status_code

    assert coba("keliru") == 200
    with menyala(port):
        for _ in range(GAGAL_TERBANYAK):
            coba("keliru")
        assert coba("panjang-sekali-betul") != 302
    assert coba("panjang-sekali-betul") == 302


def test_silent_redis_is_waited_for_once_not_at_every_key_of_every_page(masuk, diterima):
    halaman = [reverse("pelaporan:publik-daftar"), reverse("account_login"), reverse("beranda")]
    cache.get("apa-saja")

    assert [masuk.get(alamat, follow=True).status_code for alamat in halaman] == [200] * 3
    assert len(diterima) == 1


def test_limit_of_signing_in_holds_while_redis_is_silent(client, diterima):
    PemerintahFactory()
    PenggunaFactory(username="budi")
    isi = {"login": "budi", "password": "keliru"}

    jawaban = [client.post(reverse("account_login"), isi) for _ in range(GAGAL_TERBANYAK)]

    assert "Terlalu banyak" not in jawaban[0].content.decode()
    assert "Terlalu banyak" in jawaban[-1].content.decode()
    assert len(diterima) == 1


def test_after_the_pause_one_thread_asks_for_all(diterima):
    cache.get("apa-saja")
    (server,) = singgahan.tanya_lagi
    singgahan.tanya_lagi[server] = 0  # long ago

    semua = [threading.Thread(target=cache.get, args=("apa-saja",)) for _ in range(4)]
    for satu in semua:
        satu.start()
    for satu in semua:
        satu.join()

    assert len(diterima) == 2
