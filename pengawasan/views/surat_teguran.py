"""The letters of a case: issue, deliver, answer, judge, cancel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from inti.forms import AlasanForm
from inti.views.berkas import serve_berkas
from inti.views.guards import perform, require
from pengawasan.enums import CaraJawab
from pengawasan.forms.teguran import JawabTeguranForm, NilaiForm, SampaiForm, SuratTeguranForm
from pengawasan.models import BerkasJawaban, SuratTeguran
from pengawasan.permissions import (
    boleh_melihat_teguran,
    boleh_mengelola_teguran,
    boleh_menilai_teguran,
    boleh_menjawab_teguran,
)
from pengawasan.services import surat_teguran as services
from pengawasan.views.teguran import milik

if TYPE_CHECKING:
    from django import forms
    from django.http import FileResponse, HttpRequest, HttpResponse

    from pengawasan.models import Teguran


def _lakukan(
    request: HttpRequest,
    teguran: Teguran,
    form: forms.Form,
    service: Any,
    pk: int,
    *,
    success: str,
    **isi: Any,
) -> HttpResponse:
    """Call the service with what was typed, or tell what is wrong with it."""
    if form.is_valid():
        perform(
            request, service, pk, **form.cleaned_data, **isi, oleh=request.user, success=success
        )
    else:
        messages.error(request, next(iter(form.errors.values()))[0])
    return redirect(teguran)


def _surat(teguran: Teguran, pk: int) -> SuratTeguran:
    return get_object_or_404(SuratTeguran, teguran=teguran, pk=pk)


@require_POST
def terbitkan_surat(request: HttpRequest, pk: int) -> HttpResponse:
    """The next letter of the ladder."""
    teguran = milik(request, pk)
    require(boleh_mengelola_teguran(request.user))
    form = SuratTeguranForm(request.POST)
    sukses = "Surat diterbitkan; catat penyampaiannya kepada mitra."
    return _lakukan(request, teguran, form, services.terbitkan, pk, success=sukses)


@require_POST
def sampaikan_surat(request: HttpRequest, pk: int, surat_pk: int) -> HttpResponse:
    """How it reached the mitra."""
    teguran = milik(request, pk)
    require(boleh_mengelola_teguran(request.user))
    surat, form = _surat(teguran, surat_pk), SampaiForm(request.POST)
    sukses = "Penyampaian dicatat; waktu menjawab dihitung sejak tanggal itu."
    return _lakukan(request, teguran, form, services.sampaikan, surat.pk, success=sukses)


@require_POST
def jawab_surat(request: HttpRequest, pk: int, surat_pk: int) -> HttpResponse:
    """The mitra answers; the office records an answer that came on paper."""
    teguran = milik(request, pk)
    require(boleh_menjawab_teguran(request.user, teguran))
    surat, form = _surat(teguran, surat_pk), JawabTeguranForm(request.POST, request.FILES)
    cara = CaraJawab.SURAT if boleh_mengelola_teguran(request.user) else CaraJawab.PORTAL
    sukses = "Jawaban disampaikan dan menunggu dinilai."
    return _lakukan(request, teguran, form, services.jawab, surat.pk, cara=cara, success=sukses)


@require_POST
def nilai_surat(request: HttpRequest, pk: int, surat_pk: int) -> HttpResponse:
    """Accepted, or not enough."""
    teguran = milik(request, pk)
    require(boleh_menilai_teguran(request.user))
    surat, form = _surat(teguran, surat_pk), NilaiForm(request.POST)
    sukses = "Penilaian dicatat dan diberitahukan kepada mitra."
    return _lakukan(request, teguran, form, services.nilai, surat.pk, success=sukses)


@require_POST
def batalkan_surat(request: HttpRequest, pk: int, surat_pk: int) -> HttpResponse:
    """Issued by mistake."""
    teguran = milik(request, pk)
    require(boleh_mengelola_teguran(request.user))
    surat, form = _surat(teguran, surat_pk), AlasanForm(request.POST)
    sukses = "Surat dibatalkan; nomornya tetap terlihat di register."
    return _lakukan(request, teguran, form, services.batalkan, surat.pk, success=sukses)


def unduh_berkas(request: HttpRequest, pk: int, berkas_pk: int) -> FileResponse:
    """A file of an answer."""
    require(boleh_melihat_teguran(request.user))
    teguran = milik(request, pk)
    satu = get_object_or_404(BerkasJawaban, jawaban__surat__teguran=teguran, pk=berkas_pk)
    return serve_berkas(request, satu.berkas, tampilkan=True)
