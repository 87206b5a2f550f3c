"""Naming the columns of a list, and watching it being read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from inti.formats import ribuan
from inti.putusan import AturanDilanggar
from inti.views.guards import refused, require
from kerjasama.forms.pemetaan import PemetaanForm, PilihLembarForm
from kerjasama.models import Impor
from kerjasama.permissions import boleh_mengimpor
from kerjasama.queries import impor as queries
from kerjasama.queries import pemetaan
from kerjasama.services import unggah_impor as services

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_http_methods(["GET", "POST"])
def petakan_impor(request: HttpRequest, pk: int) -> HttpResponse:
    """Which sheet, which row of headings, and what each column is; samples beside each."""
    require(boleh_mengimpor(request.user))
    impor = get_object_or_404(Impor, pk=pk)
    if refused(request, queries.boleh_petakan(impor, queries.jumlah_per_status(impor))):
        return redirect(impor)
    pilih = PilihLembarForm(request.POST or request.GET, impor=impor)
    kolom = pemetaan.kolom_tampil(impor, *pilih.pilihan())
    form = PemetaanForm(request.POST or None, kolom=kolom, bawaan=impor.bawaan)
    if request.method == "POST" and form.is_valid() and _petakan(request, impor, pilih, form):
        return redirect(impor)
    konteks = {"impor": impor, "pilih": pilih.tampil(), "form": form}
    konteks["keterangan"] = pemetaan.keterangan(impor, *pilih.pilihan())
    return render(request, "kerjasama/impor/kolom.html", konteks)


def _petakan(
    request: HttpRequest, impor: Impor, pilih: PilihLembarForm, form: PemetaanForm
) -> bool:
    """Ask for the list to be read so; a refusal stands above the form, what was chosen stays."""
    tata = form.tata(*pilih.pilihan())
    try:
        selesai = services.petakan(impor.pk, tata, oleh=request.user)
    except AturanDilanggar as error:
        form.add_error(None, error.alasan)
        return False
    _kabari(request, impor, selesai=selesai)
    return True


def _kabari(request: HttpRequest, impor: Impor, *, selesai: bool) -> None:
    if not selesai:
        kata = "Daftar sedang dibaca; halaman ini boleh ditinggalkan."
        messages.info(request, kata)
        return
    n: dict[str, Any] = queries.jumlah_per_status(impor)
    messages.success(
        request,
        f"{ribuan(sum(n.values()))} baris dibaca: {n['siap']} siap, "
        f"{n['perlu_ditinjau']} perlu ditinjau, {n['duplikat']} duplikat.",
    )


@require_POST
def buka_lembar(request: HttpRequest, pk: int, lembar: int) -> HttpResponse:
    """Bring in another sheet of the same file."""
    require(boleh_mengimpor(request.user))
    impor = get_object_or_404(Impor, pk=pk)
    try:
        lain = services.buka_lembar(pk, lembar, oleh=request.user)
    except AturanDilanggar as error:
        messages.error(request, error.alasan)
        return redirect(impor)
    return redirect(lain)


def kemajuan_impor(request: HttpRequest, pk: int) -> HttpResponse:
    """The fragment that the page asks for while the worker is busy; the page anew afterwards."""
    require(boleh_mengimpor(request.user))
    impor = get_object_or_404(Impor.objects.defer("daftar_lembar"), pk=pk)
    jawaban = render(request, "kerjasama/impor/_kemajuan.html", {"impor": impor})
    if not impor.pekerjaan:
        jawaban["HX-Refresh"] = "true"
    return jawaban
