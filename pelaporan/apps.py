from django.apps import AppConfig
from django.core.checks import register

from pelaporan import checks


class PelaporanConfig(AppConfig):
    name = "pelaporan"
    verbose_name = "Pelaporan"

    def ready(self) -> None:
        """Register the system checks."""
        register(checks.periksa_tanda_tangan)
