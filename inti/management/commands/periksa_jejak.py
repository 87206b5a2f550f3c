"""See the help text."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from inti.models import JejakAudit
from inti.queries.integritas import jejak_rusak


class Command(BaseCommand):
    """Recomputes the hash chain."""

    help = "Periksa rantai jejak audit; sebut baris pertama yang rusak."

    def handle(self, *args: Any, **options: Any) -> None:
        """Fail on the first broken line."""
        if rusak := jejak_rusak():
            raise CommandError(rusak)
        kepala = JejakAudit.objects.order_by("-pk").values_list("hash", flat=True).first()
        self.stdout.write(f"{JejakAudit.objects.count()} baris utuh. Kepala: {kepala or '-'}")
