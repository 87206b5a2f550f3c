"""The editor of a draft of the mitra's form: one section, the columns of one table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from inti.forms.bentrok import SidikForm
from inti.views.guards import perform, refused, require
from pelaporan.domain.formulir import Bagian
from pelaporan.domain.rancangan_formulir import semua_kode
from pelaporan.enums import JenisIsian
from pelaporan.forms.formulir import (
    BagianForm,
    IsianFormSet,
    KolomFormSet,
    awal,
    bagian,
)
from pelaporan.models import FormulirLaporan
from pelaporan.permissions import boleh_menyusun_formulir
from pelaporan.queries.formulir import definisi
from pelaporan.services import formulir as services
from pelaporan.views.formulir import terbuka

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse


@require_http_methods(["GET", "POST"])
def tambah_bagian(request: HttpRequest, pk: int) -> HttpResponse:
    """A new section at the end."""
    return _sunting_bagian(request, _draf(request, pk), None)


@require_http_methods(["GET", "POST"])
def ubah_bagian(request: HttpRequest, pk: int, nomor: int) -> HttpResponse:
    """One section: its heading and its fields."""
    return _sunting_bagian(request, _draf(request, pk), nomor)


def _sunting_bagian(
    request: HttpRequest, formulir: FormulirLaporan, nomor: int | None
) -> HttpResponse:
    semua = definisi(formulir)
    if nomor is not None and nomor >= len(semua.bagian):
        raise Http404
    lama = Bagian("", ()) if nomor is None else semua.bagian[nomor]
    if refused(request, terbuka(formulir)):
        return redirect(formulir)
    isi = {"judul": lama.judul, "bantuan": lama.bantuan, "sidik": formulir.sidik}
    form = BagianForm(request.POST or None, initial=isi)
    formset = IsianFormSet(request.POST or None, prefix="isian", initial=awal(lama.isian))
    if request.method == "POST" and form.is_valid() and formset.is_valid():
        lain = semua_kode(semua) - {i.kode for i in lama.isian}
        baru = bagian(form, formset.daftar(lama.isian, lain))
        sidik, simpan = form.cleaned_data["sidik"], services.simpan_bagian
        kabar = "Bagian disimpan."
        if perform(
            request, simpan, formulir.pk, nomor, baru, sidik=sidik, oleh=request.user, success=kabar
        ):
            return redirect(formulir)
    konteks = {"formulir": formulir, "form": form, "formset": formset, "judul": lama.judul}
    return render(request, "pelaporan/formulir/bagian.html", konteks)


@require_http_methods(["GET", "POST"])
def ubah_kolom(request: HttpRequest, pk: int, kode: str) -> HttpResponse:
    """The columns of one table."""
    formulir = _draf(request, pk)
    tabel = next(
        (i for i in definisi(formulir).isian if i.kode == kode and i.jenis == JenisIsian.TABEL),
        None,
    )
    if tabel is None:
        raise Http404
    if refused(request, terbuka(formulir)):
        return redirect(formulir)
    form = SidikForm(request.POST or None, initial={"sidik": formulir.sidik})
    formset = KolomFormSet(request.POST or None, prefix="kolom", initial=awal(tabel.kolom))
    if request.method == "POST" and form.is_valid() and formset.is_valid():
        kolom, sidik = formset.daftar(tabel.kolom, ()), form.cleaned_data["sidik"]
        simpan = services.simpan_kolom
        kabar = "Kolom disimpan."
        if perform(request, simpan, pk, kode, kolom, sidik=sidik, oleh=request.user, success=kabar):
            return redirect(formulir)
    konteks = {"formulir": formulir, "form": form, "formset": formset, "tabel": tabel}
    return render(request, "pelaporan/formulir/kolom.html", konteks)


@require_POST
def hapus_bagian(request: HttpRequest, pk: int, nomor: int) -> HttpResponse:
    """Take a section out."""
    return _geser(request, pk, nomor, services.hapus_bagian, "Bagian dihapus.")


@require_POST
def naikkan_bagian(request: HttpRequest, pk: int, nomor: int) -> HttpResponse:
    """Move a section up."""
    return _geser(request, pk, nomor, services.naikkan_bagian, "Bagian dinaikkan.")


def _geser(
    request: HttpRequest, pk: int, nomor: int, service: Callable[..., object], sukses: str
) -> HttpResponse:
    formulir = _draf(request, pk)
    form = SidikForm(request.POST)
    form.is_valid()
    sidik = form.cleaned_data.get("sidik", "")
    perform(request, service, pk, nomor, sidik=sidik, oleh=request.user, success=sukses)
    return redirect(formulir)


def _draf(request: HttpRequest, pk: int) -> FormulirLaporan:
    require(boleh_menyusun_formulir(request.user))
    return get_object_or_404(FormulirLaporan, pk=pk)
