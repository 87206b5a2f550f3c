"""Searching everywhere: the page, and what is proposed while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import render
from django.views.decorators.http import require_safe

from inti.queries.pencarian import SEKELOMPOK, cari, rapikan, saringan_bernama
from inti.terakhir import terakhir_dibuka

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

SARAN_SEKELOMPOK = 3


@require_safe
def cari_semua(request: HttpRequest) -> HttpResponse:
    """What answers, by kind; before anything is asked, what was opened last."""
    konteks = _temukan(request, sekelompok=SEKELOMPOK)
    return render(request, "inti/pencarian/cari.html", konteks)


@require_safe
def saran_cari(request: HttpRequest) -> HttpResponse:
    """The first of each kind, for the box at the top of every page."""
    konteks = _temukan(request, sekelompok=SARAN_SEKELOMPOK)
    return render(request, "inti/pencarian/_saran.html", konteks)


def _temukan(request: HttpRequest, *, sekelompok: int) -> dict[str, Any]:
    ditulis = request.GET.get("q", "")
    teks = rapikan(ditulis)
    return {
        "teks_cari": teks or ditulis.strip(),
        "terlalu_pendek": bool(ditulis.strip()) and not teks,
        "kelompok": cari(request.user, teks, sekelompok=sekelompok),
        "saringan": saringan_bernama(request.user, teks) if teks or not ditulis.strip() else [],
        "terakhir": [] if ditulis.strip() else terakhir_dibuka(request),
    }
