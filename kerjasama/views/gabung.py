"""Merging two records of one mitra: choose, preview, confirm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from inti.putusan import AturanDilanggar
from inti.views.guards import require
from kerjasama.forms.gabung import GabungForm, KeForm, PilihTujuanForm
from kerjasama.models import Mitra
from kerjasama.permissions import boleh_mengelola_mitra
from kerjasama.queries.gabung import rencana_gabung
from kerjasama.services import gabung as services

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_http_methods(["GET", "POST"])
def gabung_mitra(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a twin in favour of the mitra that stays."""
    kueri = request.POST if request.method == "POST" else request.GET
    terpilih = KeForm.kunci(kueri)
    # Both at once: the preview asks much of the database as it is.
    mitra = Mitra.objects.terlihat_oleh(request.user).in_bulk({pk, terpilih} - {None})
    if (asal := mitra.get(pk)) is None:
        raise Http404
    require(boleh_mengelola_mitra(request.user))
    if asal.digabung_ke_id:
        return redirect(asal)
    form = GabungForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        aktif = Mitra.objects.terlihat_oleh(request.user).aktif()
        tujuan = get_object_or_404(aktif, pk=form.cleaned_data["ke"])
        sidik = form.cleaned_data["sidik"]
        try:
            services.gabungkan(pk, ke=tujuan.pk, sidik=sidik, oleh=request.user)
        except AturanDilanggar as error:
            messages.error(request, error.alasan)
            return redirect(f"{request.path}?ke={tujuan.pk}")
        messages.success(request, f"{asal} sudah digabung ke {tujuan}.")
        return redirect(tujuan)
    pilih = PilihTujuanForm(kueri or None, asal=asal, terpilih=mitra.get(terpilih))
    return _pratinjau(request, asal, pilih, form)


def _pratinjau(
    request: HttpRequest, asal: Mitra, pilih: PilihTujuanForm, form: GabungForm
) -> HttpResponse:
    """The choice; once it is made, what will move."""
    tujuan = pilih.tujuan() if pilih.is_valid() else None
    if tujuan is None:
        return render(request, "kerjasama/mitra/gabung_pilih.html", {"asal": asal, "pilih": pilih})
    rencana = rencana_gabung(asal, tujuan)
    if request.method == "GET":
        form = GabungForm(initial={"ke": tujuan.pk, "sidik": rencana.sidik})
    konteks = {"asal": asal, "tujuan": tujuan, "rencana": rencana, "form": form}
    return render(request, "kerjasama/mitra/gabung.html", konteks)
