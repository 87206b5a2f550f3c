"""The matrix of an evaluasi: eight columns, row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from inti.putusan import AturanDilanggar, semua
from inti.urungkan import tawarkan
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
    bentuk_baru,
    pakai_pilihan,
)
from pengawasan.models import BarisMatrik, Kegiatan
from pengawasan.permissions import boleh_melihat, boleh_melihat_matrik, boleh_mencatat_hasil
from pengawasan.queries import matrik as queries
from pengawasan.services import matrik as services

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse, QueryDict


def evaluasi(request: HttpRequest, pk: int) -> Kegiatan:
    """The evaluasi, when one may know of it."""
    require(boleh_melihat(request.user))
    terlihat = Kegiatan.objects.terlihat_oleh(request.user).select_related("naskah", "matrik")
    return get_object_or_404(terlihat, pk=pk, jenis=JenisKegiatan.EVALUASI)


@require_GET
def rincian_matrik(request: HttpRequest, pk: int) -> HttpResponse:
    """The matrix as the law orders its columns, and the items from which to begin a row."""
    kegiatan = evaluasi(request, pk)
    require(boleh_melihat_matrik(request.user, kegiatan))
    status = StatusKegiatan(kegiatan.status)
    ubah = semua(boleh_mencatat_hasil(request.user), periksa_hasil(status))
    baris = queries.baris_tampil(kegiatan)
    konteks = {
        "kegiatan": kegiatan,
        "baris": baris,
        "kolom": KOLOM,
        "menyusun": boleh_mencatat_hasil(request.user),
        "ubah": ubah,
        "butir": queries.butir_tampil(kegiatan, baris) if ubah else [],
    }
    return render(request, "pengawasan/matrik/rincian.html", konteks)


@require_http_methods(["GET", "POST"])
def tambah_baris(request: HttpRequest, pk: int) -> HttpResponse:
    """A new row, begun from an item of the naskah with `?butir=`."""
    kegiatan = evaluasi(request, pk)
    require(boleh_mencatat_hasil(request.user))
    return _isi_baris(request, kegiatan, None)


@require_http_methods(["GET", "POST"])
def ubah_baris(request: HttpRequest, pk: int, baris_pk: int) -> HttpResponse:
    """A row and its recommendations. One deleted meanwhile is offered as a new row."""
    kegiatan = evaluasi(request, pk)
    require(boleh_mencatat_hasil(request.user))
    ada = BarisMatrik.objects.filter(matrik__kegiatan=kegiatan, pk=baris_pk)
    baris = ada.select_related("perangkat_daerah").first()
    if baris is None and request.method == "GET":
        messages.error(request, "Baris ini sudah dihapus.")
        return redirect("pengawasan:matrik-rincian", pk)
    return _isi_baris(request, kegiatan, baris, hilang=0 if baris else baris_pk)


def _isi_baris(
    request: HttpRequest, kegiatan: Kegiatan, baris: BarisMatrik | None, *, hilang: int = 0
) -> HttpResponse:
    """The form of one row. `hilang` is the key of a row that was there when the page was made."""
    if refused(request, periksa_hasil(StatusKegiatan(kegiatan.status))):
        return redirect("pengawasan:matrik-rincian", kegiatan.pk)
    data: QueryDict | None = request.POST if request.method == "POST" else None
    if data is not None and baris is not None:
        data = pakai_pilihan(data, baris)
    konteks = _formulir(request, kegiatan, baris, data)
    # Both are asked, so that all that is wrong is shown at once.
    if all([konteks["form"].is_valid(), data is not None and konteks["rekomendasi"].is_valid()]):
        try:
            return _simpan(request, konteks, baris.pk if baris else hilang or None)
        except services.BarisBerubah as error:
            return _bentrok(request, konteks, error, baris.pk if baris else hilang)
        except AturanDilanggar as error:
            konteks["form"].add_error(None, error.alasan)
    return _tampilkan(request, konteks, status=400 if data is not None else 200)


def _formulir(
    request: HttpRequest, kegiatan: Kegiatan, baris: BarisMatrik | None, data: Any
) -> dict[str, Any]:
    ada = list(baris.rekomendasi.all()) if baris else []
    terkunci = not periksa_sel([StatusRekomendasi(r.status) for r in ada])
    form = BarisMatrikForm(
        data,
        instance=baris,
        kegiatan=kegiatan,
        terkunci=terkunci,
        initial=_awal(request, kegiatan, baris),
    )
    rekomendasi = DaftarRekomendasi(data, ada, terkunci=terkunci)
    return {
        "kegiatan": kegiatan,
        "baris": baris,
        "form": form,
        "rekomendasi": rekomendasi,
        "bentrok": None,
    }


def _awal(request: HttpRequest, kegiatan: Kegiatan, baris: BarisMatrik | None) -> dict[str, Any]:
    """The version that the page stands on, and the words of the item it begins from."""
    awal: dict[str, Any] = {"versi": baris.versi if baris else 0}
    form = ButirForm(request.GET)
    if form.is_valid() and form.cleaned_data["butir"]:
        milik = Butir.objects.filter(naskah=kegiatan.naskah_id).select_related("mitra")
        butir = get_object_or_404(milik, pk=form.cleaned_data["butir"])
        awal |= queries.awal_dari_butir(kegiatan, butir)
    return awal


def _tampilkan(request: HttpRequest, konteks: dict[str, Any], *, status: int) -> HttpResponse:
    """The form as a page; within the editor, the form alone with the status that says why."""
    if request.headers.get("HX-Request"):
        return render(request, "pengawasan/matrik/_sunting.html", konteks, status=status)
    status = status if status == 409 else 200
    return render(request, "pengawasan/matrik/form.html", konteks, status=status)


def _simpan(request: HttpRequest, konteks: dict[str, Any], baris_pk: int | None) -> HttpResponse:
    kegiatan, form = konteks["kegiatan"], konteks["form"]
    tersimpan = services.simpan_baris(
        kegiatan.pk,
        baris_pk=baris_pk,
        versi=form.cleaned_data["versi"] or 0,
        kunci=form.cleaned_data["kunci"],
        urutan=form.cleaned_data["urutan"],
        data=form.data_baris(),
        rekomendasi=konteks["rekomendasi"].isi(),
        oleh=request.user,
    )
    if request.headers.get("HX-Request"):
        return _tersimpan(request, konteks, tersimpan)
    messages.success(request, f"Baris {tersimpan.urutan} disimpan.")
    lagi = ButirForm(request.POST)
    if lagi.is_valid() and lagi.cleaned_data["simpan"] == "lagi":
        return redirect("pengawasan:matrik-baris-tambah", kegiatan.pk)
    return redirect("pengawasan:matrik-rincian", kegiatan.pk)


def _tersimpan(request: HttpRequest, konteks: dict[str, Any], baris: BarisMatrik) -> JsonResponse:
    """What the editor needs to go on: the new version, names, and the row as it now reads."""
    kegiatan = konteks["kegiatan"]
    (satu,) = queries.baris_tampil(kegiatan, baris.pk)
    isi = {"satu": satu, "kegiatan": kegiatan, "urut": queries.urut_baris(kegiatan.pk)}
    return JsonResponse(
        {
            "pk": baris.pk,
            "versi": baris.versi,
            "urutan": baris.urutan,
            "alamat": reverse("pengawasan:matrik-baris-ubah", args=[kegiatan.pk, baris.pk]),
            "nama": konteks["rekomendasi"].ganti_nama(satu.rekomendasi),
            "jam": f"{timezone.localtime():%H.%M}",
            "kurang": len(satu.kurang),
            "tampilan": render_to_string("pengawasan/matrik/_lihat.html", isi, request),
        }
    )


def _bentrok(
    request: HttpRequest, konteks: dict[str, Any], error: services.BarisBerubah, baris_pk: int
) -> HttpResponse:
    """409: both wordings side by side, and the next save counts from the stored one."""
    form, kini = konteks["form"], error.baris
    form.add_error(None, error.alasan)
    jejak = queries.perubahan_sejak(
        konteks["kegiatan"], kini.pk if kini else baris_pk, form.cleaned_data["versi"] or 0
    )
    form.data = form.data.copy()
    form.data["versi"] = kini.versi if kini else 0
    form.data["kunci"] = str(form.fields["kunci"].initial())
    konteks["baris"] = kini
    konteks["bentrok"] = {
        "perubahan": [queries.kalimat_perubahan(satu) for satu in jejak],
        "sel": queries.sel_bentrok(kini, form.data_baris(), jejak) if kini else [],
        "tersimpan": list(kini.rekomendasi.all()) if kini else [],
    }
    return _tampilkan(request, konteks, status=409)


@require_http_methods(["GET", "POST"])
def hapus_baris(request: HttpRequest, pk: int, baris_pk: int) -> HttpResponse:
    """Take a row out, after showing it once more."""
    kegiatan = evaluasi(request, pk)
    require(boleh_mencatat_hasil(request.user))
    ada = BarisMatrik.objects.prefetch_related("rekomendasi")
    baris = get_object_or_404(ada, matrik__kegiatan=kegiatan, pk=baris_pk)
    status = [StatusRekomendasi(r.status) for r in baris.rekomendasi.all()]
    terbuka = semua(periksa_hasil(StatusKegiatan(kegiatan.status)), periksa_hapus_baris(status))
    if refused(request, terbuka):
        return redirect("pengawasan:matrik-rincian", pk)
    form = HapusBarisForm(request.POST or None, initial={"versi": baris.versi})
    if form.is_valid():
        versi = form.cleaned_data["versi"]
        semula = bentuk_baru(kegiatan, baris)
        try:
            services.hapus_baris(pk, versi=versi, baris_pk=baris_pk, oleh=request.user)
        except AturanDilanggar as error:
            messages.error(request, error.alasan)
        else:
            messages.success(request, f"Baris {baris.urutan} dihapus.")
            if semula:
                tambah = reverse("pengawasan:matrik-baris-tambah", args=[pk])
                tawarkan(request, tambah, *semula, urutan=str(baris.urutan))
        return redirect("pengawasan:matrik-rincian", pk)
    konteks = {"kegiatan": kegiatan, "baris": baris, "form": form}
    return render(request, "pengawasan/matrik/hapus.html", konteks)
