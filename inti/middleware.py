"""What every answer carries, and what comes before every page."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.shortcuts import redirect, render
from django.utils.cache import add_never_cache_headers

from inti import terakhir, tertahan
from inti.diam import akhiri, sudah_habis, tanyakan_lagi
from inti.keamanan import DITOLAK, peristiwa
from inti.laju import JENDELA, TerlaluSeringError
from inti.log import PERMINTAAN
from inti.sandi import lewat_umur
from inti.services.faktor_kedua import belum_dipasang, diwajibkan

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
    from django.http.response import HttpResponseBase


class CatatanMiddleware:
    """Gives each request a number, in the logs and in the answer, and notes what was refused.

    Who asked too often is told when to come again, whichever limit it was.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.nomor = uuid4().hex[:16]  # type: ignore[attr-defined]
        semula = PERMINTAAN.set(request)
        try:
            response = self.get_response(request)
            if nama := DITOLAK.get(response.status_code):
                peristiwa(nama, tingkat=logging.WARNING, status=response.status_code)
            if response.status_code == HTTPStatus.TOO_MANY_REQUESTS:
                response.setdefault("Retry-After", str(JENDELA))
        finally:
            PERMINTAAN.reset(semula)
        response["X-Request-ID"] = request.nomor  # type: ignore[attr-defined]
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """What one person asked for too often is refused in words."""
        if not isinstance(exception, TerlaluSeringError):
            return None
        return render(request, "terlalu_sering.html", status=HTTPStatus.TOO_MANY_REQUESTS)


class IzinPerambanMiddleware:
    """What pages of this site may ask of the device: said to the browser with every answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response["Permissions-Policy"] = settings.PERMISSIONS_POLICY
        return response


class NoStoreMiddleware:
    """Pages of signed-in people are never kept by a cache."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.user.is_authenticated and "Cache-Control" not in response:
            add_never_cache_headers(response)
        return response


class TerakhirDibukaMiddleware:
    """Notes in the browser which thing was opened; signing out takes that away."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        masuk = request.user.is_authenticated
        response = self.get_response(request)
        if masuk and not request.user.is_authenticated:
            terakhir.lupakan(response)
        elif request.user.is_authenticated and response.status_code == HTTPStatus.OK:
            terakhir.catat(request, response)
        return response


class MasukMiddleware(LoginRequiredMiddleware):
    """Who is not signed in is led there; a form that was sent meanwhile waits for its writer."""

    def process_view(
        self, request: HttpRequest, view_func: Any, view_args: Any, view_kwargs: Any
    ) -> HttpResponseBase | None:
        """A form that is sent again waits no longer."""
        if request.method == "POST" and request.user.is_authenticated:
            tertahan.terkirim(request)
        jawaban: HttpResponseBase | None = super().process_view(
            request, view_func, view_args, view_kwargs
        )
        return jawaban

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> HttpResponseRedirect:
        """To signing in."""
        if isian := tertahan.baca(request):
            return tertahan.ke_pintu_masuk(request, isian)
        return super().handle_no_permission(request, view_func)


class LayarMiddleware:
    """Before a page that needs signing in: is the session over, the screen or password too old."""

    TERBUKA = frozenset(
        {
            "account_change_password",
            "account_logout",
            "account_reauthenticate",
            "lambang",
            "mfa_reauthenticate",
            "mfa_reauthenticate_webauthn",
        }
    )

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view_func: Any, *view: Any
    ) -> HttpResponseBase | None:
        """Lead to signing in, or to the question that is due."""
        nama = request.resolver_match.view_name if request.resolver_match else ""
        if not getattr(view_func, "login_required", True) or not request.user.is_authenticated:
            return None
        if nama != "account_logout" and sudah_habis(request):
            return akhiri(request)
        if nama in self.TERBUKA:
            return None
        if lewat_umur(request.user):
            return ganti_sandi(request)
        return tanyakan_lagi(request)


def ganti_sandi(request: HttpRequest) -> HttpResponseRedirect:
    """To a new password; what was typed waits until its writer has signed in with it."""
    if isian := tertahan.baca(request):
        tertahan.tahan(request, isian, tertahan.SANDI_LEWAT)
    else:
        messages.info(request, "Masa berlaku kata sandi Anda sudah lewat. Buat yang baru.")
    return redirect("account_change_password")


class FaktorKeduaMiddleware:
    """Who must have a second factor puts one on before anything else.

    Asked until it is there, then kept in the session: taking it off ends every session. Of whom
    nothing is asked yet, nothing is kept: a seat given today asks in the session that is open.
    """

    TERBUKA = frozenset(
        {
            "account_logout",
            "account_reauthenticate",
            "mfa_activate_totp",
            "mfa_add_webauthn",
            "mfa_reauthenticate",
            "mfa_reauthenticate_webauthn",
            "lambang",
            "sehat",
        }
    )

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view: Any) -> HttpResponseBase | None:
        """Lead there; a page that works without signing in stays open."""
        nama = request.resolver_match.view_name if request.resolver_match else ""
        if not settings.FAKTOR_KEDUA or not request.user.is_authenticated:
            return None
        if nama in self.TERBUKA or request.session.get("faktor_kedua"):
            return None
        if nama == "account_change_password" and lewat_umur(request.user):
            return None  # first things first: every other page leads here
        if belum_dipasang(request.user):
            messages.info(request, "Pasang faktor kedua lebih dahulu; peran Anda mewajibkannya.")
            return redirect("mfa_activate_totp")
        if diwajibkan(request.user):
            request.session["faktor_kedua"] = True
        return None
