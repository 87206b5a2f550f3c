"""What the application writes to people, shown before it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views.decorators.http import require_safe

from inti.permissions import boleh
from inti.roles import Kemampuan
from inti.views.guards import require
from pelaporan.queries.galeri_pesan import semua

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_safe
def lihat_galeri(request: HttpRequest) -> HttpResponse:
    """Every reminder with invented facts."""
    require(boleh(request.user, Kemampuan.LIHAT_CONTOH_PESAN))
    return render(request, "pelaporan/galeri_pesan.html", {"contoh": semua()})
