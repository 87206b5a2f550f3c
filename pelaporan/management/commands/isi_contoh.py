"""See the help text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from inti.models import Pengguna
from inti.services.rujukan import muat
from pelaporan.management.contoh.bangun import bangun
from pelaporan.management.contoh.massal import alir

if TYPE_CHECKING:
    from django.core.management.base import CommandParser


class Command(BaseCommand):
    """Demo data and the nine demo accounts; only in demo mode, only into an empty database.

    The first naskah go through the services, up to `alir.AMBANG`; whatever is beyond that is
    streamed in batches, in the memory of one.
    """

    help = "Isi data contoh: N naskah dengan riwayat, dan sembilan akun contoh."

    def add_arguments(self, parser: CommandParser) -> None:
        """How many, and from which seed."""
        parser.add_argument("--naskah", type=int, default=40, metavar="N")
        parser.add_argument("--benih", type=int, default=75, metavar="S")

    def handle(self, *args: Any, naskah: int, benih: int, **options: Any) -> None:
        """Build what goes through the services in one transaction, or nothing; then stream.

        Each batch of the stream commits by itself. Interrupted, the register is sound and has
        fewer naskah; it is not continued.
        """
        if not settings.MODE_DEMO:
            raise CommandError("Data contoh hanya untuk mode demo (MODE_DEMO=1).")
        if Pengguna.objects.exists():
            self.stdout.write("Basis data sudah berisi; data contoh tidak ditambahkan.")
            return
        lapor = self.stdout.write if options["verbosity"] > 1 else lambda _: None
        with transaction.atomic():
            muat(settings.BASE_DIR / "fixtures" / "reference")
            orang = bangun(min(naskah, alir.AMBANG), benih, lapor)
        if naskah > alir.AMBANG:
            alir.isi(orang, banyak=naskah - alir.AMBANG, benih=benih, lapor=lapor)
        self.stdout.write(f"{naskah} naskah contoh siap. Kata sandi akun contoh: contoh-kerjasama")
