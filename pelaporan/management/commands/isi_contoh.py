"""See the help text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from inti.models import Pengguna
from inti.services.rujukan import muat
from pelaporan.management.contoh.bangun import bangun

if TYPE_CHECKING:
    from django.core.management.base import CommandParser


class Command(BaseCommand):
    """Demo data and the nine demo accounts; only in demo mode, only into an empty database."""

    help = "Isi data contoh: N naskah dengan riwayat, dan sembilan akun contoh."

    def add_arguments(self, parser: CommandParser) -> None:
        """How many, and from which seed."""
        parser.add_argument("--naskah", type=int, default=40, metavar="N")
        parser.add_argument("--benih", type=int, default=75, metavar="S")

    def handle(self, *args: Any, naskah: int, benih: int, **options: Any) -> None:
        """Build everything in one transaction, or nothing."""
        if not settings.MODE_DEMO:
            raise CommandError("Data contoh hanya untuk mode demo (MODE_DEMO=1).")
        if Pengguna.objects.exists():
            self.stdout.write("Basis data sudah berisi; data contoh tidak ditambahkan.")
            return
        with transaction.atomic():
            muat(settings.BASE_DIR / "fixtures" / "reference")
            rinci = options["verbosity"] > 1
            bangun(naskah, benih, self.stdout.write if rinci else lambda _: None)
        self.stdout.write(f"{naskah} naskah contoh siap. Kata sandi akun contoh: contoh-kerjasama")
