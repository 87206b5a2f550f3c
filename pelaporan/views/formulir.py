"""Versions of the mitra's form: list, one version, preview, comparison, publication."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from inti.models import JejakAudit
from inti.putusan import BOLEH, AturanDilanggar, Putusan, tolak
from inti.views.ekspor import BENTUK, kirim_daftar
from inti.views.guards import perform, refused, require
from pelaporan.domain.formulir import ButirKewajiban
from pelaporan.domain.rancangan_formulir import beda, periksa, peringatan
from pelaporan.enums import StatusFormulir
from pelaporan.forms.formulir import (
    BandingFormulirForm,
    TerbitFormulirForm,
    VersiFormulirForm,
)
from pelaporan.forms.laporan_mitra import IsianLaporan
from pelaporan.models import FormulirLaporan
from pelaporan.permissions import (
    boleh_melihat_formulir,
    boleh_menerbitkan_formulir,
    boleh_menyusun_formulir,
)
from pelaporan.queries.ekspor import FORMULIR
from pelaporan.queries.formulir import definisi
from pelaporan.services import formulir as services

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from django.http.response import HttpResponseBase

# What a mitra's own kewajiban would stand for, in the preview.
CONTOH = [
    ButirKewajiban(1, "Contoh butir kewajiban pertama", "100 unit"),
    ButirKewajiban(2, "Contoh butir kewajiban kedua"),
]


@require_http_methods(["GET", "POST"])
def daftar_formulir(request: HttpRequest) -> HttpResponseBase:
    """All versions, and the form that begins a new one."""
    require(boleh_melihat_formulir(request.user))
    if request.method == "GET" and request.GET.get("format", "") in BENTUK:
        return kirim_daftar(request, "formulir_laporan", FORMULIR, FormulirLaporan.objects.all())
    kelola = boleh_menyusun_formulir(request.user)
    if request.method == "POST":
        require(kelola)
    form = VersiFormulirForm(request.POST or None)
    if form.is_valid():
        try:
            baru = services.buat(versi=form.cleaned_data["versi"], oleh=request.user)
        except AturanDilanggar as error:
            form.add_error("versi", error.alasan)
        else:
            messages.success(request, "Draf dibuat dari formulir yang berlaku; silakan ubah.")
            return redirect(baru)
    konteks = {
        "daftar": FormulirLaporan.objects.select_related("diterbitkan_oleh"),
        "kini": FormulirLaporan.objects.berlaku_pada(timezone.localdate()),
        "form": form,
        "kelola": kelola,
    }
    return render(request, "pelaporan/formulir/daftar.html", konteks)


@require_safe
def rincian_formulir(request: HttpRequest, pk: int) -> HttpResponse:
    """The sections and fields of one version."""
    formulir = _terlihat(request, pk)
    draf, bentuk = formulir.status == StatusFormulir.DRAF, definisi(formulir)
    konteks = {
        "formulir": formulir,
        "definisi": bentuk,
        "menyusun": draf and boleh_menyusun_formulir(request.user),
        "menerbitkan": draf and boleh_menerbitkan_formulir(request.user),
        "lengkap": periksa(bentuk),
        "peringatan": peringatan(bentuk),
        "jejak": JejakAudit.objects.tentang(formulir)[:20],
    }
    return render(request, "pelaporan/formulir/rincian.html", konteks)


@require_safe
def pratinjau_formulir(request: HttpRequest, pk: int) -> HttpResponse:
    """The form as a mitra will see it, with sample kewajiban; nothing is stored."""
    formulir = _terlihat(request, pk)
    bentuk = definisi(formulir)
    isi = {
        i.kode: [{"kewajiban": b.kunci, "uraian": b.uraian, "target": b.target} for b in CONTOH]
        for i in bentuk.isian
        if i.per_kewajiban
    }
    konteks = {
        "formulir": formulir,
        "isian": IsianLaporan(bentuk, isi, CONTOH),
        "berkas_isian": [i for i in bentuk.isian if i.jenis == "berkas"],
    }
    return render(request, "pelaporan/formulir/pratinjau.html", konteks)


@require_safe
def banding_formulir(request: HttpRequest, pk: int) -> HttpResponse:
    """What differs from another version: the one before it unless another is chosen."""
    formulir = _terlihat(request, pk)
    lain = FormulirLaporan.objects.exclude(pk=pk)
    form = BandingFormulirForm(request.GET or None, lain=lain)
    dengan = form.cleaned_data["dengan"] if form.is_valid() else None
    if dengan is None:
        sebelum = Q(berlaku_mulai__lt=formulir.berlaku_mulai) if formulir.berlaku_mulai else Q()
        dengan = lain.filter(sebelum, status=StatusFormulir.TERBIT).first()
    perbedaan = beda(definisi(dengan), definisi(formulir)) if dengan else []
    konteks = {"formulir": formulir, "dengan": dengan, "perbedaan": perbedaan, "form": form}
    return render(request, "pelaporan/formulir/banding.html", konteks)


@require_http_methods(["GET", "POST"])
def terbitkan_formulir(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish a draft with its Keputusan."""
    formulir = _terlihat(request, pk)
    require(boleh_menerbitkan_formulir(request.user))
    bentuk = definisi(formulir)
    if refused(request, terbuka(formulir) and periksa(bentuk)):
        return redirect(formulir)
    form = TerbitFormulirForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.terbitkan(pk, **form.cleaned_data, oleh=request.user)
        except AturanDilanggar as error:
            form.add_error(None, error.alasan)
        else:
            messages.success(request, "Formulir diterbitkan.")
            return redirect(formulir)
    konteks = {"formulir": formulir, "form": form, "peringatan": peringatan(bentuk)}
    return render(request, "pelaporan/formulir/terbit.html", konteks)


@require_POST
def hapus_formulir(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw a draft away."""
    formulir = _terlihat(request, pk)
    require(boleh_menyusun_formulir(request.user))
    if perform(request, services.hapus, pk, oleh=request.user, success="Draf dihapus."):
        return redirect("pelaporan:formulir-daftar")
    return redirect(formulir)


def terbuka(formulir: FormulirLaporan) -> Putusan:
    """Whether it can still be changed."""
    return BOLEH if formulir.status == StatusFormulir.DRAF else tolak(services.TERBIT)


def _terlihat(request: HttpRequest, pk: int) -> FormulirLaporan:
    require(boleh_melihat_formulir(request.user))
    return get_object_or_404(FormulirLaporan, pk=pk)
