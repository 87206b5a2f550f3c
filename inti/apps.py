from django.apps import AppConfig
from django.core.checks import register

from inti import checks


class IntiConfig(AppConfig):
    name = "inti"
    verbose_name = "Inti"

    def ready(self) -> None:
        """Register the system checks."""
        register(checks.periksa_pango)
        register(checks.periksa_host)
