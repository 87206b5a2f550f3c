"""See the help text."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from inti.services.rujukan import muat


class Command(BaseCommand):
    """Reference data: law and geography, and the government's identity."""

    help = "Muat data rujukan; yang sudah ada tidak ditimpa."

    def handle(self, *args: Any, **options: Any) -> None:
        """Add what is missing and say how much."""
        tambah = muat(settings.BASE_DIR / "fixtures" / "reference")
        for nama, jumlah in tambah.items():
            self.stdout.write(f"{nama}: {jumlah} ditambahkan")
        if not tambah:
            self.stdout.write("Data rujukan sudah lengkap.")
