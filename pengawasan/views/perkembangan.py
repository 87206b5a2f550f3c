"""Work on a follow-up: progress, items, result, dates, owners, opened again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST, require_safe

from inti.forms import AlasanForm
from inti.views.berkas import serve_berkas
from inti.views.guards import require
from pengawasan.forms.perkembangan import (
    HasilForm,
    MintaTenggatForm,
    PerkembanganForm,
    PilihButirForm,
    PutusTenggatForm,
    SerahForm,
)
from pengawasan.forms.tindak_lanjut import TeguranTindakLanjutForm
from pengawasan.models import BerkasPerkembangan, PermintaanTenggat
from pengawasan.permissions import (
    boleh_melaporkan_tindak_lanjut,
    boleh_melihat,
    boleh_mencatat_perkembangan,
    boleh_mengelola_teguran,
    boleh_menutup_tindak_lanjut,
)
from pengawasan.services import perkembangan, teguran, tenggat_tindak_lanjut, tindak_lanjut
from pengawasan.views.tindak_lanjut import TindakLanjutRincianView, milik

if TYPE_CHECKING:
    from django.http import FileResponse, HttpRequest, HttpResponse


@require_POST
def catat_perkembangan(request: HttpRequest, pk: int) -> HttpResponse:
    """What was done so far."""
    butir = milik(request, pk)
    require(boleh_mencatat_perkembangan(request.user, butir))
    form = PerkembanganForm(request.POST, request.FILES, butir=butir, auto_id="maju-%s")
    sukses = "Perkembangan dicatat."
    return TindakLanjutRincianView.submit(
        request, butir, form, _catat, name="perkembangan_form", success=sukses
    )


def _catat(pk: int, *, berkas: Any, kunci: Any, oleh: Any, **data: Any) -> None:
    perkembangan.catat(pk, data, berkas=berkas, kunci=kunci, oleh=oleh)


@require_POST
def pilih_butir(request: HttpRequest, pk: int) -> HttpResponse:
    """The items of the ledger that it is about."""
    butir = milik(request, pk)
    require(boleh_mencatat_perkembangan(request.user, butir))
    form = PilihButirForm(request.POST, butir=butir, auto_id="butir-%s")
    sukses = "Butir yang ditindaklanjuti disimpan."
    return TindakLanjutRincianView.submit(
        request, butir, form, perkembangan.pilih_butir, name="butir_form", success=sukses
    )


@require_POST
def tunjuk_hasil(request: HttpRequest, pk: int) -> HttpResponse:
    """The addendum or the naskah that fulfilled a renewal."""
    butir = milik(request, pk)
    require(boleh_mencatat_perkembangan(request.user, butir))
    form = HasilForm(request.POST, butir=butir, auto_id="hasil-%s")
    sukses = "Hasil dicatat."
    return TindakLanjutRincianView.submit(
        request, butir, form, perkembangan.tunjuk_hasil, name="hasil_form", success=sukses
    )


@require_POST
def buka_teguran(request: HttpRequest, pk: int) -> HttpResponse:
    """The ladders of huruf g against the mitra that were ticked."""
    butir = milik(request, pk)
    require(boleh_mengelola_teguran(request.user))
    form = TeguranTindakLanjutForm(request.POST, butir=butir, auto_id="tegur-%s")
    sukses = "Teguran dibuka; terbitkan SP1 masing-masing."
    return TindakLanjutRincianView.submit(
        request, butir, form, teguran.dari_tindak_lanjut, name="teguran_form", success=sukses
    )


@require_POST
def minta_tenggat(request: HttpRequest, pk: int) -> HttpResponse:
    """The owner asks for more time."""
    butir = milik(request, pk)
    require(boleh_melaporkan_tindak_lanjut(request.user, butir))
    form = MintaTenggatForm(request.POST, auto_id="minta-%s")
    sukses = "Permintaan tenggat menunggu diputuskan Bagian Kerja Sama."
    return TindakLanjutRincianView.submit(
        request, butir, form, tenggat_tindak_lanjut.minta, name="minta_form", success=sukses
    )


@require_POST
def putus_tenggat(request: HttpRequest, pk: int, permintaan_pk: int) -> HttpResponse:
    """Someone else grants or refuses it."""
    butir = milik(request, pk)
    require(boleh_menutup_tindak_lanjut(request.user))
    minta = get_object_or_404(PermintaanTenggat, tindak_lanjut=butir, pk=permintaan_pk)
    form, service = PutusTenggatForm(request.POST, auto_id="putus-%s"), tenggat_tindak_lanjut
    sukses = "Permintaan tenggat diputuskan."
    return TindakLanjutRincianView.submit(
        request, butir, form, service.putuskan, name="putus_form", success=sukses, pk=minta.pk
    )


@require_POST
def serahkan(request: HttpRequest, pk: int) -> HttpResponse:
    """Another unit of the naskah takes over."""
    butir = milik(request, pk)
    require(boleh_menutup_tindak_lanjut(request.user))
    form = SerahForm(request.POST, butir=butir, auto_id="serah-%s")
    sukses = "Tindak lanjut diserahkan."
    return TindakLanjutRincianView.submit(
        request, butir, form, tenggat_tindak_lanjut.serahkan, name="serah_form", success=sukses
    )


@require_POST
def buka_kembali(request: HttpRequest, pk: int) -> HttpResponse:
    """It is not done after all."""
    butir = milik(request, pk)
    require(boleh_menutup_tindak_lanjut(request.user))
    form = AlasanForm(request.POST, auto_id="buka-%s")
    sukses = "Tindak lanjut dibuka kembali."
    return TindakLanjutRincianView.submit(
        request, butir, form, tindak_lanjut.buka_kembali, name="buka_form", success=sukses
    )


@require_safe
def unduh_berkas(request: HttpRequest, pk: int, berkas_pk: int) -> FileResponse:
    """A file of the progress."""
    require(boleh_melihat(request.user))
    butir = milik(request, pk)
    satu = get_object_or_404(BerkasPerkembangan, perkembangan__tindak_lanjut=butir, pk=berkas_pk)
    return serve_berkas(request, satu.berkas, tampilkan=True)
