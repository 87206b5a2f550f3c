"""What the application writes to people, shown before it is written."""

from __future__ import annotations

from collections import Counter
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
    """Every message with invented facts, group by group."""
    require(boleh(request.user, Kemampuan.LIHAT_CONTOH_PESAN))
    contoh = semua()
    banyak = Counter(satu.kelompok for satu in contoh)
    diminta = request.GET.get("kelompok", "")
    kelompok = diminta if diminta in banyak else next(iter(banyak))
    konteks = {
        "contoh": [satu for satu in contoh if satu.kelompok == kelompok],
        "kelompok": kelompok,
        "semua_kelompok": banyak.items(),
    }
    return render(request, "pelaporan/galeri_pesan.html", konteks)
