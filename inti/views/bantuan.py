"""The guide, the first steps, and what can be said of accessibility."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from inti import bantuan
from inti.services import pengantar as services

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

SEKATA = 80


@require_safe
def buka_bantuan(request: HttpRequest, nama: str = "") -> HttpResponse:
    """One guide, all of it or the sections that have the words; one's own without a name."""
    milik = bantuan.panduan_untuk(request.user.peran)
    if not nama and not milik:
        messages.info(request, "Panduan tampil setelah Anda mempunyai jabatan atau keanggotaan.")
        return redirect("beranda")
    try:
        semua = bantuan.baca(nama := nama or milik[0])
    except KeyError as error:
        raise Http404 from error
    kata = request.GET.get("q", "").replace("\x00", "").strip()[:SEKATA]
    konteks = {
        "milik": [_tab(satu, nama) for satu in milik],
        "kata": kata,
        "judul": semua[0].judul,
        "bagian": [satu for satu in semua if satu.memuat(kata)] if kata else semua,
    }
    return render(request, "inti/bantuan/bantuan.html", konteks)


def _tab(satu: str, nama: str) -> dict[str, object]:
    judul = bantuan.baca(satu)[0].judul.removeprefix("Panduan ")
    return {
        "judul": judul.capitalize(),
        "url": reverse("bantuan", args=[satu]),
        "aktif": satu == nama,
    }


@require_POST
def tutup_pengantar(request: HttpRequest) -> HttpResponse:
    """The first steps are done with."""
    services.tutup(oleh=request.user)
    return redirect("beranda")


@login_not_required
@require_safe
def aksesibilitas(request: HttpRequest) -> HttpResponse:
    """The accessibility statement, for anyone."""
    return render(request, "inti/bantuan/aksesibilitas.html")
