"""See the help text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError

from inti.models import Pengguna
from inti.putusan import AturanDilanggar
from inti.services.faktor_kedua import cabut

if TYPE_CHECKING:
    from django.core.management.base import CommandParser


class Command(BaseCommand):
    """The way in where no administrator can sign in: who runs the server takes one's factor off."""

    help = (
        "Cabut faktor kedua satu akun, bila tidak ada administrator lain yang dapat masuk; "
        "pemiliknya masuk dengan kata sandi dan memasang yang baru."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Whose, and why: both stand in the trail."""
        parser.add_argument("username", metavar="NAMA_PENGGUNA")
        parser.add_argument("--alasan", required=True, help="Tercatat di jejak, dikabarkan.")

    def handle(self, *args: Any, username: str, alasan: str, **options: Any) -> None:
        """Take it off; its owner is told by mail."""
        pengguna = Pengguna.objects.filter(username=username).first()
        if pengguna is None:
            raise CommandError(f"Tidak ada akun bernama “{username}”.")
        if not alasan.strip():
            raise CommandError("Sebutkan alasannya.")
        try:
            cabut(pengguna.pk, alasan=alasan, oleh=None)
        except AturanDilanggar as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Faktor kedua “{username}” dicabut; semua sesinya berakhir.")
