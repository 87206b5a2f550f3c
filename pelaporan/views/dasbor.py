"""The dashboard of whoever looks at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from inti.permissions import boleh
from inti.roles import Kemampuan
from inti.views.guards import require
from pelaporan.queries.dasbor import susun

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_safe
def lihat_dasbor(request: HttpRequest) -> HttpResponse:
    """Charts with their tables; what a role may not see is not there."""
    require(boleh(request.user, Kemampuan.LIHAT_DASBOR))
    hari_ini = timezone.localdate()
    konteks = {"bagian": susun(request.user, hari_ini), "hari_ini": hari_ini}
    return render(request, "pelaporan/dasbor/dasbor.html", konteks)
