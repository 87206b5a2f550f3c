"""Figures for the monitor of whoever runs the site, behind a token of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.module_loading import import_string
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

if TYPE_CHECKING:
    from django.http import HttpRequest


@login_not_required
@never_cache
@require_GET
def lihat_metrik(request: HttpRequest) -> HttpResponse:
    """In the text format of Prometheus; for who has no token there is no such page.

    Nothing in it is about a person or a naskah. Needs the extra `[metrics]`, without which no site
    with a token starts (inti.checks.periksa_metrik).
    """
    kunci = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not settings.METRIK_TOKEN or not constant_time_compare(kunci, settings.METRIK_TOKEN):
        raise Http404
    # What reads them imports a library that only the extra brings.
    isi = import_string("pelaporan.queries.metrik.cetak")(timezone.now())
    return HttpResponse(isi, content_type="text/plain; version=0.0.4; charset=utf-8")
