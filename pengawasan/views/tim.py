"""The page of the team: who holds which seat on a day, and keeping that up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from inti.formats import tanggal_indonesia
from inti.models import Jabatan, JejakAudit, PemangkuJabatan
from inti.putusan import AturanDilanggar
from inti.services.kolom import KolomBerubah
from inti.views.ekspor import BENTUK, kirim_daftar
from inti.views.guards import require
from pengawasan.forms.pemangku import AkhiriForm, AngkatForm, PadaForm, PerbaikiForm
from pengawasan.permissions import (
    boleh_melihat_semua,
    boleh_melihat_tim,
    boleh_mengelola_jabatan,
)
from pengawasan.queries import pemangku as queries
from pengawasan.queries.ekspor import SUSUNAN_TIM
from pengawasan.services import pemangku as services

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse
    from django.http.response import HttpResponseBase


@require_safe
def rincian_tim(request: HttpRequest) -> HttpResponseBase:
    """The fixed seats in the order of the article and the others that sign, on a chosen day."""
    require(boleh_melihat_tim(request.user))
    form = PadaForm(request.GET or {"pada": timezone.localdate().isoformat()})
    pada = form.cleaned_data["pada"] if form.is_valid() else timezone.localdate()
    susunan = queries.susunan(pada)
    if request.GET.get("format", "") in BENTUK:
        saringan = [f"Pada: {tanggal_indonesia(pada)}"]
        baris = queries.baris_susunan(susunan)
        return kirim_daftar(request, "tim_pengawasan", SUSUNAN_TIM, baris, saringan=saringan)
    konteks = {
        "form": form,
        "pada": pada,
        "susunan": susunan,
        "kelola": boleh_mengelola_jabatan(request.user),
        "lihat_semua": boleh_melihat_semua(request.user),
    }
    return render(request, "pengawasan/tim/rincian.html", konteks)


@require_safe
def rincian_kursi(request: HttpRequest, pk: int) -> HttpResponse:
    """Who held one seat, and the trail of its changes."""
    require(boleh_melihat_tim(request.user))
    jabatan = _jabatan(pk)
    konteks = {
        "jabatan": jabatan,
        "riwayat": queries.riwayat(jabatan),
        "hari_ini": timezone.localdate(),
        "kelola": boleh_mengelola_jabatan(request.user),
        "jejak": JejakAudit.objects.tentang(jabatan)[:30],
    }
    return render(request, "pengawasan/tim/kursi.html", konteks)


@require_http_methods(["GET", "POST"])
def angkat_pemangku(request: HttpRequest, pk: int) -> HttpResponse:
    """Appoint somebody to a seat."""
    require(boleh_mengelola_jabatan(request.user))
    jabatan = _jabatan(pk)
    form = AngkatForm(request.POST or None, orang=queries.dapat_diangkat())

    def simpan() -> str:
        kunci = form.cleaned_data["kunci"]
        baru = services.angkat(pk, form.data_pemangku(), oleh=request.user, kunci=kunci)
        return f"{baru.pengguna} tercatat sebagai {baru.sebutan}."

    return _isi(request, form, jabatan, simpan, judul="Angkat pemangku", tombol="Angkat")


@require_http_methods(["GET", "POST"])
def perbaiki_pemangku(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct a period that was entered wrongly."""
    require(boleh_mengelola_jabatan(request.user))
    pemangku = _pemangku(pk)
    form = PerbaikiForm(request.POST or None, pemangku=pemangku, orang=queries.dapat_diangkat())

    def simpan() -> str:
        alasan = form.cleaned_data["alasan"]
        services.perbaiki(
            pk, form.data_pemangku(), alasan=alasan, oleh=request.user, asal=form.asal_halaman()
        )
        return "Masa jabatan diperbaiki; isi semula tetap pada riwayat."

    konteks = {"judul": "Perbaiki masa jabatan", "tombol": "Simpan perbaikan"}
    return _isi(request, form, pemangku.jabatan, simpan, pemangku=pemangku, **konteks)


@require_http_methods(["GET", "POST"])
def akhiri_pemangku(request: HttpRequest, pk: int) -> HttpResponse:
    """The last day of a holder."""
    require(boleh_mengelola_jabatan(request.user))
    pemangku = _pemangku(pk)
    form = AkhiriForm(request.POST or None)

    def simpan() -> str:
        services.akhiri(pk, sampai=form.cleaned_data["sampai"], oleh=request.user)
        return f"Masa jabatan {pemangku.pengguna} diakhiri."

    konteks = {"judul": "Akhiri masa jabatan", "tombol": "Akhiri masa jabatan"}
    return _isi(request, form, pemangku.jabatan, simpan, pemangku=pemangku, **konteks)


def _isi(
    request: HttpRequest,
    form: Any,
    jabatan: Jabatan,
    simpan: Callable[[], str],
    **konteks: Any,
) -> HttpResponse:
    """Show the form; save it; what the rules refuse is said beside what was typed."""
    if form.is_valid():
        try:
            sukses = simpan()
        except KolomBerubah as error:
            form.hadapkan(_pemangku(konteks["pemangku"].pk), error.alasan)
        except AturanDilanggar as error:
            form.add_error(None, error.alasan)
        else:
            messages.success(request, sukses)
            return redirect("pengawasan:kursi-rincian", jabatan.pk)
    konteks |= {"form": form, "jabatan": jabatan}
    status = 409 if getattr(form, "bentrok", None) else 200
    return render(request, "pengawasan/tim/form.html", konteks, status=status)


def _jabatan(pk: int) -> Jabatan:
    return get_object_or_404(Jabatan, pk=pk, tunggal=True)


def _pemangku(pk: int) -> PemangkuJabatan:
    semua = PemangkuJabatan.objects.select_related("jabatan", "pengguna")
    return get_object_or_404(semua, pk=pk, jabatan__tunggal=True)
