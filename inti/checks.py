"""What can be wrong at start and is detectable then."""

from __future__ import annotations

import re
from importlib.util import find_spec
from typing import Any

from django.conf import settings
from django.core import checks
from django.core.exceptions import ImproperlyConfigured

from inti import pemindai
from inti.pango import pango_ada

# What is asked of these before the site serves anybody, however it is started.
PENJAGA = "penjaga"
LOKAL = {"localhost", "127.0.0.1", "[::1]", ".localhost", "testserver"}
KUNCI_TERPENDEK = 32
TUJUAN = re.compile(r"[A-Za-z0-9.:-]+:[0-9]{1,5}")


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


def periksa_debug(**kwargs: Any) -> list[checks.CheckMessage]:
    """Error pages that show everything are for this machine only."""
    if settings.DEBUG and (settings.HTTPS or not LOKAL.issuperset(settings.ALLOWED_HOSTS)):
        return [checks.Error("DEBUG tidak boleh menyala di situs yang terbuka.", id="inti.E006")]
    return []


def periksa_rahasia(**kwargs: Any) -> list[checks.CheckMessage]:
    """A key that is short or out of an example can be guessed; an empty one is made once."""
    kunci = settings.SECRET_KEY
    if len(kunci) >= KUNCI_TERPENDEK and len(set(kunci)) > 4 and "insecure" not in kunci:
        return []
    pesan = f"SECRET_KEY harus acak, paling sedikit {KUNCI_TERPENDEK} karakter; atau kosongkan."
    return [checks.Error(pesan, id="inti.E007")]


def wajib_aman() -> None:
    """Refuse to serve with a setting that opens the site.

    gunicorn runs no system checks by itself. Raises ImproperlyConfigured.
    """
    temuan = [m for m in checks.run_checks(tags=[PENJAGA]) if m.is_serious()]
    if temuan:
        raise ImproperlyConfigured(" ".join(str(m) for m in temuan))


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


def periksa_tujuan(**kwargs: Any) -> list[checks.CheckMessage]:
    """One that cannot be read would be refused when it is needed."""
    salah = [t for t in settings.TUJUAN_LAIN if not TUJUAN.fullmatch(t)]
    pesan = f"TUJUAN_LAIN harus host:port, dipisah koma: {', '.join(salah)}."
    return [checks.Error(pesan, id="inti.E008")] if salah else []


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


def periksa_waktu_berkas(**kwargs: Any) -> list[checks.CheckMessage]:
    """A night that reads for an hour loses its claim to another worker, which begins it again."""
    if 1 <= settings.PERIKSA_BERKAS_MENIT <= 50:
        return []
    return [checks.Error("PERIKSA_BERKAS_MENIT harus 1 sampai 50.", id="inti.E011")]


def periksa_metrik(**kwargs: Any) -> list[checks.CheckMessage]:
    """A token that can be guessed lets anyone read; without the library nothing can be read."""
    if not settings.METRIK_TOKEN:
        return []
    salah: list[checks.CheckMessage] = []
    if len(settings.METRIK_TOKEN) < KUNCI_TERPENDEK:
        pesan = f"METRIK_TOKEN paling sedikit {KUNCI_TERPENDEK} karakter acak."
        salah.append(checks.Error(pesan, id="inti.E009"))
    if find_spec("prometheus_client") is None:
        pesan = "METRIK_TOKEN memerlukan pustaka prometheus-client."
        petunjuk = "deploy/requirements-metrics.txt; atau kosongkan METRIK_TOKEN."
        salah.append(checks.Error(pesan, hint=petunjuk, id="inti.E010"))
    return salah
