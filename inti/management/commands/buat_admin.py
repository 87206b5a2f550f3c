"""See the help text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from inti.services.administrator import buat, tautan_sandi

if TYPE_CHECKING:
    from django.core.management.base import CommandParser


class Command(BaseCommand):
    """The first administrator, without a password in a shell history."""

    help = "Buat administrator pertama dan cetak tautan sekali pakai untuk membuat kata sandinya."

    def add_arguments(self, parser: CommandParser) -> None:
        """Who; never a password."""
        parser.add_argument("--nama", required=True, help="Nama lengkap.")
        parser.add_argument("--surel", required=True, help="Alamat surel.")
        parser.add_argument("--username", default="admin", help="Nama pengguna (bawaan admin).")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make the account and print the link."""
        try:
            pengguna = buat(options["username"], nama=options["nama"], surel=options["surel"])
        except ValidationError as error:
            raise CommandError("; ".join(error.messages)) from error
        jam = settings.PASSWORD_RESET_TIMEOUT // 3600
        self.stdout.write(
            f"Administrator “{pengguna.username}” dibuat. Buka tautan ini untuk membuat kata sandi "
            f"(sekali pakai, berlaku {jam} jam):\n{tautan_sandi(pengguna)}\n"
            "Tautan baru dapat diminta dari halaman Lupa kata sandi."
        )
