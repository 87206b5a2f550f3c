"""What can be wrong at start and is detectable then."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core import checks

from inti import pemindai
from inti.pango import pango_ada


def periksa_pango(**kwargs: Any) -> list[checks.CheckMessage]:
    """Without Pango the site runs, but PDFs wait."""
    if pango_ada():
        return []
    return [
        checks.Warning(
            "Pustaka Pango tidak ditemukan: PDF belum dapat dibuat.",
            hint="apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
            id="inti.W001",
        )
    ]


def periksa_host(**kwargs: Any) -> list[checks.CheckMessage]:
    """A wildcard host lets anyone poison links."""
    if "*" in settings.ALLOWED_HOSTS:
        return [checks.Error("ALLOWED_HOSTS tidak boleh memuat “*”.", id="inti.E001")]
    return []


def periksa_webhook(**kwargs: Any) -> list[checks.CheckMessage]:
    """Messages name people: they leave over TLS and signed, or not at all."""
    if not settings.WEBHOOK_URL:
        return []
    aman = settings.WEBHOOK_URL.startswith("https://") and len(settings.WEBHOOK_KUNCI) >= 32
    pesan = "WEBHOOK_URL harus https:// dan WEBHOOK_KUNCI paling sedikit 32 karakter."
    return [] if aman else [checks.Error(pesan, id="inti.E002")]


def periksa_sso(**kwargs: Any) -> list[checks.CheckMessage]:
    """What the provider says opens accounts: it must be the provider that says it."""
    if not settings.OIDC_ALAMAT:
        return []
    penyedia: Any = settings.SOCIALACCOUNT_PROVIDERS
    klien = penyedia["openid_connect"]["APPS"][0]
    if settings.OIDC_ALAMAT.startswith("https://") and klien["client_id"] and klien["secret"]:
        return []
    pesan = "OIDC_ALAMAT harus https://, dengan OIDC_KLIEN dan OIDC_RAHASIA."
    return [checks.Error(pesan, id="inti.E003")]


def periksa_sandi(**kwargs: Any) -> list[checks.CheckMessage]:
    """A mode that is misspelt would ask for nothing, and nobody would notice."""
    if settings.SANDI_MODE in {"", "bssn"}:
        return []
    return [checks.Error("SANDI_MODE dikosongkan atau “bssn”.", id="inti.E004")]


def periksa_pemindai(**kwargs: Any) -> list[checks.CheckMessage]:
    """An address that cannot be read would refuse every upload."""
    try:
        if settings.CLAMD:
            pemindai.alamat(settings.CLAMD)
    except ValueError:
        pesan = "CLAMD harus unix:/jalur atau tcp://host:port."
        return [checks.Error(pesan, id="inti.E005")]
    return []
