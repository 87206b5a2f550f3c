"""Health: is everything that should run, running?"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import JsonResponse
from django.utils import timezone

from inti.antrean import tertinggal
from inti.models import Notifikasi
from inti.pango import pango_ada

if TYPE_CHECKING:
    from django.http import HttpRequest


@login_not_required
def sehat(request: HttpRequest) -> JsonResponse:
    """200 when all is well, 503 otherwise; says which part is not. No personal data."""
    now = timezone.now()
    bagian = {
        "basis_data": True,
        "pekerjaan_berkala": not tertinggal(now),
        "antrean_surel": Notifikasi.objects.siap_kirim(now).count() < 1000,
        "ruang_disk": shutil.disk_usage(settings.VAR_DIR).free > settings.CADANGAN_DISK,
        "pango": pango_ada(),
    }
    sehat = all(bagian.values())
    return JsonResponse({"sehat": sehat, "bagian": bagian}, status=200 if sehat else 503)
