"""See the help text."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from inti.formats import ribuan
from inti.services.kebersihan import bersihkan


class Command(BaseCommand):
    """Housekeeping; the nightly job of the same name does the same."""

    help = "Buang yang tertinggal dan yang habis waktunya; sebut berapa."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whether to change anything."""
        parser.add_argument(
            "--uji-coba", action="store_true", help="Sebut saja; tidak ada yang dibuang."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it and say how many of each."""
        kata = "akan dibuang" if options["uji_coba"] else "dibuang"
        for nama, jumlah in bersihkan(uji_coba=options["uji_coba"]).items():
            self.stdout.write(f"{nama}: {ribuan(jumlah)} {kata}")
