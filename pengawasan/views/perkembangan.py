"""Work on a follow-up: progress, items, result, dates, owners, opened again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from inti.forms import AlasanForm
from inti.views.berkas import serve_berkas
from inti.views.guards import perform, require
from pengawasan.forms.perkembangan import (
    HasilForm,
    MintaTenggatForm,
    PerkembanganForm,
    PilihButirForm,
    PutusTenggatForm,
    SerahForm,
)
from pengawasan.models import BerkasPerkembangan, PermintaanTenggat, TindakLanjut
from pengawasan.permissions import (
    boleh_melaporkan_tindak_lanjut,
    boleh_melihat,
    boleh_mencatat_perkembangan,
    boleh_menutup_tindak_lanjut,
)
from pengawasan.services import perkembangan, tenggat_tindak_lanjut, tindak_lanjut

if TYPE_CHECKING:
    from django import forms
    from django.http import FileResponse, HttpRequest, HttpResponse


def _milik(request: HttpRequest, pk: int) -> TindakLanjut:
    return get_object_or_404(TindakLanjut.objects.terlihat_oleh(request.user), pk=pk)


def _lakukan(
    request: HttpRequest,
    butir: TindakLanjut,
    form: forms.Form,
    service: Any,
    *isi: str,
    **lain: Any,
) -> HttpResponse:
    """Call `service` with these fields of the form, or tell what is wrong with it."""
    sukses = lain.pop("sukses")
    pk = lain.pop("pk", butir.pk)
    if form.is_valid():
        data = {n: form.cleaned_data[n] for n in isi}
        perform(request, service, pk, **data, **lain, oleh=request.user, success=sukses)
    else:
        messages.error(request, next(iter(form.errors.values()))[0])
    return redirect(butir)


@require_POST
def catat_perkembangan(request: HttpRequest, pk: int) -> HttpResponse:
    """What was done so far."""
    butir = _milik(request, pk)
    require(boleh_mencatat_perkembangan(request.user, butir))
    form = PerkembanganForm(request.POST, request.FILES, butir=butir)
    if form.is_valid():
        perform(
            request,
            perkembangan.catat,
            pk,
            form.isian(),
            berkas=form.cleaned_data["berkas"],
            kunci=form.cleaned_data["kunci"],
            oleh=request.user,
            success="Perkembangan dicatat.",
        )
    else:
        messages.error(request, next(iter(form.errors.values()))[0])
    return redirect(butir)


@require_POST
def pilih_butir(request: HttpRequest, pk: int) -> HttpResponse:
    """The items of the ledger that it is about."""
    butir = _milik(request, pk)
    require(boleh_mencatat_perkembangan(request.user, butir))
    form = PilihButirForm(request.POST, butir=butir)
    sukses = "Butir yang ditindaklanjuti disimpan."
    return _lakukan(request, butir, form, perkembangan.pilih_butir, "butir", sukses=sukses)


@require_POST
def tunjuk_hasil(request: HttpRequest, pk: int) -> HttpResponse:
    """The addendum or the naskah that fulfilled a renewal."""
    butir = _milik(request, pk)
    require(boleh_mencatat_perkembangan(request.user, butir))
    form, service = HasilForm(request.POST, butir=butir), perkembangan.tunjuk_hasil
    return _lakukan(request, butir, form, service, "addendum", "pengganti", sukses="Hasil dicatat.")


@require_POST
def minta_tenggat(request: HttpRequest, pk: int) -> HttpResponse:
    """The owner asks for more time."""
    butir = _milik(request, pk)
    require(boleh_melaporkan_tindak_lanjut(request.user, butir))
    form, service = MintaTenggatForm(request.POST), tenggat_tindak_lanjut.minta
    sukses = "Permintaan tenggat menunggu diputuskan Bagian Kerja Sama."
    return _lakukan(request, butir, form, service, "tenggat", "alasan", "kunci", sukses=sukses)


@require_POST
def putus_tenggat(request: HttpRequest, pk: int, permintaan_pk: int) -> HttpResponse:
    """Someone else grants or refuses it."""
    butir = _milik(request, pk)
    require(boleh_menutup_tindak_lanjut(request.user))
    minta = get_object_or_404(PermintaanTenggat, tindak_lanjut=butir, pk=permintaan_pk)
    form, service = PutusTenggatForm(request.POST), tenggat_tindak_lanjut.putuskan
    sukses = "Permintaan tenggat diputuskan."
    return _lakukan(request, butir, form, service, "setuju", "catatan", sukses=sukses, pk=minta.pk)


@require_POST
def serahkan(request: HttpRequest, pk: int) -> HttpResponse:
    """Another unit of the naskah takes over."""
    butir = _milik(request, pk)
    require(boleh_menutup_tindak_lanjut(request.user))
    form, service = SerahForm(request.POST, butir=butir), tenggat_tindak_lanjut.serahkan
    return _lakukan(
        request, butir, form, service, "ke", "alasan", sukses="Tindak lanjut diserahkan."
    )


@require_POST
def buka_kembali(request: HttpRequest, pk: int) -> HttpResponse:
    """It is not done after all."""
    butir = _milik(request, pk)
    require(boleh_menutup_tindak_lanjut(request.user))
    form, service = AlasanForm(request.POST), tindak_lanjut.buka_kembali
    return _lakukan(request, butir, form, service, "alasan", sukses="Tindak lanjut dibuka kembali.")


def unduh_berkas(request: HttpRequest, pk: int, berkas_pk: int) -> FileResponse:
    """A file of the progress."""
    require(boleh_melihat(request.user))
    butir = _milik(request, pk)
    satu = get_object_or_404(BerkasPerkembangan, perkembangan__tindak_lanjut=butir, pk=berkas_pk)
    return serve_berkas(request, satu.berkas, tampilkan=True)
