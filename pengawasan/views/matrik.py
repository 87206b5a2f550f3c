"""The matrix of an evaluasi: eight columns, row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from inti.putusan import AturanDilanggar, semua
from inti.views.guards import refused, require
from kerjasama.models import Butir
from pengawasan.domain.kegiatan import periksa_hasil
from pengawasan.domain.matrik import KOLOM, periksa_hapus_baris, periksa_sel
from pengawasan.enums import JenisKegiatan, StatusKegiatan, StatusRekomendasi
from pengawasan.forms.matrik import (
    BarisMatrikForm,
    ButirForm,
    DaftarRekomendasi,
    HapusBarisForm,
)
from pengawasan.models import BarisMatrik, Kegiatan
from pengawasan.permissions import boleh_melihat, boleh_melihat_matrik, boleh_mencatat_hasil
from pengawasan.queries import matrik as queries
from pengawasan.services import matrik as services

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def _evaluasi(request: HttpRequest, pk: int) -> Kegiatan:
    require(boleh_melihat(request.user))
    terlihat = Kegiatan.objects.terlihat_oleh(request.user).select_related("naskah")
    return get_object_or_404(terlihat, pk=pk, jenis=JenisKegiatan.EVALUASI)


@require_GET
def rincian_matrik(request: HttpRequest, pk: int) -> HttpResponse:
    """The matrix as the law orders its columns, and the items from which to begin a row."""
    kegiatan = _evaluasi(request, pk)
    require(boleh_melihat_matrik(request.user, kegiatan))
    status = StatusKegiatan(kegiatan.status)
    ubah = semua(boleh_mencatat_hasil(request.user), periksa_hasil(status))
    baris = queries.baris_tampil(kegiatan)
    konteks = {
        "kegiatan": kegiatan,
        "baris": baris,
        "kolom": KOLOM,
        "ubah": ubah,
        "butir": queries.butir_tampil(kegiatan, baris) if ubah else [],
    }
    return render(request, "pengawasan/matrik/rincian.html", konteks)


@require_http_methods(["GET", "POST"])
def tambah_baris(request: HttpRequest, pk: int) -> HttpResponse:
    """A new row, begun from an item of the naskah with `?butir=`."""
    kegiatan = _evaluasi(request, pk)
    require(boleh_mencatat_hasil(request.user))
    return _isi_baris(request, kegiatan, None)


@require_http_methods(["GET", "POST"])
def ubah_baris(request: HttpRequest, pk: int, baris_pk: int) -> HttpResponse:
    """A row and its recommendations. One deleted meanwhile is offered as a new row."""
    kegiatan = _evaluasi(request, pk)
    require(boleh_mencatat_hasil(request.user))
    ada = BarisMatrik.objects.filter(matrik__kegiatan=kegiatan, pk=baris_pk)
    baris = ada.select_related("perangkat_daerah").first()
    if baris is None and request.method == "GET":
        messages.error(request, "Baris ini sudah dihapus.")
        return redirect("pengawasan:matrik-rincian", pk)
    return _isi_baris(request, kegiatan, baris)


def _isi_baris(request: HttpRequest, kegiatan: Kegiatan, baris: BarisMatrik | None) -> HttpResponse:
    if refused(request, periksa_hasil(StatusKegiatan(kegiatan.status))):
        return redirect("pengawasan:matrik-rincian", kegiatan.pk)
    data = request.POST if request.method == "POST" else None
    ada = list(baris.rekomendasi.all()) if baris else []
    terkunci = not periksa_sel([StatusRekomendasi(r.status) for r in ada])
    form = BarisMatrikForm(
        data,
        instance=baris,
        kegiatan=kegiatan,
        terkunci=terkunci,
        initial=_awal(request, kegiatan),
    )
    rekomendasi = DaftarRekomendasi(data, ada, terkunci=terkunci)
    konteks = {"kegiatan": kegiatan, "baris": baris, "form": form, "rekomendasi": rekomendasi}
    # Both are asked, so that all that is wrong is shown at once.
    if all([form.is_valid(), data is not None and rekomendasi.is_valid()]):
        try:
            return _simpan(request, konteks)
        except services.MatrikBerubah as error:
            return _bentrok(request, konteks, error)
        except AturanDilanggar as error:
            form.add_error(None, error.alasan)
    return render(request, "pengawasan/matrik/form.html", konteks)


def _awal(request: HttpRequest, kegiatan: Kegiatan) -> dict[str, Any]:
    """The version that the page stands on, and the words of the item it begins from."""
    matrik = queries.matrik_milik(kegiatan)
    awal: dict[str, Any] = {"versi": matrik.versi if matrik else 0}
    form = ButirForm(request.GET)
    if form.is_valid() and form.cleaned_data["butir"]:
        milik = Butir.objects.filter(naskah=kegiatan.naskah_id).select_related("mitra")
        butir = get_object_or_404(milik, pk=form.cleaned_data["butir"])
        awal |= queries.awal_dari_butir(kegiatan, butir)
    return awal


def _simpan(request: HttpRequest, konteks: dict[str, Any]) -> HttpResponse:
    kegiatan, baris, form = konteks["kegiatan"], konteks["baris"], konteks["form"]
    tersimpan = services.simpan_baris(
        kegiatan.pk,
        versi=form.cleaned_data["versi"],
        baris_pk=baris.pk if baris else None,
        data=form.data_baris(),
        rekomendasi=konteks["rekomendasi"].isi(),
        oleh=request.user,
    )
    messages.success(request, f"Baris {tersimpan.urutan} disimpan.")
    lagi = ButirForm(request.POST)
    if lagi.is_valid() and lagi.cleaned_data["simpan"] == "lagi":
        return redirect("pengawasan:matrik-baris-tambah", kegiatan.pk)
    return redirect("pengawasan:matrik-rincian", kegiatan.pk)


def _bentrok(
    request: HttpRequest, konteks: dict[str, Any], error: services.MatrikBerubah
) -> HttpResponse:
    """409: what was typed stays, what changed is said, and the next save counts from there."""
    form = konteks["form"]
    form.add_error(None, error.alasan)
    sejak = form.cleaned_data["versi"]
    form.data = form.data.copy()
    form.data["versi"] = error.versi
    konteks["perubahan"] = queries.perubahan_sejak(konteks["kegiatan"], sejak)
    konteks["tersimpan"] = queries.beda_tersimpan(konteks["baris"], form.data_baris())
    return render(request, "pengawasan/matrik/form.html", konteks, status=409)


@require_http_methods(["GET", "POST"])
def hapus_baris(request: HttpRequest, pk: int, baris_pk: int) -> HttpResponse:
    """Take a row out, after showing it once more."""
    kegiatan = _evaluasi(request, pk)
    require(boleh_mencatat_hasil(request.user))
    ada = BarisMatrik.objects.select_related("matrik").prefetch_related("rekomendasi")
    baris = get_object_or_404(ada, matrik__kegiatan=kegiatan, pk=baris_pk)
    status = [StatusRekomendasi(r.status) for r in baris.rekomendasi.all()]
    terbuka = semua(periksa_hasil(StatusKegiatan(kegiatan.status)), periksa_hapus_baris(status))
    if refused(request, terbuka):
        return redirect("pengawasan:matrik-rincian", pk)
    form = HapusBarisForm(request.POST or None, initial={"versi": baris.matrik.versi})
    if form.is_valid():
        versi = form.cleaned_data["versi"]
        try:
            services.hapus_baris(pk, versi=versi, baris_pk=baris_pk, oleh=request.user)
        except AturanDilanggar as error:
            messages.error(request, error.alasan)
        else:
            messages.success(request, f"Baris {baris.urutan} dihapus.")
        return redirect("pengawasan:matrik-rincian", pk)
    konteks = {"kegiatan": kegiatan, "baris": baris, "form": form}
    return render(request, "pengawasan/matrik/hapus.html", konteks)
