"""The reminders about one naskah."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from inti.permissions import boleh
from inti.roles import Kemampuan
from inti.views.guards import require
from kerjasama.models import Naskah
from pelaporan.queries.pengingat_naskah import terkirim

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_safe
def lihat_pengingat(request: HttpRequest, pk: int) -> HttpResponse:
    """Who was told of what and when, and what became of the mail."""
    naskah = get_object_or_404(Naskah.objects.terlihat_oleh(request.user), pk=pk)
    require(boleh(request.user, Kemampuan.LIHAT_SEMUA_NASKAH))
    konteks = {"naskah": naskah, "daftar": terkirim(naskah)}
    return render(request, "pelaporan/pengingat_naskah.html", konteks)
