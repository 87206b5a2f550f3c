"""Names over time of partners and units."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from inti.putusan import AturanDilanggar
from inti.views.guards import require
from kerjasama.forms.nama import GantiNamaForm, NamaLamaForm
from kerjasama.models import Mitra, PerangkatDaerah
from kerjasama.permissions import boleh_mengelola_mitra, boleh_mengelola_rujukan
from kerjasama.services import nama as services

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

PANJANG = {
    Mitra: Mitra._meta.get_field("nama").max_length,
    PerangkatDaerah: PerangkatDaerah._meta.get_field("nama").max_length,
}


def _mitra(request: HttpRequest, pk: int) -> Mitra:
    mitra = get_object_or_404(Mitra.objects.terlihat_oleh(request.user).aktif(), pk=pk)
    require(boleh_mengelola_mitra(request.user))
    return mitra


def _unit(request: HttpRequest, pk: int) -> PerangkatDaerah:
    unit = get_object_or_404(PerangkatDaerah.objects.terlihat_oleh(request.user), pk=pk)
    require(boleh_mengelola_rujukan(request.user))
    return unit


def _ganti(request: HttpRequest, objek: Mitra | PerangkatDaerah) -> HttpResponse:
    form = GantiNamaForm(request.POST or None, panjang=PANJANG[type(objek)])
    return _simpan(
        request, objek, form, services.ganti_nama,
        judul="Ganti nama",
        sukses="Nama baru dicatat; dokumen sebelum hari itu tetap memakai nama lama.",
        petunjuk="Untuk nama yang memang berganti. Salah eja dibetulkan lewat Ubah.",
    )  # fmt: skip


def _lama(request: HttpRequest, objek: Mitra | PerangkatDaerah) -> HttpResponse:
    form = NamaLamaForm(request.POST or None, panjang=PANJANG[type(objek)])
    return _simpan(
        request, objek, form, services.catat_nama_lama,
        judul="Catat nama lama", sukses="Nama lama dicatat.",
        petunjuk="Nama sebelum yang tercatat paling awal. Dipakai untuk mencari, mengimpor, dan "
        "mencetak dokumen bertanggal saat nama itu berlaku.",
    )  # fmt: skip


def _simpan(
    request: HttpRequest,
    objek: Mitra | PerangkatDaerah,
    form: GantiNamaForm | NamaLamaForm,
    service: Any,
    **teks: str,
) -> HttpResponse:
    """Show the form; save through the service; say what was refused beside the form."""
    if request.method == "POST" and form.is_valid():
        try:
            service(type(objek), objek.pk, **form.cleaned_data, oleh=request.user)
        except AturanDilanggar as error:
            form.add_error(None, error.alasan)
        else:
            messages.success(request, teks["sukses"])
            return redirect(objek)
    konteks = {"form": form, "objek": objek, "nama": objek.riwayat_nama.all(), **teks}
    return render(request, "kerjasama/nama/form.html", konteks)


@require_http_methods(["GET", "POST"])
def ganti_nama_mitra(request: HttpRequest, pk: int) -> HttpResponse:
    """A partner is renamed."""
    return _ganti(request, _mitra(request, pk))


@require_http_methods(["GET", "POST"])
def nama_lama_mitra(request: HttpRequest, pk: int) -> HttpResponse:
    """What a partner was called before the register."""
    return _lama(request, _mitra(request, pk))


@require_http_methods(["GET", "POST"])
def ganti_nama_perangkat_daerah(request: HttpRequest, pk: int) -> HttpResponse:
    """A unit is renamed."""
    return _ganti(request, _unit(request, pk))


@require_http_methods(["GET", "POST"])
def nama_lama_perangkat_daerah(request: HttpRequest, pk: int) -> HttpResponse:
    """What a unit was called before the register."""
    return _lama(request, _unit(request, pk))
