"""The people of one's own mitra: who fills in, who sends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from inti.views.guards import perform, require
from kerjasama.forms.keanggotaan import TugasForm
from kerjasama.permissions import boleh_mengatur_tugas
from kerjasama.queries.mitra import rekan
from kerjasama.services import keanggotaan as services
from pelaporan.permissions import boleh_membuka_portal

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_GET
def daftar_pengguna(request: HttpRequest) -> HttpResponse:
    """Everybody who has access today, and their duties."""
    require(boleh_membuka_portal(request.user))
    anggota = list(rekan(request.user))
    konteks = {
        "anggota": anggota,
        "bertugas": any(a.penanggung_jawab for a in anggota),
        "diatur": {a.mitra_id for a in anggota if boleh_mengatur_tugas(request.user, a.mitra_id)},
    }
    return render(request, "pelaporan/portal/pengguna.html", konteks)


@require_POST
def atur_tugas(request: HttpRequest, pk: int) -> HttpResponse:
    """Who answers for the mitra names another, or makes one pengisi again."""
    require(boleh_membuka_portal(request.user))
    anggota = get_object_or_404(rekan(request.user), pk=pk)
    require(boleh_mengatur_tugas(request.user, anggota.mitra_id))
    form = TugasForm(request.POST)
    form.is_valid()
    perform(
        request,
        services.tetapkan_tugas,
        pk,
        **form.cleaned_data,
        oleh=request.user,
        oleh_staf=False,
        success=f"Tugas {anggota.pengguna} diubah.",
    )
    return redirect("pelaporan:portal-pengguna")
