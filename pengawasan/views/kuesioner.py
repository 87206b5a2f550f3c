"""Versions of the questionnaire."""

from __future__ import annotations

from dataclasses import asdict
from functools import partial
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from inti.forms.bentrok_halaman import BarisSajaForm
from inti.models import JejakAudit
from inti.putusan import BOLEH, AturanDilanggar, Putusan, tolak
from inti.views.bentrok import save_or_compare_page
from inti.views.ekspor import BENTUK, kirim_daftar
from inti.views.guards import perform, refused, require
from pengawasan.domain.kertas_kerja import periksa_kuesioner
from pengawasan.enums import StatusKuesioner
from pengawasan.forms.kuesioner import PertanyaanFormSet, TerbitForm, VersiForm
from pengawasan.models import Kuesioner
from pengawasan.permissions import boleh_melihat_semua, boleh_mengelola_kuesioner
from pengawasan.queries.ekspor import KUESIONER
from pengawasan.services import kuesioner as services

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from django.http.response import HttpResponseBase

PERTANYAAN = "Pertanyaan"
TERBIT = tolak("Kuesioner yang sudah terbit tidak dapat diubah. Buat versi baru.")


@require_http_methods(["GET", "POST"])
def daftar_kuesioner(request: HttpRequest) -> HttpResponseBase:
    """All versions, and the form that begins a new one."""
    require(boleh_melihat_semua(request.user))
    if request.method == "GET" and request.GET.get("format", "") in BENTUK:
        return kirim_daftar(request, "kuesioner", KUESIONER, Kuesioner.objects.all())
    kelola = boleh_mengelola_kuesioner(request.user)
    if request.method == "POST":
        require(kelola)
    form = VersiForm(request.POST or None)
    if form.is_valid():
        try:
            baru = services.buat(versi=form.cleaned_data["versi"], oleh=request.user)
        except AturanDilanggar as error:
            form.add_error("versi", error.alasan)
        else:
            messages.success(request, "Draf dibuat dari kuesioner yang berlaku; silakan ubah.")
            return redirect("pengawasan:kuesioner-ubah", pk=baru.pk)
    kini = Kuesioner.objects.berlaku_pada(timezone.localdate())
    konteks = {"daftar": Kuesioner.objects.all(), "kini": kini, "form": form, "kelola": kelola}
    return render(request, "pengawasan/kuesioner/daftar.html", konteks)


@require_safe
def rincian_kuesioner(request: HttpRequest, pk: int) -> HttpResponse:
    """The questions of one version."""
    require(boleh_melihat_semua(request.user))
    kuesioner = get_object_or_404(Kuesioner, pk=pk)
    konteks = {
        "kuesioner": kuesioner,
        "pertanyaan": kuesioner.daftar(),
        "kelola": boleh_mengelola_kuesioner(request.user),
        "jejak": JejakAudit.objects.tentang(kuesioner)[:20],
    }
    return render(request, "pengawasan/kuesioner/rincian.html", konteks)


@require_http_methods(["GET", "POST"])
def ubah_kuesioner(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the questions of a draft."""
    kuesioner = _kelola(request, pk)
    if refused(request, _terbuka(kuesioner)):
        return redirect(kuesioner)
    form = _halaman(pk, request.POST or None)
    if form.sah():
        daftar, sidik = form.baris[PERTANYAAN].daftar(), form.cleaned_data["sidik"]
        simpan = partial(services.ubah, pk, daftar, sidik=sidik, oleh=request.user)
        page, kabar = partial(_halaman, pk), "Pertanyaan disimpan."
        hasil = save_or_compare_page(request, form, page, simpan, success=kabar)
        if hasil is None:
            return redirect(kuesioner)
        form = hasil
    konteks = {"kuesioner": kuesioner, "form": form, "formset": form.baris[PERTANYAAN]}
    status = 409 if form.bentrok else 200
    return render(request, "pengawasan/kuesioner/form.html", konteks, status=status)


def _halaman(pk: int, data: Any) -> BarisSajaForm:
    kini = get_object_or_404(Kuesioner, pk=pk)
    awal = None if data else [asdict(p) for p in kini.daftar()]
    formset = PertanyaanFormSet(data, prefix="p", initial=awal)
    return BarisSajaForm(data, initial={"sidik": kini.sidik}).sertakan({PERTANYAAN: formset})


@require_http_methods(["GET", "POST"])
def terbitkan_kuesioner(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish a draft with its Keputusan."""
    kuesioner = _kelola(request, pk)
    if refused(request, _terbuka(kuesioner) and periksa_kuesioner(kuesioner.daftar())):
        return redirect(kuesioner)
    form = TerbitForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.terbitkan(pk, **form.cleaned_data, oleh=request.user)
        except AturanDilanggar as error:
            form.add_error(None, error.alasan)
        else:
            messages.success(request, "Kuesioner diterbitkan.")
            return redirect(kuesioner)
    konteks = {"kuesioner": kuesioner, "form": form}
    return render(request, "pengawasan/kuesioner/terbit.html", konteks)


@require_POST
def hapus_kuesioner(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw a draft away."""
    kuesioner = _kelola(request, pk)
    if perform(request, services.hapus, pk, oleh=request.user, success="Draf dihapus."):
        return redirect("pengawasan:kuesioner-daftar")
    return redirect(kuesioner)


def _kelola(request: HttpRequest, pk: int) -> Kuesioner:
    require(boleh_mengelola_kuesioner(request.user))
    return get_object_or_404(Kuesioner, pk=pk)


def _terbuka(kuesioner: Kuesioner) -> Putusan:
    return TERBIT if kuesioner.status == StatusKuesioner.TERBIT else BOLEH
