"""Stating that a kegiatan is documented, and opening it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from inti.forms import AlasanForm
from inti.views.guards import perform, refused, require
from pengawasan.domain.kegiatan import periksa
from pengawasan.enums import AksiKegiatan, StatusKegiatan
from pengawasan.models import Kegiatan
from pengawasan.permissions import boleh_menyatakan_lengkap
from pengawasan.services import dokumentasi as services

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def _milik(request: HttpRequest, pk: int) -> Kegiatan:
    terlihat = Kegiatan.objects.terlihat_oleh(request.user).select_related("naskah")
    kegiatan = get_object_or_404(terlihat, pk=pk)
    require(boleh_menyatakan_lengkap(request.user))
    return kegiatan


@require_POST
def dokumentasikan(request: HttpRequest, pk: int) -> HttpResponse:
    """Every result is there; what is missing is named."""
    kegiatan = _milik(request, pk)
    sukses = "Dokumentasi dinyatakan lengkap; laporannya dapat dikirim kepada Ketua TKKSD."
    perform(request, services.dokumentasikan, pk, oleh=request.user, success=sukses)
    return redirect(kegiatan)


@require_http_methods(["GET", "POST"])
def buka_dokumentasi(request: HttpRequest, pk: int) -> HttpResponse:
    """Open it again, with a reason."""
    kegiatan = _milik(request, pk)
    aksi = AksiKegiatan.BUKA_DOKUMENTASI
    if refused(request, periksa(StatusKegiatan(kegiatan.status), aksi, alasan="-")):
        return redirect(kegiatan)
    form = AlasanForm(request.POST or None)
    if form.is_valid() and perform(
        request, services.buka_dokumentasi, pk, **form.cleaned_data, oleh=request.user,
        success="Dokumentasi dibuka lagi; hasil kegiatan dapat diubah.",
    ):  # fmt: skip
        return redirect(kegiatan)
    return render(request, "pengawasan/kegiatan/buka.html", {"kegiatan": kegiatan, "form": form})
