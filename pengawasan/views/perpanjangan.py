"""Proposing an extension: the evaluasi that goes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from inti.formats import tanggal_indonesia
from inti.putusan import AturanDilanggar
from inti.views.guards import perform, refused, require
from kerjasama.models import Naskah
from pengawasan.domain.perpanjangan import periksa_usul, tanggal_usul
from pengawasan.forms.akan_berakhir import UsulPerpanjanganForm
from pengawasan.permissions import boleh_merencanakan
from pengawasan.queries.jadwal import usul_evaluasi_akhir
from pengawasan.queries.perpanjangan import (
    evaluasi_direncanakan,
    jadwal_evaluasi,
    pengajuan,
    tenggang_pada,
)
from pengawasan.services import perpanjangan as services

if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpRequest, HttpResponse

    from pengawasan.domain.perpanjangan import Pengajuan


@require_http_methods(["GET", "POST"])
def usulkan_perpanjangan(request: HttpRequest, pk: int) -> HttpResponse:
    """Plan the evaluasi akhir, or the combined one of Pasal 8 ayat (4)."""
    naskah = get_object_or_404(Naskah.objects.terlihat_oleh(request.user), pk=pk)
    require(boleh_merencanakan(request.user))
    per = timezone.localdate()
    berlaku, akhir = naskah.masih_berlaku, naskah.tanggal_berakhir
    if refused(request, periksa_usul(berlaku=berlaku, akhir=akhir, per=per, direncanakan=False)):
        return redirect("pengawasan:naskah-rincian", pk)
    jadwal, ajukan = jadwal_evaluasi(naskah), pengajuan(naskah, per=per, baku=tenggang_pada(per))
    form = UsulPerpanjanganForm(
        request.POST or None,
        naskah=naskah,
        berjadwal=jadwal is not None,
        initial=_awal(naskah, ajukan, per),
    )
    if form.is_valid():
        kunci = form.cleaned_data["kunci"]
        try:
            kegiatan = services.usulkan(pk, form.usulan(), oleh=request.user, kunci=kunci)
        except AturanDilanggar as error:
            form.add_error(None, error.alasan)
        else:
            messages.success(request, "Evaluasi direncanakan; terbitkan surat tugasnya.")
            return redirect(kegiatan)
    konteks = {
        "naskah": naskah,
        "pengajuan": ajukan,
        "jadwal": jadwal,
        "evaluasi": evaluasi_direncanakan(naskah),
        "usul": usul_evaluasi_akhir(naskah),
        "form": form,
    }
    return render(request, "pengawasan/perpanjangan/usulkan.html", konteks)


def _awal(naskah: Naskah, ajukan: Pengajuan | None, per: date) -> dict[str, Any]:
    """What is proposed; every field may be changed."""
    if ajukan is None or naskah.tanggal_berakhir is None:
        return {}
    akhir = naskah.tanggal_berakhir
    return {
        "tujuan": "bersama",
        "tanggal_rencana": tanggal_usul(ajukan.batas, akhir=akhir, per=per),
        "alasan": f"Naskah berakhir {tanggal_indonesia(akhir)}.",
        "peminta": "Bagian Kerja Sama",
    }


@require_POST
def gabungkan_perpanjangan(request: HttpRequest, pk: int) -> HttpResponse:
    """The evaluasi that is planned already is held for the extension too."""
    naskah = get_object_or_404(Naskah.objects.terlihat_oleh(request.user), pk=pk)
    require(boleh_merencanakan(request.user))
    evaluasi = evaluasi_direncanakan(naskah)
    if evaluasi is None:
        messages.error(request, "Tidak ada evaluasi yang direncanakan untuk naskah ini.")
        return redirect("pengawasan:perpanjangan-usulkan", pk)
    sukses = "Evaluasi itu kini bersamaan dengan penyusunan perpanjangan."
    perform(request, services.gabungkan, evaluasi.pk, oleh=request.user, success=sukses)
    return redirect(evaluasi)
