"""Verification for anybody: where a document stands, and whether a file is the one issued."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from inti.laju import dalam_batas
from inti.sidik_unggahan import hanya_sidik
from pelaporan.domain.keaslian import baca_kode
from pelaporan.forms.keaslian import KodeForm, PeriksaBerkasForm
from pelaporan.queries import keaslian as queries

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse


def terbuka(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For anyone, within the limit; of a file that is sent only the fingerprint is taken.

    The token is asked for inside, because the handler must be chosen before the body is read.
    """

    @login_not_required
    @csrf_exempt
    @never_cache
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def dijaga(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if not dalam_batas(request, "keaslian", banyak=settings.KEASLIAN_PER_MENIT):
            return render(request, "pelaporan/keaslian/terlalu_sering.html", status=429)
        hanya_sidik(request)
        jawaban: HttpResponse = csrf_protect(view)(request, **kwargs)
        return jawaban

    return dijaga


@terbuka
def periksa_keaslian(request: HttpRequest) -> HttpResponse:
    """Ask for the code, or for the file alone."""
    kode = KodeForm(request.GET if "kode" in request.GET else None)
    if kode.is_valid():
        return redirect("pelaporan:keaslian-rincian", kode.cleaned_data["kode"])
    konteks = {"kode_form": kode} | _banding(request)
    return render(request, "pelaporan/keaslian/periksa.html", konteks)


@terbuka
def rincian_keaslian(request: HttpRequest, kode: str) -> HttpResponse:
    """One document by its code; every code that was never printed is answered alike."""
    terbaca = baca_kode(kode)
    dokumen = queries.berkode(terbaca) if terbaca else None
    if dokumen is None:
        return render(request, "pelaporan/keaslian/tidak_dikenal.html", status=404)
    konteks = {"dokumen": dokumen} | _banding(request)
    return render(request, "pelaporan/keaslian/rincian.html", konteks)


def _banding(request: HttpRequest) -> dict[str, Any]:
    """The form and, once a file was given, the document that it is to the last byte."""
    if request.method != "POST":
        return {"form": PeriksaBerkasForm(), "diperiksa": None, "sama": None}
    form = PeriksaBerkasForm(request.POST, request.FILES)
    if not form.is_valid():
        return {"form": form, "diperiksa": None, "sama": None}
    berkas = form.cleaned_data["berkas"]
    sama = queries.bersidik(berkas.sidik)
    return {"form": PeriksaBerkasForm(), "diperiksa": berkas, "sama": sama}
