"""What a field that names a mitra suggests while somebody types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views.decorators.http import require_GET

from inti.views.guards import require
from kerjasama.forms.saran import SaranForm
from kerjasama.permissions import boleh_mengelola_mitra
from kerjasama.queries.pilihan_mitra import saran

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_GET
def saran_mitra(request: HttpRequest) -> HttpResponse:
    """The options of the list below the field; none for what is no text."""
    require(boleh_mengelola_mitra(request.user))
    form = SaranForm.dari(request.GET)
    cocok = saran(form.cleaned_data["teks"]) if form.is_valid() else []
    return render(request, "kerjasama/mitra/_saran.html", {"saran": cocok})
