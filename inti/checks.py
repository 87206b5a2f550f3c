"""What can be wrong at start and is detectable then."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core import checks

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
