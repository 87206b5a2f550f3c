"""See the help text."""

from typing import Any

from django.core.management.base import BaseCommand

from inti import antrean


class Command(BaseCommand):
    """For cron, or where no worker runs."""

    help = "Jalankan setiap pekerjaan berkala sekali, langsung, lalu kosongkan antrean."

    def handle(self, *args: Any, **options: Any) -> None:
        """Run and say what was done."""
        nama = antrean.jalankan_berkala()
        selesai = antrean.jalankan_antrean()
        self.stdout.write(
            f"Berjalan: {', '.join(nama) or 'tidak ada'}. Antrean: {selesai} pekerjaan."
        )
