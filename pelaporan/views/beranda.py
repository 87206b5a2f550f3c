"""Today: what must I do, what is late, figures for my role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils import timezone

from inti.enums import Peran
from pelaporan.queries.beranda import susun

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def beranda(request: HttpRequest) -> HttpResponse:
    """The first page of everyone."""
    pengguna, hari_ini = request.user, timezone.localdate()
    hanya_mitra = pengguna.peran == {Peran.MITRA}
    konteks = {
        "beranda": susun(pengguna, hari_ini),
        "hari_ini": hari_ini,
        "salam": f"Selamat bekerja, {pengguna}",
        "kerangka_halaman": "base_portal.html" if hanya_mitra else "base.html",
    }
    return render(request, "pelaporan/beranda/beranda.html", konteks)
