"""Acting on the letter register: reserve, cancel, print; and the codes that it uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from inti.forms.catatan import AlasanForm
from inti.models import KlasifikasiSurat, NomorSurat
from inti.putusan import AturanDilanggar
from inti.services import klasifikasi_surat, nomor_surat
from inti.services.kolom import KolomBerubah
from inti.views.ekspor import BENTUK, kirim_daftar
from inti.views.guards import perform, refused, require
from pelaporan.forms.surat import KlasifikasiForm, PeriodeForm, PesanNomorForm
from pelaporan.permissions import (
    boleh_melihat_surat,
    boleh_mengelola_klasifikasi,
    boleh_mengelola_surat,
)
from pelaporan.queries.ekspor import KLASIFIKASI
from pelaporan.queries.surat import boleh_dibatalkan
from pelaporan.services import surat as services

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from django.http.response import HttpResponseBase

# More than this no one prints; the list is taken away as a file instead.
CETAK_TERBANYAK = 5_000


@require_http_methods(["GET", "POST"])
def pesan_nomor(request: HttpRequest) -> HttpResponse:
    """The next number for a letter that is made outside of the application."""
    require(boleh_mengelola_surat(request.user))
    form = PesanNomorForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            nomor = nomor_surat.pesan(**form.cleaned_data, oleh=request.user)
        except AturanDilanggar as error:
            form.add_error("tanggal", error.alasan)
        else:
            messages.success(request, f"Nomor {nomor} dipesan.")
            return redirect("pelaporan:surat-daftar")
    return render(request, "pelaporan/surat/pesan.html", {"form": form})


@require_http_methods(["GET", "POST"])
def batalkan_nomor(request: HttpRequest, pk: int) -> HttpResponse:
    """Cancel a number with its reason; it stays in the register."""
    require(boleh_mengelola_surat(request.user))
    nomor = get_object_or_404(NomorSurat, pk=pk)
    if refused(request, boleh_dibatalkan(nomor)):
        return redirect("pelaporan:surat-daftar")
    form = AlasanForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        alasan, success = form.cleaned_data["alasan"][:250], f"Nomor {nomor} dibatalkan."
        perform(request, services.batalkan, pk, alasan=alasan, oleh=request.user, success=success)
        return redirect("pelaporan:surat-daftar")
    return render(request, "pelaporan/surat/batal.html", {"form": form, "nomor": nomor})


@require_safe
def cetak_register(request: HttpRequest) -> HttpResponse:
    """The register of a period, in the order of its numbers, to be printed from the browser."""
    require(boleh_melihat_surat(request.user))
    form = PeriodeForm(request.GET)
    nomor = NomorSurat.objects.none()
    if form.is_valid():
        rentang = (form.cleaned_data["dari"], form.cleaned_data["sampai"])
        nomor = NomorSurat.objects.filter(tanggal__range=rentang).order_by("tahun", "urut")
    baris = list(nomor.select_related("dibuat_oleh")[: CETAK_TERBANYAK + 1])
    konteks = {"form": form, "baris": baris[:CETAK_TERBANYAK], "batas": CETAK_TERBANYAK}
    konteks["terlalu_banyak"] = len(baris) > CETAK_TERBANYAK
    return render(request, "pelaporan/surat/cetak.html", konteks)


@require_safe
def daftar_klasifikasi(request: HttpRequest) -> HttpResponseBase:
    """Every code, the newest first; two or three a decade."""
    require(boleh_mengelola_klasifikasi(request.user))
    daftar = KlasifikasiSurat.objects.all()
    if request.GET.get("format", "") in BENTUK:
        return kirim_daftar(request, "klasifikasi_surat", KLASIFIKASI, daftar)
    konteks = {
        "daftar": daftar,
        "register": bool(boleh_melihat_surat(request.user)),
    }
    return render(request, "pelaporan/klasifikasi/daftar.html", konteks)


@require_http_methods(["GET", "POST"])
def tambah_klasifikasi(request: HttpRequest) -> HttpResponse:
    """A code that begins to be used."""
    require(boleh_mengelola_klasifikasi(request.user))
    return _simpan_klasifikasi(request, None)


@require_http_methods(["GET", "POST"])
def ubah_klasifikasi(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct a code, or end its time."""
    require(boleh_mengelola_klasifikasi(request.user))
    return _simpan_klasifikasi(request, get_object_or_404(KlasifikasiSurat, pk=pk))


def _simpan_klasifikasi(request: HttpRequest, satu: KlasifikasiSurat | None) -> HttpResponse:
    pk = satu.pk if satu else None
    initial = {nama: getattr(satu, nama) for nama in klasifikasi_surat.KOLOM} if satu else None
    form = KlasifikasiForm(request.POST or None, initial=initial)
    if satu:
        form.ingat(satu, klasifikasi_surat.KOLOM)
    if request.method == "POST" and form.is_valid():
        asal = form.asal_halaman()
        try:
            klasifikasi_surat.simpan(pk, form.data_kolom(), asal=asal, oleh=request.user)
        except KolomBerubah as error:
            form.hadapkan(get_object_or_404(KlasifikasiSurat, pk=pk), error.alasan)
        except AturanDilanggar as error:
            form.add_error("mulai", error.alasan)
        else:
            messages.success(request, "Kode klasifikasi disimpan.")
            return redirect("pelaporan:klasifikasi-daftar")
    konteks, status = {"form": form, "kunci": pk}, 409 if form.bentrok else 200
    return render(request, "pelaporan/klasifikasi/form.html", konteks, status=status)
