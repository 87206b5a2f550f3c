"""The letters of a case: issue, deliver, answer, judge, cancel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST, require_safe

from inti.forms import AlasanForm
from inti.views.berkas import serve_berkas
from inti.views.guards import require
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
from pengawasan.views.teguran import TeguranRincianView, milik

if TYPE_CHECKING:
    from django.http import FileResponse, HttpRequest, HttpResponse

    from pengawasan.models import Teguran


def _surat(teguran: Teguran, pk: int) -> SuratTeguran:
    return get_object_or_404(SuratTeguran, teguran=teguran, pk=pk)


@require_POST
def terbitkan_surat(request: HttpRequest, pk: int) -> HttpResponse:
    """The next letter of the ladder."""
    teguran = milik(request, pk)
    require(boleh_mengelola_teguran(request.user))
    form = SuratTeguranForm(request.POST, auto_id="surat-%s")
    sukses = "Surat diterbitkan; catat penyampaiannya kepada mitra."
    return TeguranRincianView.submit(
        request, teguran, form, services.terbitkan, name="surat_form", success=sukses
    )


@require_POST
def sampaikan_surat(request: HttpRequest, pk: int, surat_pk: int) -> HttpResponse:
    """How it reached the mitra."""
    teguran = milik(request, pk)
    require(boleh_mengelola_teguran(request.user))
    surat, form = _surat(teguran, surat_pk), SampaiForm(request.POST, auto_id="sampai-%s")
    sukses = "Penyampaian dicatat; waktu menjawab dihitung sejak tanggal itu."
    service = services.sampaikan
    return TeguranRincianView.submit(
        request, teguran, form, service, name="sampai_form", success=sukses, pk=surat.pk
    )


@require_POST
def jawab_surat(request: HttpRequest, pk: int, surat_pk: int) -> HttpResponse:
    """The mitra answers; the office records an answer that came on paper."""
    teguran = milik(request, pk)
    require(boleh_menjawab_teguran(request.user, teguran))
    surat = _surat(teguran, surat_pk)
    form = JawabTeguranForm(request.POST, request.FILES, auto_id="jawab-%s")
    cara = CaraJawab.SURAT if boleh_mengelola_teguran(request.user) else CaraJawab.PORTAL
    sukses, service = "Jawaban disampaikan dan menunggu dinilai.", services.jawab
    return TeguranRincianView.submit(
        request, teguran, form, service, name="jawab_form", success=sukses, pk=surat.pk, cara=cara
    )


@require_POST
def nilai_surat(request: HttpRequest, pk: int, surat_pk: int) -> HttpResponse:
    """Accepted, or not enough."""
    teguran = milik(request, pk)
    require(boleh_menilai_teguran(request.user))
    surat, form = _surat(teguran, surat_pk), NilaiForm(request.POST, auto_id="nilai-%s")
    sukses = "Penilaian dicatat dan diberitahukan kepada mitra."
    return TeguranRincianView.submit(
        request, teguran, form, services.nilai, name="nilai_form", success=sukses, pk=surat.pk
    )


@require_POST
def batalkan_surat(request: HttpRequest, pk: int, surat_pk: int) -> HttpResponse:
    """Issued by mistake."""
    teguran = milik(request, pk)
    require(boleh_mengelola_teguran(request.user))
    surat, form = _surat(teguran, surat_pk), AlasanForm(request.POST, auto_id="batal-%s")
    sukses = "Surat dibatalkan; nomornya tetap terlihat di register."
    service = services.batalkan
    return TeguranRincianView.submit(
        request, teguran, form, service, name="batal_form", success=sukses, pk=surat.pk
    )


@require_safe
def unduh_berkas(request: HttpRequest, pk: int, berkas_pk: int) -> FileResponse:
    """A file of an answer."""
    require(boleh_melihat_teguran(request.user))
    teguran = milik(request, pk)
    satu = get_object_or_404(BerkasJawaban, jawaban__surat__teguran=teguran, pk=berkas_pk)
    return serve_berkas(request, satu.berkas, tampilkan=True)
