"""See the help text."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from inti import antrean


class Command(BaseCommand):
    """The health check of a worker: broker, worker and beat in one answer."""

    help = "Berakhir dengan galat bila antrean tidak dijalankan selama 10 menit terakhir."

    def handle(self, *args: Any, **options: Any) -> None:
        """Ask the heartbeat."""
        if not antrean.berdenyut(timezone.now()):
            raise CommandError("Antrean tidak dijalankan: periksa broker, pekerja, dan penjadwal.")
        self.stdout.write("Antrean dijalankan.")
