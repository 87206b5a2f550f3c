"""See the help text."""

from __future__ import annotations

import errno
import http.client
import os
import socket
import sys
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from inti.models import Pengguna
from inti.supervisor import Child, Supervisor

if TYPE_CHECKING:
    from django.core.management.base import CommandParser

AKUN_CONTOH = ("admin", "staf", "tim", "ketua", "walikota", "pd", "pd2", "mitra", "mitra2")
SANDI_CONTOH = "contoh-kerjasama"


class Command(BaseCommand):
    """Web, worker and beat under one supervisor."""

    help = "Jalankan situs, pekerja, dan penjadwal sekaligus. Ctrl-C menghentikan semuanya."
    requires_migrations_checks = True

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to listen."""
        parser.add_argument("--port", type=int, default=8000, help="Nomor port (bawaan 8000).")
        parser.add_argument(
            "--alamat", default="127.0.0.1", help="Alamat IP yang didengarkan (bawaan 127.0.0.1)."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuse a port in use; then run until told to stop."""
        alamat, port = options["alamat"], options["port"]
        _pastikan_bebas(alamat, port)
        os.umask(0o077)
        os.environ.setdefault("SITE_URL", f"http://localhost:{port}")
        akun = _akun_contoh()
        connection.close()
        Supervisor(
            children=_anak(alamat, port),
            is_ready=lambda: _menjawab(alamat, port),
            on_ready=lambda: self._umumkan(akun),
        ).run()
        self.stdout.write("Semua proses sudah berhenti.")

    def _umumkan(self, akun: list[str]) -> None:
        baris = ["", f"Aplikasi siap: {os.environ['SITE_URL']}/", "Hentikan dengan Ctrl-C."]
        if akun:
            baris += [f"Akun contoh (kata sandi: {SANDI_CONTOH}): {', '.join(akun)}"]
        self.stdout.write("\n".join([*baris, ""]))
        self.stdout.flush()


def _anak(alamat: str, port: int) -> list[Child]:
    python = [sys.executable, "-m"]
    celery = [*python, "celery", "--app", "config", "--quiet"]
    web = [
        *python,
        *("gunicorn", "config.wsgi", "--bind", f"{alamat}:{port}", "--umask", "0o077"),
        *("--worker-class", "gthread", "--workers", "1", "--threads", "8"),
        *("--timeout", "60", "--graceful-timeout", "5", "--keep-alive", "15"),
        *("--log-level", "warning", "--no-control-socket"),
    ]
    # Two processes, one thread each (ADR 0013): what takes long never holds up what somebody
    # waits for.
    worker = [
        *celery,
        *("worker", "--pool=solo", "--without-gossip", "--without-mingle"),
        *("--without-heartbeat", "--loglevel=WARNING", "--queues"),
    ]
    jadwal = settings.VAR_DIR / "celerybeat-schedule"
    beat = [*celery, "beat", "--schedule", str(jadwal), "--pidfile=", "--loglevel=WARNING"]
    return [
        Child("Situs", web),
        Child("Pekerja", [*worker, "segera", "--hostname", "segera@%h"]),
        Child("Pekerja latar", [*worker, "latar", "--hostname", "latar@%h"]),
        Child("Penjadwal", beat),
    ]


def _pastikan_bebas(alamat: str, port: int) -> None:
    keluarga = socket.AF_INET6 if ":" in alamat else socket.AF_INET
    with socket.socket(keluarga) as pendengar:
        pendengar.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            pendengar.bind((alamat, port))
        except OSError as error:
            raise CommandError(_mengapa(error, alamat, port)) from error


def _mengapa(error: OSError, alamat: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} sudah dipakai program lain. Hentikan program itu, "
            f"atau pilih port lain, misalnya: manage.py jalan --port {port + 1}"
        )
    if error.errno == errno.EACCES:
        return f"Port {port} hanya boleh dibuka oleh root. Pilih port di atas 1023."
    return f"Alamat {alamat} port {port} tidak dapat dibuka: {error.strerror}."


def _menjawab(alamat: str, port: int) -> bool:
    tujuan = "127.0.0.1" if alamat == "0.0.0.0" else alamat  # noqa: S104 - compared, not bound
    sambungan = http.client.HTTPConnection(tujuan, port, timeout=5)
    try:
        sambungan.request("GET", "/masuk/", headers={"Host": "localhost"})
        sambungan.getresponse()
    except (OSError, http.client.HTTPException):
        return False
    else:
        return True
    finally:
        sambungan.close()


def _akun_contoh() -> list[str]:
    if not settings.MODE_DEMO:
        return []
    ada = set(Pengguna.objects.filter(username__in=AKUN_CONTOH).values_list("username", flat=True))
    return [nama for nama in AKUN_CONTOH if nama in ada]
