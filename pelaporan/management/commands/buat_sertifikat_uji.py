"""A certificate to try signing with; its name says that it is one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from pelaporan.sertifikat_uji import buat

if TYPE_CHECKING:
    from django.core.management.base import CommandParser


class Command(BaseCommand):
    """Writes BERKAS (PKCS#12) and, beside it, the PEM of the test issuer."""

    help = "Buat sertifikat uji (PKCS#12) dan induknya (PEM). Bukan untuk dokumen sungguhan."

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to, and the passphrase."""
        parser.add_argument("berkas", type=Path)
        parser.add_argument("--sandi", required=True)
        parser.add_argument("--nama", default="Penanda tangan")

    def handle(self, *args: Any, berkas: Path, sandi: str, nama: str, **options: Any) -> None:
        """Never over a file that is there."""
        akar = berkas.with_suffix(".pem")
        p12, pem = buat(nama, sandi, pada=timezone.now())
        try:
            for path, isi in ((berkas, p12), (akar, pem)):
                with path.open("xb") as file:
                    path.chmod(0o600)
                    file.write(isi)
        except FileExistsError as error:
            raise CommandError(f"{error.filename} sudah ada; tidak ditimpa.") from error
        self.stdout.write(f"Sertifikat uji: {berkas}\nSertifikat induk uji: {akar}")
