"""What failed for good, and trying it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from inti.views.ekspor import BENTUK, kirim_daftar
from inti.views.guards import perform, require
from pelaporan.permissions import boleh_mengulang_pekerjaan
from pelaporan.queries.ekspor import PEKERJAAN
from pelaporan.queries.pekerjaan import TERBANYAK, yang_gagal
from pelaporan.services.ulang import ULANG, ulangi

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from django.http.response import HttpResponseBase


@require_GET
def daftar_pekerjaan(request: HttpRequest) -> HttpResponseBase:
    """Newest first."""
    require(boleh_mengulang_pekerjaan(request.user))
    gagal = yang_gagal()
    if request.GET.get("format", "") in BENTUK:
        return kirim_daftar(request, "pekerjaan_gagal", PEKERJAAN, gagal)
    konteks = {"gagal": gagal, "terbanyak": TERBANYAK}
    return render(request, "pelaporan/pekerjaan/daftar.html", konteks)


@require_POST
def ulangi_pekerjaan(request: HttpRequest, kunci: str, pk: int) -> HttpResponse:
    """Put one back in the queue."""
    require(boleh_mengulang_pekerjaan(request.user))
    if kunci not in ULANG:
        raise Http404
    kabar = "Pekerjaan masuk antrean lagi; hasilnya tampak beberapa saat kemudian."
    perform(request, ulangi, kunci, pk, oleh=request.user, success=kabar)
    return redirect("pelaporan:pekerjaan-daftar")
