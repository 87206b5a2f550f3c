"""See the help text."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from inti.models import Berkas
from inti.queries.integritas import berkas_rusak


class Command(BaseCommand):
    """Re-hashes every file and looks for orphans both ways."""

    help = "Hitung ulang hash seluruh berkas; sebut yang hilang, berubah, atau yatim."

    def handle(self, *args: Any, **options: Any) -> None:
        """Fail when anything is not as it was received."""
        rusak = list(berkas_rusak())
        for baris in rusak:
            self.stderr.write(baris)
        if rusak:
            raise CommandError(f"{len(rusak)} masalah ditemukan.")
        self.stdout.write(f"{Berkas.objects.count()} berkas utuh.")
