"""The page for who attends a meeting: no sign-in, one line per phone, nothing of anybody else."""

from __future__ import annotations

import json
from functools import wraps
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.signing import BadSignature
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from inti.laju import dalam_batas
from inti.putusan import AturanDilanggar
from pengawasan.forms.hadir import HadirForm
from pengawasan.models import SesiHadir
from pengawasan.queries import hadir as queries
from pengawasan.services import hadir as services

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

    from pengawasan.models import TandaHadir

# The phone keeps its key as long as a day of meetings.
LAMA_KUNCI = 24 * 60 * 60


def terbuka(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For who has the code: within the limit, while people may check in.

    A code that does not exist is not there; one that does says why it is closed.
    """

    @login_not_required
    @never_cache
    @wraps(view)
    def dijaga(request: HttpRequest, token: str) -> HttpResponse:
        if not dalam_batas(request, "hadir", banyak=settings.HADIR_PER_MENIT):
            return render(request, "pengawasan/hadir/terlalu_sering.html", status=429)
        sesi = get_object_or_404(SesiHadir.objects.select_related("rapat").bertoken(token))
        if not (putusan := queries.periksa_sesi(sesi, timezone.localtime())):
            konteks = {"alasan": putusan.alasan}
            return render(request, "pengawasan/hadir/tertutup.html", konteks, status=403)
        return view(request, sesi)

    return dijaga


@terbuka
@require_http_methods(["GET", "POST"])
def hadir(request: HttpRequest, sesi: SesiHadir) -> HttpResponse:
    """The form; once it was sent, what was recorded, which the same phone may still mend."""
    kunci = _kunci(request, sesi)
    ada = queries.tanda_ponsel(sesi, kunci) if kunci else None
    if ada and request.method == "GET" and "ubah" not in request.GET:
        return render(request, "pengawasan/hadir/tercatat.html", {"tanda": ada, "sesi": sesi})
    form = HadirForm(request.POST or None, initial=_awal(request, ada))
    kunci = kunci or uuid4()
    jawaban = None
    if form.is_valid():
        jawaban = _catat(form, sesi, kunci)
    if jawaban is None:
        konteks = {"form": form, "rapat": sesi.rapat, "sesi": sesi, "ubah": ada is not None}
        jawaban = render(request, "pengawasan/hadir/form.html", konteks)
    return _ingat(jawaban, sesi, kunci)


def _catat(form: HadirForm, sesi: SesiHadir, kunci: UUID) -> HttpResponse | None:
    goresan = form.cleaned_data["goresan"]
    try:
        services.catat(sesi.pk, form.data_hadirin(), goresan=goresan, kunci=kunci)
    except AturanDilanggar as error:
        form.add_error(None, error.alasan)
        return None
    return redirect(sesi)


@terbuka
@require_POST
def orang_lain(request: HttpRequest, sesi: SesiHadir) -> HttpResponse:
    """Hand the phone on: its next line is another person's."""
    jawaban = redirect(f"{sesi.get_absolute_url()}?lain=1")
    return _ingat(jawaban, sesi, uuid4())


def _awal(request: HttpRequest, ada: TandaHadir | None) -> dict[str, Any]:
    if ada:
        isi = {n: getattr(ada.hadirin, n) for n in services.KOLOM}
        goresan = json.dumps(ada.goresan) if ada.goresan else ""
        return isi | {"goresan": goresan, "tanpa_tanda_tangan": ada.tanpa_tanda_tangan}
    if request.user.is_authenticated and "lain" not in request.GET:
        return queries.awal(request.user)
    return {}


def _kunci(request: HttpRequest, sesi: SesiHadir) -> UUID | None:
    """The key of this phone for this session, if it has one that we gave it."""
    try:
        return UUID(request.get_signed_cookie(_nama_kuki(sesi), salt=sesi.sidik))
    except (KeyError, BadSignature, ValueError):
        return None


def _ingat(jawaban: HttpResponse, sesi: SesiHadir, kunci: UUID) -> HttpResponse:
    jawaban.set_signed_cookie(
        _nama_kuki(sesi),
        str(kunci),
        salt=sesi.sidik,
        max_age=LAMA_KUNCI,
        path="/hadir/",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return jawaban


def _nama_kuki(sesi: SesiHadir) -> str:
    return f"hadir-{sesi.pk}"
