"""A new address of an account: proved by its owner, or called off by whose account it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from inti.putusan import AturanDilanggar
from inti.services import surel_akun as services
from inti.views.guards import perform

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@login_not_required
@require_http_methods(["GET", "POST"])
def buktikan_surel(request: HttpRequest, tautan: str) -> HttpResponse:
    """What the link of the mail opens. Opening it proves nothing: programs for mail do that too."""
    ditolak = ""
    if request.method == "POST":
        try:
            services.buktikan(tautan)
        except AturanDilanggar as error:
            ditolak = error.alasan
        else:
            messages.success(request, "Alamat surel Anda terbukti dan mulai dipakai.")
            return redirect("account_login")
    konteks = {"menunggu": services.baca(tautan), "ditolak": ditolak}
    return render(request, "account/surel_bukti.html", konteks)


@require_POST
def batalkan_surel(request: HttpRequest) -> HttpResponse:
    """One's own address stays as it is."""
    perform(
        request,
        services.batalkan,
        request.user.pk,
        oleh=request.user,
        success="Perubahan alamat surel dibatalkan.",
    )
    return redirect("mfa_index")
