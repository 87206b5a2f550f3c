"""The government's identity, for the administrator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from inti.forms.pemerintah import PemerintahForm
from inti.models import Pemerintah
from inti.permissions import boleh
from inti.roles import Kemampuan
from inti.services import pemerintah as services
from inti.views.bentrok import save_or_compare
from inti.views.guards import require

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_http_methods(["GET", "POST"])
def ubah_pemerintah(request: HttpRequest) -> HttpResponse:
    """Name, address, legal basis and emblem."""
    require(boleh(request.user, Kemampuan.KELOLA_AKUN))
    kini = Pemerintah.objects.saat_ini()
    form = PemerintahForm(request.POST or None, request.FILES or None, instance=kini)
    if (
        request.method == "POST"
        and form.is_valid()
        and save_or_compare(
            request,
            form,
            kini,
            services.ubah,
            form.data_kolom(),
            lambang=form.cleaned_data["lambang_baru"],
            success="Identitas pemerintah disimpan.",
        )
    ):
        return redirect("pemerintah-ubah")
    status = 409 if form.bentrok else 200
    return render(request, "inti/pemerintah/form.html", {"form": form}, status=status)
