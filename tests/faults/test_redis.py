"""Redis stops, forgets everything, comes back: people notice nothing, nobody is signed out."""

import shutil
import socket
import subprocess
import threading
from contextlib import contextmanager, suppress

import pytest
import redis
from django.core.cache import cache
from django.urls import reverse

from inti.backends.singgahan import SinggahanCache
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


@pytest.fixture
def port(settings, monkeypatch):
    if shutil.which("redis-server") is None:
        pytest.skip("redis-server tidak ada")
    port = free_port()
    monkeypatch.setattr(SinggahanCache, "tanya_lagi", {})
    settings.CACHES = {
        "default": {
            "BACKEND": "inti.backends.singgahan.SinggahanCache",
            "LOCATION": f"redis://127.0.0.1:{port}/0",
            "OPTIONS": {"socket_connect_timeout": 2, "socket_timeout": 2},
        }
    }
    yield port
    cache.close()


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


@pytest.fixture
def bisu(port):
    """At the port of Redis somebody who takes every visitor in and answers none; the visitors."""
    tamu = []

    def terima(server):
        with suppress(OSError):
            while True:
                tamu.append(server.accept()[0])

    with socket.create_server(("127.0.0.1", port)) as server:
        pelayan = threading.Thread(target=terima, args=(server,))
        pelayan.start()
        yield tamu
        server.shutdown(socket.SHUT_RDWR)
        pelayan.join()
    for satu in tamu:
        satu.close()


def test_one_that_says_nothing_is_asked_once_and_not_for_every_question(masuk, bisu, settings):
    settings.CACHES["default"]["OPTIONS"] = {"socket_connect_timeout": 1, "socket_timeout": 0.2}

    assert buka_semua(masuk) == [200] * len(HALAMAN)

    assert len(bisu) == 1


def test_one_that_says_nothing_is_asked_again_later(masuk, bisu, settings, monkeypatch):
    settings.CACHES["default"]["OPTIONS"] = {"socket_connect_timeout": 1, "socket_timeout": 0.2}
    monkeypatch.setattr("inti.backends.singgahan.DIDIAMKAN", 0)

    cache.get("a")
    cache.get("a")

    assert len(bisu) == 2


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
