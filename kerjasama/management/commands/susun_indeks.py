"""See the help text."""

from typing import Any

from django.core.management.base import BaseCommand

from kerjasama.services import indeks


class Command(BaseCommand):
    """Makes the search index anew from the register."""

    help = "Susun ulang indeks pencarian seluruh naskah; isinya hanya turunan dari register."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say how many."""
        self.stdout.write(f"Indeks {indeks.susun_ulang()} naskah disusun ulang.")
