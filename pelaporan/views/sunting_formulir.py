"""The editor of a draft of the mitra's form: one section, the columns of one table."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from inti.forms.bentrok import SidikForm
from inti.forms.bentrok_halaman import BarisSajaForm
from inti.views.bentrok import save_or_compare_page
from inti.views.guards import perform, refused, require
from pelaporan.domain.formulir import Bagian
from pelaporan.domain.rancangan_formulir import letak_bagian, semua_kode
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

    from pelaporan.domain.formulir import Definisi, Isian

ISIAN, KOLOM = "Isian", "Kolom"


@require_http_methods(["GET", "POST"])
def tambah_bagian(request: HttpRequest, pk: int) -> HttpResponse:
    """A new section at the end."""
    return _sunting_bagian(request, pk, None)


@require_http_methods(["GET", "POST"])
def ubah_bagian(request: HttpRequest, pk: int, nomor: int) -> HttpResponse:
    """One section: its heading and its fields."""
    return _sunting_bagian(request, pk, nomor)


def _sunting_bagian(request: HttpRequest, pk: int, nomor: int | None) -> HttpResponse:
    formulir = _draf(request, pk)
    semua = definisi(formulir)
    lama = _bagian(semua, nomor)
    if lama is None and request.method == "GET":
        raise Http404
    if refused(request, terbuka(formulir)):
        return redirect(formulir)
    form = _halaman_bagian(request, pk, nomor, request.POST or None)
    letak = nomor
    if form.sah():
        isian, dulu = form.baris[ISIAN], lama.isian if lama else ()
        lain = semua_kode(semua) - {i.kode for i in dulu}
        baru, sidik = bagian(form, isian.daftar(dulu, lain)), form.cleaned_data["sidik"]
        simpan = partial(services.simpan_bagian, pk, nomor, baru, sidik=sidik, oleh=request.user)
        letak = None if nomor is None else letak_bagian(semua, nomor, isian.kode())
        hasil = save_or_compare_page(
            request,
            form,
            partial(_halaman_bagian, request, pk, letak),
            simpan,
            success="Bagian disimpan.",
            gone=letak is None,
        )
        if hasil is None:
            return redirect(formulir)
        form = hasil
    konteks = {
        "formulir": formulir,
        "form": form,
        "formset": form.baris[ISIAN],
        "judul": lama.judul if lama else form["judul"].value(),
        "alamat": _alamat_bagian(pk, letak),
    }
    status = 409 if form.bentrok else 200
    return render(request, "pelaporan/formulir/bagian.html", konteks, status=status)


def _bagian(semua: Definisi, nomor: int | None) -> Bagian | None:
    """The section; an empty one where it is new, None where there is none."""
    if nomor is None:
        return Bagian("", ())
    return semua.bagian[nomor] if nomor < len(semua.bagian) else None


def _halaman_bagian(request: HttpRequest, pk: int, nomor: int | None, data: Any) -> BagianForm:
    formulir = _draf(request, pk)
    ada = _bagian(definisi(formulir), nomor) or Bagian("", ())
    isi = {"judul": ada.judul, "bantuan": ada.bantuan, "sidik": formulir.sidik}
    formset = IsianFormSet(data, prefix="isian", initial=None if data else awal(ada.isian))
    return BagianForm(data, initial=isi).sertakan({ISIAN: formset})


def _alamat_bagian(pk: int, nomor: int | None) -> str:
    """Where it is saved: a section that somebody took out meanwhile is saved as a new one."""
    if nomor is None:
        return reverse("pelaporan:formulir-bagian-tambah", args=[pk])
    return reverse("pelaporan:formulir-bagian-ubah", args=[pk, nomor])


@require_http_methods(["GET", "POST"])
def ubah_kolom(request: HttpRequest, pk: int, kode: str) -> HttpResponse:
    """The columns of one table."""
    formulir = _draf(request, pk)
    tabel = _tabel(formulir, kode)
    if tabel is None and request.method == "GET":
        raise Http404
    if refused(request, terbuka(formulir)):
        return redirect(formulir)
    page = partial(_halaman_kolom, request, pk, kode)
    form = page(request.POST or None)
    if form.sah():
        kolom = form.baris[KOLOM].daftar(tabel.kolom if tabel else (), ())
        sidik = form.cleaned_data["sidik"]
        simpan = partial(services.simpan_kolom, pk, kode, kolom, sidik=sidik, oleh=request.user)
        kabar = "Kolom disimpan."
        hasil = save_or_compare_page(request, form, page, simpan, success=kabar, gone=tabel is None)
        if hasil is None:
            return redirect(formulir)
        form = hasil
    konteks = {"formulir": formulir, "form": form, "formset": form.baris[KOLOM]}
    konteks |= {
        "judul": tabel.label if tabel else kode,
        "per_kewajiban": bool(tabel and tabel.per_kewajiban),
    }
    status = 409 if form.bentrok else 200
    return render(request, "pelaporan/formulir/kolom.html", konteks, status=status)


def _tabel(formulir: FormulirLaporan, kode: str) -> Isian | None:
    semua = definisi(formulir).isian
    return next((i for i in semua if i.kode == kode and i.jenis == JenisIsian.TABEL), None)


def _halaman_kolom(request: HttpRequest, pk: int, kode: str, data: Any) -> BarisSajaForm:
    formulir = _draf(request, pk)
    tabel = _tabel(formulir, kode)
    ada = None if data else awal(tabel.kolom if tabel else ())
    formset = KolomFormSet(data, prefix="kolom", initial=ada)
    return BarisSajaForm(data, initial={"sidik": formulir.sidik}).sertakan({KOLOM: formset})


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
