"""See the help text."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from inti.services.pantulan import TERBESAR, catat_pantulan


class Command(BaseCommand):
    """Reads one returned message; ends well whatever it was, or the mail server would return it."""

    help = "Baca satu surel yang dipulangkan dari masukan standar; tandai pesannya tidak sampai."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say what became of it."""
        orang = catat_pantulan(sys.stdin.buffer.read(TERBESAR + 1))
        if orang:
            self.stdout.write(f"Dicatat: surel kepada {orang} tidak sampai.")
        else:
            self.stdout.write("Tidak ada yang dicatat: bukan laporan kegagalan atas pesan kami.")
