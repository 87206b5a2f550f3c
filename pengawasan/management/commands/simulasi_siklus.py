"""See the help text."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError

from pengawasan.domain.simulasi import KasusTidakSahError, bidang_asing, jawab

if TYPE_CHECKING:
    from django.core.management.base import CommandParser


class Command(BaseCommand):
    """The cycle as a filter over JSON; touches no database."""

    help = "Baca larik JSON kasus siklus dari BERKAS atau - (masukan baku); cetak jawabannya."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """One path, or a dash."""
        parser.add_argument("berkas", metavar="BERKAS|-")

    def handle(self, *args: Any, berkas: str, **options: Any) -> None:
        """Answer every case, or fail naming the first that cannot be read."""
        jawaban = []
        for nomor, satu in enumerate(_kasus(berkas), start=1):
            try:
                jawaban.append(jawab(satu, nomor))
            except KasusTidakSahError as error:
                raise CommandError(f"{error}.") from error
            if asing := bidang_asing(satu):
                self.stderr.write(
                    f"kasus {nomor}: bidang tidak dikenal, diabaikan: {', '.join(asing)}"
                )
        self.stdout.write(json.dumps(jawaban, ensure_ascii=False, indent=1))


def _kasus(berkas: str) -> list[Any]:
    """The array in the file. Bytes, so that any Unicode encoding and its mark are understood."""
    try:
        isi = sys.stdin.buffer.read() if berkas == "-" else Path(berkas).read_bytes()
    except OSError as error:
        sebab = "tidak ditemukan" if isinstance(error, FileNotFoundError) else "tidak dapat dibaca"
        raise CommandError(f"Berkas {berkas} {sebab}.") from error
    try:
        kasus = json.loads(isi)
    except json.JSONDecodeError as error:
        tempat = f"baris {error.lineno} kolom {error.colno}"
        raise CommandError(f"Isi berkas bukan JSON yang sah, lihat {tempat}.") from error
    except UnicodeDecodeError as error:
        raise CommandError("Isi berkas bukan JSON yang sah: bukan teks Unicode.") from error
    except ValueError as error:  # more digits than Python converts
        raise CommandError("Isi berkas bukan JSON yang sah: bilangan terlalu panjang.") from error
    except RecursionError as error:
        raise CommandError("Isi berkas bukan JSON yang sah: terlalu bertingkat.") from error
    if not isinstance(kasus, list):
        raise CommandError("Isi berkas harus berupa larik JSON.")
    return kasus
