"""Tokens for programs: one's own, and those of others for the administrator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from inti.forms.token_api import TokenApiForm
from inti.models import TokenApi
from inti.permissions import boleh_mengelola_akun
from inti.putusan import AturanDilanggar
from inti.queries import token_api as queries
from inti.services import token_api as services
from inti.views.guards import pastikan_orangnya, perform, require

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

DICABUT = "Token dicabut; program yang memakainya ditolak."


@never_cache
@require_http_methods(["GET", "POST"])
@pastikan_orangnya
def daftar_token(request: HttpRequest) -> HttpResponse:
    """One's own tokens; a new one is shown in the answer to the form, and never again."""
    form = TokenApiForm(request.POST or None)
    token = ""
    if request.method == "POST" and form.is_valid():
        try:
            token = services.terbitkan(**form.cleaned_data, oleh=request.user)
        except AturanDilanggar as error:
            messages.error(request, error.alasan)
        else:
            form = TokenApiForm()
    konteks = {"form": form, "token": token, "daftar": queries.milik(request.user)}
    return render(request, "inti/token/daftar.html", konteks)


@require_POST
def cabut_token(request: HttpRequest, pk: int) -> HttpResponse:
    """One's own; another person's is as good as missing."""
    get_object_or_404(TokenApi.objects.milik(request.user), pk=pk)
    perform(request, services.cabut, pk, oleh=request.user, success=DICABUT)
    return redirect("token-daftar")


@require_POST
def cabut_token_akun(request: HttpRequest, pk: int) -> HttpResponse:
    """Anybody's, for the administrator; its owner is told."""
    require(boleh_mengelola_akun(request.user))
    satu = get_object_or_404(TokenApi, pk=pk)
    perform(request, services.cabut, pk, oleh=request.user, success=DICABUT)
    return redirect("akun-rincian", satu.pengguna_id)
