"""See the help text."""

from typing import Any

from django.core.management.base import BaseCommand

from inti import antrean


class Command(BaseCommand):
    """One turn of the runner."""

    help = "Jalankan satu putaran antrean (bundel, surel, jadwal) sekarang."

    def handle(self, *args: Any, **options: Any) -> None:
        """Run and say what was done."""
        selesai = antrean.jalankan_antrean()
        self.stdout.write(f"{selesai} pekerjaan selesai.")
