"""The one gate for what leaves the application: only what the settings name."""

import datetime as dt
import logging
import os
import socket
import ssl
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from inti.checks import periksa_tujuan
from inti.keluar import TujuanDitolakError, periksa, sambung_umum, tujuan
from inti.services import webhook
from tests.support.processes import ROOT

DALAM = ["10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254", "127.0.0.1", "100.64.0.1"]
DALAM_6 = ["::1", "fd00::1", "fe80::1%eth0", "::ffff:10.0.0.1"]
DI_DALAM_PROSES = """
import django, socket, urllib.request
django.setup()
for alamat in ("http://192.0.2.1/", "https://jahat.example/", "http://surel.example:80/"):
    try:
        urllib.request.urlopen(alamat, timeout=1)
    except OSError as error:
        print(type(getattr(error, "reason", error)).__name__)
try:
    socket.socket().connect(("192.0.2.1", 80))
except OSError as error:
    print(type(error).__name__)
"""


@pytest.fixture
def semua(settings, monkeypatch):
    settings.OIDC_ALAMAT = "https://sso.example/realms/daerah"
    settings.WEBHOOK_URL = "https://pesan.example:8443/masuk"
    settings.CELERY_BROKER_URL = "redis://antrean:6379/0"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "Surel.example", 465
    settings.CLAMD = "tcp://pemindai:3310"
    settings.TUJUAN_LAIN = ["token.example:443"]
    basis = settings.DATABASES["default"] | {"HOST": "data-1,data-2", "PORT": ""}
    monkeypatch.setitem(settings.DATABASES, "default", basis)


@pytest.fixture
def nama(monkeypatch):
    """What a name leads to."""

    def arahkan(*alamat):
        monkeypatch.setattr(
            socket,
            "getaddrinfo",
            lambda host, port, **_: [
                (socket.AF_INET6 if ":" in satu else socket.AF_INET, 1, 6, "", (satu, port))
                for satu in alamat
            ],
        )

    return arahkan


@pytest.fixture
def layanan(tmp_path, monkeypatch, settings):
    """A message service on this machine, over TLS, with a certificate that is trusted here."""
    diterima = []

    class Jawab(BaseHTTPRequestHandler):
        def do_POST(self):
            isi = self.rfile.read(int(self.headers["Content-Length"]))
            diterima.append((isi, self.headers["X-Tanda-Tangan"], self.headers["Idempotency-Key"]))
            self.send_response(302 if self.path == "/alih" else 204)
            self.send_header("Location", f"https://localhost:{server.server_port}/masuk")
            self.end_headers()

        def log_message(self, *_):
            pass

    sertifikat = _sertifikat(tmp_path / "sertifikat.pem")
    server = HTTPServer(("127.0.0.1", 0), Jawab)
    konteks = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    konteks.load_cert_chain(sertifikat)
    server.socket = konteks.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv("SSL_CERT_FILE", str(sertifikat))
    settings.WEBHOOK_URL = f"https://localhost:{server.server_port}/masuk"
    settings.WEBHOOK_KUNCI = "k" * 32
    yield diterima
    server.shutdown()
    server.server_close()


def _sertifikat(jalur):
    kunci = ec.generate_private_key(ec.SECP256R1())
    orang = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    kini = dt.datetime.now(dt.UTC)
    isi = (
        x509.CertificateBuilder(orang, orang, kunci.public_key(), 1)
        .not_valid_before(kini - dt.timedelta(days=1))
        .not_valid_after(kini + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(kunci, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    rahasia = kunci.private_bytes(
        pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    jalur.write_bytes(rahasia + isi.public_bytes(pem))
    return jalur


def test_what_the_settings_name_may_be_reached(semua):
    assert tujuan() == {
        ("sso.example", 443),
        ("pesan.example", 8443),
        ("antrean", 6379),
        ("surel.example", 465),
        ("pemindai", 3310),
        ("token.example", 443),
        ("data-1", 5432),
        ("data-2", 5432),
    }
    periksa("surel.EXAMPLE", "465")
    periksa(b"sso.example", 443)


@pytest.mark.parametrize(
    ("host", "port"),
    [
        ("jahat.example", 443),
        ("sso.example", 80),
        ("169.254.169.254", 80),
        ("10.0.0.1", None),
        ("antrean", "redis"),
    ],
)
def test_whatever_else_is_refused_below_every_library_and_noted(semua, caplog, host, port):
    # What Python says before it looks a name up: the gate hangs on nothing of ours.
    with caplog.at_level(logging.WARNING, "keamanan"), pytest.raises(TujuanDitolakError):
        sys.audit("socket.getaddrinfo", host, port, 0, 0, 0)

    assert caplog.records[-1].getMessage() == "tujuan.ditolak"
    assert caplog.records[-1].rinci["tujuan"] == f"{host}:{port}"


def test_this_machine_is_always_open():
    for host in ("", None, "localhost", "127.0.0.1", "::1", socket.gethostname()):
        periksa(host, 1)


@pytest.mark.tanpa_db
def test_process_of_the_application_reaches_nothing_that_is_not_named(tmp_path):
    hasil = subprocess.run(
        [sys.executable, "-c", DI_DALAM_PROSES],
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "VAR_DIR": str(tmp_path),
            "EMAIL_URL": "smtp+ssl://surel.example:465",
            "LOG_LEVEL": "CRITICAL",
        },
        capture_output=True,
        text=True,
        check=True,
    )

    assert hasil.stdout.split() == ["TujuanDitolakError"] * 4


@pytest.mark.parametrize("alamat", [*DALAM, *DALAM_6])
def test_name_that_leads_inside_is_refused_even_beside_one_outside(nama, alamat):
    nama("8.8.8.8", alamat)

    with pytest.raises(TujuanDitolakError, match="jaringan dalam"):
        sambung_umum(("pesan.example", 443), 1)


def test_name_without_any_address_is_refused(nama):
    nama()

    with pytest.raises(TujuanDitolakError):
        sambung_umum(("pesan.example", 443), 1)


def test_message_goes_out_over_tls_and_signed_once_inside_is_allowed(layanan, settings):
    settings.WEBHOOK_DALAM = True

    webhook._pos(b"{}", "notifikasi-1")

    assert layanan == [(b"{}", webhook.tanda_tangan(b"{}"), "notifikasi-1")]


def test_message_to_the_inside_stays_here_unless_it_is_allowed(layanan):
    with pytest.raises(OSError, match="jaringan dalam"):
        webhook._pos(b"{}", "notifikasi-1")

    assert layanan == []


def test_message_is_not_led_elsewhere(layanan, settings):
    settings.WEBHOOK_DALAM = True
    settings.WEBHOOK_URL = settings.WEBHOOK_URL.replace("/masuk", "/alih")

    with pytest.raises(OSError, match="302"):
        webhook._pos(b"{}", "notifikasi-1")

    assert len(layanan) == 1


@pytest.mark.parametrize(
    ("lain", "galat"), [([], 0), (["a.example:443"], 0), (["a.example"], 1), (["https://a:1"], 1)]
)
def test_destination_that_cannot_be_read_stops_the_start(settings, lain, galat):
    settings.TUJUAN_LAIN = lain

    assert len(periksa_tujuan()) == galat
