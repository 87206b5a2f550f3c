"""Addenda: record one, read the naskah as of any version, take the last one back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from inti.forms import AlasanForm
from inti.putusan import AturanDilanggar
from inti.views.berkas import serve_berkas
from inti.views.guards import refused, require
from kerjasama.domain.addendum import AKHIR, periksa_status, peringatan
from kerjasama.enums import AksiNaskah, StatusNaskah
from kerjasama.forms.addendum import AddendumForm, BerkasAddendumForm
from kerjasama.forms.baris_addendum import KeterlibatanAddendumFormSet, PihakAddendumFormSet
from kerjasama.forms.butir_addendum import ButirAddendumFormSet
from kerjasama.models import Addendum, Naskah
from kerjasama.permissions import boleh_melihat_naskah, boleh_menjalankan
from kerjasama.queries.addendum import BarisBeda, baris_beda, baris_versi
from kerjasama.queries.versi import beda_baris, beda_butir, potret_versi
from kerjasama.services import addendum as services
from kerjasama.services.addendum import RancanganBerubah
from kerjasama.services.rancangan_addendum import rancang

if TYPE_CHECKING:
    from django.http import FileResponse, HttpRequest, HttpResponse

    from kerjasama.forms.baris_addendum import BarisAddendumFormSet


def _naskah(request: HttpRequest, pk: int) -> Naskah:
    return get_object_or_404(Naskah.objects.terlihat_oleh(request.user), pk=pk)


def _beda(addendum: Addendum, request: HttpRequest) -> list[BarisBeda]:
    """Old and new of the columns, of the parties and units, then of the items."""
    return baris_beda(addendum) + beda_baris(addendum) + beda_butir(addendum, request.user)


def _peringatan(naskah: Naskah, addendum: Addendum) -> list[str]:
    return peringatan(
        naskah.jenis,
        naskah.jenis_kerja_sama,
        addendum.perubahan,
        ttd=naskah.tanggal_ttd,
        tanggal=addendum.tanggal_ttd,
        per=timezone.localdate(),
    )


@require_http_methods(["GET", "POST"])
def tambah_addendum(request: HttpRequest, pk: int) -> HttpResponse:
    """Record what the parties changed: first what it would change is shown, then it is written."""
    naskah = _naskah(request, pk)
    require(boleh_menjalankan(request.user, AksiNaskah.UBAH_MASA))
    if refused(request, periksa_status(StatusNaskah(naskah.status))):
        return redirect(naskah)
    terakhir = naskah.addendum.berlaku().last()
    form = AddendumForm(
        request.POST or None, request.FILES or None, naskah=naskah, terakhir=terakhir
    )
    # All of it is asked, so that all that is wrong is shown at once.
    sah = request.method == "POST" and form.is_valid()
    formset = _formset(request, naskah, form if sah else None)
    rancangan = None
    if all([f.is_valid() for f in formset.values()]) and sah:  # noqa: C419 - see above
        try:
            if form.cleaned_data["sidik"]:
                return _catat(request, pk, form, formset)
            rancangan = rancang(
                naskah, form.data_addendum(), perubahan=form.perubahan(), baris=_baris(formset)
            )
        except RancanganBerubah as error:
            form.add_error(None, error.alasan)
            rancangan = error.rancangan
        except AturanDilanggar as error:
            form.add_error(None, error.alasan)
    konteks = {
        "form": form,
        "formset": formset,
        "naskah": naskah,
        "ke": terakhir.ke + 1 if terakhir else 1,
        "rancangan": rancangan,
        "beda": _beda(rancangan.addendum, request) if rancangan else [],
        "peringatan": _peringatan(naskah, rancangan.addendum) if rancangan else [],
    }
    return render(request, "kerjasama/addendum/form.html", konteks)


def _formset(
    request: HttpRequest, naskah: Naskah, form: AddendumForm | None
) -> dict[str, BarisAddendumFormSet]:
    """The rows of each kind; items follow the term and the parties that the addendum gives."""
    data = request.POST if request.method == "POST" else None
    akhir = form.perubahan().get(AKHIR, naskah.hari_terakhir) if form else naskah.hari_terakhir
    pihak = PihakAddendumFormSet(data, naskah=naskah)
    return {
        "pihak": pihak,
        "perangkat_daerah": KeterlibatanAddendumFormSet(data, naskah=naskah),
        "butir": ButirAddendumFormSet(data, naskah=naskah, akhir=akhir, pihak=pihak.semua()),
    }


def _catat(
    request: HttpRequest, pk: int, form: AddendumForm, formset: dict[str, BarisAddendumFormSet]
) -> HttpResponse:
    """Write what was seen."""
    addendum = services.catat(
        pk, form.data_addendum(), perubahan=form.perubahan(), baris=_baris(formset),
        diperiksa=form.cleaned_data["berkas"], oleh=request.user,
        kunci=form.cleaned_data["kunci"], sidik=form.cleaned_data["sidik"],
    )  # fmt: skip
    messages.success(request, f"{addendum} dicatat; jadwal pengawasan disusun ulang.")
    for kalimat in _peringatan(addendum.naskah, addendum):
        messages.warning(request, kalimat)
    return redirect(addendum)


def _baris(formset: dict[str, BarisAddendumFormSet]) -> dict[str, list[dict[str, Any]]]:
    return {jenis: satu.perubahan() for jenis, satu in formset.items()}


@require_safe
def lihat_versi(request: HttpRequest, pk: int, versi: int) -> HttpResponse:
    """The naskah as of a version, and what the addendum that made it changed."""
    require(boleh_melihat_naskah(request.user))
    naskah = _naskah(request, pk)
    rantai = list(naskah.addendum.berlaku().select_related("berkas", "dicatat_oleh"))
    if not 1 <= versi <= len(rantai) + 1:
        raise Http404
    addendum = rantai[versi - 2] if versi > 1 else None
    potret, sezaman = potret_versi(naskah, rantai, versi, request.user)
    konteks = {
        "naskah": naskah,
        "versi": versi,
        "semua": range(1, len(rantai) + 2),
        "terkini": versi == len(rantai) + 1,
        "addendum": addendum,
        "beda": _beda(addendum, request) if addendum else [],
        "potret": potret,
        "sezaman": sezaman,
        "peringatan": _peringatan(naskah, addendum) if addendum else [],
        "baris": baris_versi(naskah, rantai, versi),
        "kelola": boleh_menjalankan(request.user, AksiNaskah.UBAH_MASA),
    }
    return render(request, "kerjasama/addendum/versi.html", konteks)


@require_safe
def lihat_addendum(request: HttpRequest, pk: int, addendum_pk: int) -> HttpResponse:
    """One addendum with old and new, whether it still stands or was taken back."""
    require(boleh_melihat_naskah(request.user))
    semua = Addendum.objects.select_related("berkas", "dicatat_oleh", "dibatalkan_oleh")
    addendum = get_object_or_404(semua, naskah=_naskah(request, pk), pk=addendum_pk)
    konteks = {"naskah": addendum.naskah, "addendum": addendum, "beda": _beda(addendum, request)}
    return render(request, "kerjasama/addendum/rincian.html", konteks)


@require_http_methods(["GET", "POST"])
def lengkapi_addendum(request: HttpRequest, pk: int, addendum_pk: int) -> HttpResponse:
    """Add the signed file of an addendum that was recorded without it."""
    addendum = get_object_or_404(
        Addendum.objects.berlaku().filter(berkas=None), naskah=_naskah(request, pk), pk=addendum_pk
    )
    require(boleh_menjalankan(request.user, AksiNaskah.UBAH_MASA))
    form = BerkasAddendumForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.lengkapi(addendum_pk, form.cleaned_data["berkas"], oleh=request.user)
        except AturanDilanggar as error:
            form.add_error(None, error.alasan)
        else:
            messages.success(request, f"Berkas {addendum} disimpan.")
            return redirect(addendum)
    konteks = {"form": form, "naskah": addendum.naskah, "addendum": addendum}
    return render(request, "kerjasama/addendum/lengkapi.html", konteks)


@require_http_methods(["GET", "POST"])
def batalkan_addendum(request: HttpRequest, pk: int, addendum_pk: int) -> HttpResponse:
    """Take back an addendum that was recorded by mistake."""
    naskah = _naskah(request, pk)
    addendum = get_object_or_404(Addendum.objects.berlaku(), naskah=naskah, pk=addendum_pk)
    require(boleh_menjalankan(request.user, AksiNaskah.UBAH_MASA))
    form = AlasanForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.batalkan(addendum_pk, alasan=form.cleaned_data["alasan"], oleh=request.user)
        except AturanDilanggar as error:
            form.add_error(None, error.alasan)
        else:
            messages.success(request, "Addendum dibatalkan; isi naskah kembali seperti semula.")
            return redirect("kerjasama:naskah-keluarga", pk=pk)
    beda = _beda(addendum, request)
    konteks = {"form": form, "naskah": naskah, "addendum": addendum, "beda": beda}
    return render(request, "kerjasama/addendum/batal.html", konteks)


@require_safe
def buka_berkas(request: HttpRequest, pk: int, addendum_pk: int) -> FileResponse:
    """The signed addendum of a naskah one may see."""
    addendum = get_object_or_404(
        Addendum.objects.exclude(berkas=None).select_related("berkas"),
        naskah=_naskah(request, pk),
        pk=addendum_pk,
    )
    return serve_berkas(request, addendum.berkas, tampilkan=True)
