"""The health check of a container: what it asks, and what counts as an answer."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from inti.denyut import menjawab


@pytest.fixture
def situs():
    """`situs(status)`: its address, and the hosts that it was asked by."""
    semua = []

    def jawab(status):
        host = []

        class Jawaban(BaseHTTPRequestHandler):
            def do_GET(self):
                host.append(self.headers["Host"])
                self.send_response(status)
                self.send_header("Location", "https://tidak-ada.example/")
                self.end_headers()

            def log_message(self, *args):
                pass

        server = HTTPServer(("127.0.0.1", 0), Jawaban)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        semua.append(server)
        return f"http://127.0.0.1:{server.server_port}/masuk/", host

    yield jawab
    for server in semua:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize(
    ("status", "sehat"), [(200, True), (301, True), (400, True), (500, False), (503, False)]
)
def test_anything_but_an_error_of_the_server_is_an_answer(situs, status, sehat):
    alamat, _ = situs(status)

    assert menjawab(alamat) is sehat


def test_silence_is_no_answer():
    assert not menjawab("http://127.0.0.1:1/")


@pytest.mark.parametrize(
    ("izin", "host"),
    [
        ("kerjasama.example.go.id,localhost", "kerjasama.example.go.id"),
        (".example.go.id", "example.go.id"),
        (None, "localhost"),
    ],
)
def test_it_asks_by_a_name_that_the_site_knows(situs, monkeypatch, izin, host):
    monkeypatch.delenv("ALLOWED_HOSTS", raising=False)
    if izin:
        monkeypatch.setenv("ALLOWED_HOSTS", izin)
    alamat, terlihat = situs(200)

    assert menjawab(alamat)
    assert terlihat == [host]


def test_it_takes_that_name_from_the_file_that_is_named(situs, monkeypatch, tmp_path):
    berkas = tmp_path / "izin"
    berkas.write_text(".example.go.id,localhost\n")
    monkeypatch.setenv("ALLOWED_HOSTS", "lain.example")
    monkeypatch.setenv("ALLOWED_HOSTS_FILE", str(berkas))
    alamat, terlihat = situs(200)

    assert menjawab(alamat)
    assert terlihat == ["example.go.id"]
