from django.apps import AppConfig
from django.core.checks import register
from django.utils.module_loading import import_string

from inti import checks


class IntiConfig(AppConfig):
    name = "inti"
    verbose_name = "Inti"

    def ready(self) -> None:
        """Register the system checks; listen for security events; shut the way out."""
        # django-allauth can be read only once all apps are there.
        import_string("inti.keamanan.sambungkan")()
        import_string("inti.keluar.jaga")()
        register(checks.periksa_pango)
        register(checks.periksa_host, checks.PENJAGA)
        register(checks.periksa_debug, checks.PENJAGA)
        register(checks.periksa_rahasia, checks.PENJAGA)
        register(checks.periksa_metrik, checks.PENJAGA)
        register(checks.periksa_webhook)
        register(checks.periksa_sso)
        register(checks.periksa_tujuan, checks.PENJAGA)
        register(checks.periksa_sandi)
        register(checks.periksa_pemindai)
        register(checks.periksa_waktu_berkas)
