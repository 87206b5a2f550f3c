"""A screen that was left alone: who sits before it is asked again, and nothing typed is lost."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows import reauthentication
from allauth.account.internal.flows.login import get_authentication_records
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponseRedirect
from django.utils.http import urlencode

from inti import tertahan
from inti.enums import Peran

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.http.response import HttpResponseBase

TERAKHIR = "terakhir_dipakai"
SEMENIT = 60
DIDIAMKAN = (
    "Layar ini lama didiamkan, jadi isian Anda belum disimpan. Pastikan ini Anda: isiannya kembali "
    "ke formulirnya{berkas}."
)
PEMUTUS = frozenset({Peran.KETUA, Peran.WALIKOTA})


def batas(pengguna: Any) -> int:
    """After how many seconds without a request; zero is never."""
    menit = settings.DIAM_MENIT
    if menit and PEMUTUS & pengguna.peran:
        menit = min(menit, settings.DIAM_PEMUTUS_MENIT or menit)
    return int(menit) * SEMENIT


def sudah_habis(request: HttpRequest) -> bool:
    """Whether SESSION_COOKIE_AGE seconds are over since signing in, however much it was used."""
    masuk = [satu["at"] for satu in get_authentication_records(request, request.user)]
    return bool(masuk) and time.time() - min(masuk) > settings.SESSION_COOKIE_AGE


def akhiri(request: HttpRequest) -> HttpResponseBase:
    """Sign out and lead to signing in, and back to this address; what was typed waits there."""
    isian = tertahan.baca(request)
    logout(request)
    return tertahan.ke_pintu_masuk(request, isian)


def tanyakan_lagi(request: HttpRequest) -> HttpResponseBase | None:
    """Lead to the question when the screen was left alone for too long; else note the use.

    What a page sends by itself (kept drafts, the field kit) neither asks nor counts: it keeps
    what was typed, decides nothing, and a page that polls would never be taken for left alone.
    """
    if not settings.DIAM_MENIT or _dari_halaman(request):
        return None
    kini = time.time()
    if kini - _terakhir(request, kini) > batas(request.user):
        return _tanya(request)
    if kini - request.session.get(TERAKHIR, 0) > SEMENIT:
        request.session[TERAKHIR] = kini
    return None


def _dari_halaman(request: HttpRequest) -> bool:
    jenis = request.headers.get("Sec-Fetch-Mode", "navigate")
    return "HX-Request" in request.headers or jenis != "navigate"


def _terakhir(request: HttpRequest, kini: float) -> float:
    """The last use: a page, or saying who one is."""
    bukti = get_authentication_records(request, request.user)
    return max(request.session.get(TERAKHIR, 0), *(satu["at"] for satu in bukti), 0) or kini


def _tanya(request: HttpRequest) -> HttpResponseBase:
    cara = get_adapter(request).get_reauthentication_methods(request.user)
    if not cara:
        return akhiri(request)
    isian = tertahan.baca(request) if request.FILES else None
    if isian:
        # Files do not wait, and without them it would not be what the person sent.
        tertahan.tahan(request, isian, DIDIAMKAN)
        return HttpResponseRedirect(f"{cara[0]['url']}?{urlencode({'next': isian.halaman})}")
    messages.info(request, "Layar ini lama didiamkan. Pastikan ini Anda; isian Anda diteruskan.")
    jawaban: HttpResponseBase = reauthentication.suspend_request(request, cara[0]["url"])
    return jawaban
