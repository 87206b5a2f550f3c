"""`manage.py putar_ulang_jadwal`: plan anew what nobody touched, and compare."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from pengawasan.services.putar_ulang import putar_ulang

if TYPE_CHECKING:
    from argparse import ArgumentParser

DISEBUT = 20


class Command(BaseCommand):
    """Without --simpan nothing is written; a difference ends with a failure."""

    help = "Menyusun ulang jadwal yang belum disentuh dan membandingkannya dengan yang tersimpan."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whether what is made anew stays."""
        parser.add_argument("--simpan", action="store_true", help="Simpan hasil susunan ulangnya.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print how many rows were made anew and which differ."""
        hasil = putar_ulang(per=timezone.localdate(), simpan=options["simpan"])
        self.stdout.write(f"{hasil.disusun} jadwal disusun ulang, {len(hasil.beda)} berbeda")
        for naskah, jenis, ke in hasil.beda[:DISEBUT]:
            self.stdout.write(f"  naskah {naskah}: {jenis} giliran ke-{ke}")
        if hasil.beda and not options["simpan"]:
            msg = "Jadwal tersimpan tidak sama dengan susunan ulangnya."
            raise CommandError(msg)
