"""See the help text."""

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from inti.queries.integritas import periksa_jejak
from inti.rantai import Kepala, baca_kepala


class Command(BaseCommand):
    """Recomputes the hash chain."""

    help = "Periksa rantai jejak audit; sebut baris pertama yang rusak."

    def add_arguments(self, parser: CommandParser) -> None:
        """Heads that were kept outside."""
        parser.add_argument(
            "--kepala",
            action="append",
            default=[],
            metavar="KEPALA",
            help="“JUMLAH HASH”, berkas yang memuatnya (misalnya surel harian auditor), atau - "
            "untuk masukan standar. Boleh berulang.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Fail on the first broken line."""
        diberikan = [satu for teks in options["kepala"] for satu in _kepala(teks)]
        rusak, kini = periksa_jejak(diberikan)
        if rusak:
            raise CommandError(rusak)
        self.stdout.write(f"{kini.jumlah} baris utuh. Kepala: {kini}")
        if diberikan:
            self.stdout.write(f"{len(diberikan)} kepala yang diberikan cocok.")


def _kepala(teks: str) -> list[Kepala]:
    isi = teks
    if teks == "-":
        isi = sys.stdin.read()
    elif not baca_kepala(teks):
        try:
            isi = Path(teks).read_text(encoding="utf-8", errors="replace")
        except OSError as error:
            raise CommandError(f"{teks}: tidak dapat dibaca") from error
    if not (semua := baca_kepala(isi)):
        raise CommandError(f"{teks}: tidak memuat kepala jejak (jumlah dan 64 huruf hash)")
    return semua
