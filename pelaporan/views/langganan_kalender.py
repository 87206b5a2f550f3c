"""Addresses for calendar programs: the list of one's own, and the feed itself."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_POST, require_safe

from inti.ics import kalender
from inti.laju import dalam_batas
from inti.putusan import AturanDilanggar
from inti.views.guards import perform, require
from pelaporan.forms.kalender import LanggananKalenderForm
from pelaporan.models import LanggananKalender
from pelaporan.permissions import boleh_melihat_kalender
from pelaporan.queries import langganan_kalender as queries
from pelaporan.services import langganan_kalender as services

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.http.response import HttpResponseBase

    from inti.ics import Acara

NAMA = "Pengawasan Kerja Sama"
# Any moment will do: the tag must not change with the clock.
TETAP = datetime(2000, 1, 1, tzinfo=UTC)


def langganan(request: HttpRequest) -> HttpResponse:
    """The list; a new address is shown in the answer to the form, and never again."""
    require(boleh_melihat_kalender(request.user))
    form = LanggananKalenderForm(request.POST or None, pengguna=request.user)
    alamat = ""
    if request.method == "POST" and form.is_valid():
        try:
            token = services.terbitkan(**form.cleaned_data, oleh=request.user)
        except AturanDilanggar as error:
            messages.error(request, error.alasan)
        else:
            alamat = settings.SITE_URL + reverse("pelaporan:kalender-ics", args=[token])
            form = LanggananKalenderForm(pengguna=request.user)
    konteks = {"form": form, "alamat": alamat, "daftar": queries.milik(request.user)}
    return render(request, "pelaporan/kalender/langganan.html", konteks)


@require_POST
def cabut_langganan(request: HttpRequest, pk: int) -> HttpResponse:
    """One's own; another person's is as good as missing."""
    require(boleh_melihat_kalender(request.user))
    get_object_or_404(LanggananKalender.objects.milik(request.user), pk=pk)
    sukses = "Alamat kalender dicabut; program yang memakainya tidak menerima apa pun lagi."
    perform(request, services.cabut, pk, oleh=request.user, success=sukses)
    return redirect("pelaporan:langganan-kalender")


@login_not_required
@require_safe
def berkas_langganan(request: HttpRequest, token: str) -> HttpResponseBase:
    """The feed. Unknown, revoked and orphaned addresses are answered alike."""
    if not dalam_batas(request, "kalender", banyak=settings.PUBLIK_PER_MENIT):
        return HttpResponse(status=429)
    satu = queries.yang_dibuka(token)
    if satu is None:
        raise Http404
    hari_ini = timezone.localdate()
    acara = queries.acara(satu, hari_ini)
    services.tandai_dipakai(satu.pk, pada=hari_ini)
    tanda = _tanda(acara, satu.nama)
    jawaban = get_conditional_response(request, etag=tanda)
    if jawaban is None:
        isi = kalender(acara, nama=f"{NAMA}: {satu.nama}")
        jawaban = HttpResponse(isi, content_type="text/calendar; charset=utf-8")
        jawaban["Content-Disposition"] = 'inline; filename="kalender.ics"'
    jawaban["ETag"] = tanda
    # For the program that asked, which must ask again: nobody between may keep it.
    jawaban["Cache-Control"] = "private, no-cache"
    jawaban["X-Robots-Tag"] = "noindex"
    return jawaban


def _tanda(acara: list[Acara], nama: str) -> str:
    """Weak: the same events, whenever they were asked for."""
    tetap = kalender((replace(satu, diubah_pada=TETAP) for satu in acara), nama=nama)
    return f'W/"{hashlib.sha256(tetap).hexdigest()[:32]}"'
