"""Whom to tell of a hole, where those who look for holes look first (RFC 9116)."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone

from inti.models import Pemerintah

if TYPE_CHECKING:
    from django.http import HttpRequest

# The file asks to be read again after this; the RFC recommends less than a year.
BERLAKU = timedelta(days=180)


@login_not_required
def security_txt(request: HttpRequest) -> HttpResponse:
    """The contact of settings.KONTAK_KEAMANAN, or the e-mail of the government; else 404."""
    kontak = settings.KONTAK_KEAMANAN or Pemerintah.objects.saat_ini().surel
    if not kontak:
        raise Http404
    if "@" in kontak and not kontak.startswith("mailto:"):
        kontak = f"mailto:{kontak}"
    habis = datetime.combine(timezone.now().date() + BERLAKU, time.min, tzinfo=UTC)
    baris = (
        f"Contact: {kontak}",
        f"Expires: {habis:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: id, en",
        f"Canonical: {settings.SITE_URL}{reverse('security-txt')}",
    )
    return HttpResponse("\n".join((*baris, "")), content_type="text/plain; charset=utf-8")
