"""Going to the provider of single sign-on, and coming back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account.utils import get_next_redirect_url
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.providers.openid_connect import views
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods
from requests import RequestException

from inti.sso import GAGAL, PENYEDIA, kembali

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@login_not_required
@require_http_methods(["GET", "POST"])
def masuk_sso(request: HttpRequest) -> HttpResponse:
    """To the provider; back to where one wanted to go. By itself no address signs anybody in."""
    if not settings.OIDC_ALAMAT:
        raise Http404
    if request.method == "GET" or request.user.is_authenticated:
        return redirect("account_login")
    penyedia = get_adapter(request).get_provider(request, PENYEDIA)
    try:
        jawaban: HttpResponse = penyedia.redirect(
            request, process="login", next_url=get_next_redirect_url(request)
        )
    except RequestException:
        return kembali(request, GAGAL).response
    return jawaban


@login_not_required
@require_GET
def kembali_sso(request: HttpRequest, provider_id: str) -> HttpResponse:
    """What the provider sent back."""
    if not settings.OIDC_ALAMAT or provider_id != PENYEDIA:
        raise Http404
    try:
        jawaban: HttpResponse = views.callback(request, provider_id)
    except ImmediateHttpResponse as error:
        return error.response
    return jawaban
