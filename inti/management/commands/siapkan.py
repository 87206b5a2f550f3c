"""See the help text."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand

from inti import antrean
from inti.models import Pengguna
from inti.sendirian import sendirian
from inti.tunggu_kunci import migrasikan

if TYPE_CHECKING:
    from collections.abc import Iterator


class Command(BaseCommand):
    """Everything between an installed environment and a site that can start; safe to repeat."""

    help = "Siapkan basis data, data rujukan, data contoh (bila kosong), dan berkas statis."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do what is missing, say what was done; of several at once, one after the other."""
        with sendirian():
            self._siapkan()

    def _siapkan(self) -> None:
        migrasikan(self._kabar)
        self.stdout.write("Basis data siap.")
        call_command("isi_rujukan", verbosity=0)
        if not Pengguna.objects.exists():
            self._isi_pengguna()
        if _statis_berubah():
            call_command("collectstatic", interactive=False, verbosity=0)
            _sidik_tersimpan().write_text(_sidik(), encoding="utf-8")
            self.stdout.write("Berkas statis siap.")
        if nama := antrean.jalankan_berkala(hanya_tertinggal=True):
            self.stdout.write(f"Pekerjaan berkala yang tertinggal dijalankan: {', '.join(nama)}.")

    def _kabar(self, kalimat: str) -> None:
        self.stdout.write(kalimat)
        self.stdout.flush()

    def _isi_pengguna(self) -> None:
        if settings.MODE_DEMO:
            self._kabar("Basis data masih kosong: mengisi data contoh …")
            call_command("isi_contoh")
        else:
            self.stdout.write(
                "Belum ada akun. Buat yang pertama: manage.py buat_admin --nama … --surel …"
            )


def _statis_berubah() -> bool:
    tersimpan = _sidik_tersimpan()
    return not tersimpan.exists() or tersimpan.read_text(encoding="utf-8") != _sidik()


def _sidik_tersimpan() -> Path:
    return Path(settings.STATIC_ROOT) / ".sidik"


def _sidik() -> str:
    """A fingerprint of every static file there is to collect: name, size, time of change."""
    isi = hashlib.sha256()
    for nama, path in sorted(_berkas_statis()):
        stat = path.stat()
        isi.update(f"{nama}\0{stat.st_size}\0{stat.st_mtime_ns}\n".encode())
    return isi.hexdigest()


def _berkas_statis() -> Iterator[tuple[str, Path]]:
    for finder in get_finders():
        for nama, storage in finder.list([]):
            yield nama, Path(storage.path(nama))
