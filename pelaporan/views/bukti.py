"""Proof of diligence: the page of one naskah."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from inti.views.guards import require
from kerjasama.models import Naskah
from pelaporan.queries.bukti import bukti
from pengawasan.permissions import boleh_melihat

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_safe
def bukti_naskah(request: HttpRequest, pk: int) -> HttpResponse:
    """What was due, done and sent, and the gaps; its print is an official document."""
    naskah = get_object_or_404(Naskah.objects.terlihat_oleh(request.user), pk=pk)
    require(boleh_melihat(request.user))
    konteks = {"naskah": naskah, "bukti": bukti(naskah, per=timezone.localdate())}
    return render(request, "pelaporan/bukti/naskah.html", konteks)
