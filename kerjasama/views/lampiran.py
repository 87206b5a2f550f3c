"""The attachments of a naskah, and every version of the files kept with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from inti.forms import AlasanForm
from inti.permissions import boleh
from inti.putusan import AturanDilanggar
from inti.roles import Kemampuan
from inti.services.kolom import KolomBerubah
from inti.views.berkas import serve_berkas
from inti.views.ekspor import BENTUK, kirim_daftar
from inti.views.guards import perform, refused, require
from kerjasama.domain.lampiran import periksa_terbuka
from kerjasama.enums import StatusLampiran
from kerjasama.forms.lampiran import (
    PerbaruiLampiranForm,
    TambahLampiranForm,
    UbahLampiranForm,
    VersiDokumenForm,
)
from kerjasama.models import DokumenNaskah, LampiranBertanggal, Naskah, VersiBerkas
from kerjasama.permissions import boleh_melihat_naskah, boleh_mengelola_naskah
from kerjasama.queries import lampiran as queries
from kerjasama.queries.ekspor import LAMPIRAN
from kerjasama.services import dokumen_naskah
from kerjasama.services import lampiran as services

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from django.forms import Form
    from django.http import FileResponse, HttpRequest, HttpResponse
    from django.http.response import HttpResponseBase


def _naskah(request: HttpRequest, pk: int) -> Naskah:
    return get_object_or_404(Naskah.objects.terlihat_oleh(request.user), pk=pk)


def _lampiran(request: HttpRequest, pk: int) -> LampiranBertanggal:
    terlihat = LampiranBertanggal.objects.terlihat_oleh(request.user)
    return get_object_or_404(terlihat.select_related("naskah", "mitra"), pk=pk)


@require_safe
def lampiran_naskah(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Every attachment with its state and versions, and the versions of the documents."""
    require(boleh_melihat_naskah(request.user))
    naskah, kelola = _naskah(request, pk), boleh_mengelola_naskah(request.user)
    lampiran = queries.lampiran_naskah(naskah, request.user, timezone.localdate())
    if request.GET.get("format") in BENTUK:
        saringan = [f"Naskah: {naskah}"]
        return kirim_daftar(request, "lampiran", LAMPIRAN, lampiran, saringan=saringan)
    konteks = {
        "naskah": naskah,
        "lampiran": lampiran,
        "dokumen": queries.dokumen_naskah(naskah),
        "kelola": kelola,
        "terbatas": not boleh(request.user, Kemampuan.LIHAT_REGISTER),
        "tutup_form": AlasanForm(),
        "jejak": queries.jejak_lampiran(naskah) if kelola else [],
    }
    return render(request, "kerjasama/lampiran/naskah.html", konteks)


@require_http_methods(["GET", "POST"])
def tambah_lampiran(request: HttpRequest, pk: int) -> HttpResponse:
    """A new attachment with its first file."""
    naskah = _naskah(request, pk)
    require(boleh_mengelola_naskah(request.user))
    form = TambahLampiranForm(request.POST or None, request.FILES or None, naskah=naskah)

    def catat(isi: dict[str, Any]) -> LampiranBertanggal:
        return services.catat(
            pk, form.data_lampiran(), diperiksa=isi["berkas"], keterangan=isi["keterangan"],
            oleh=request.user, kunci=isi["kunci"],
        )  # fmt: skip

    konteks = {"naskah": naskah, "judul": "Catat lampiran", "tombol": "Simpan lampiran"}
    return _isi(request, form, catat, konteks, sukses="Lampiran dicatat.")


@require_http_methods(["GET", "POST"])
def perbarui_lampiran(request: HttpRequest, pk: int) -> HttpResponse:
    """A new version, as a rule with a new period."""
    lampiran = _lampiran(request, pk)
    require(boleh_mengelola_naskah(request.user))
    if refused(request, periksa_terbuka(StatusLampiran(lampiran.status))):
        return redirect(lampiran)
    form = PerbaruiLampiranForm(request.POST or None, request.FILES or None, lampiran=lampiran)

    def perbarui(isi: dict[str, Any]) -> LampiranBertanggal:
        return services.perbarui(
            pk, form.data_masa(), diperiksa=isi["berkas"], keterangan=isi["keterangan"],
            oleh=request.user, kunci=isi["kunci"],
        )  # fmt: skip

    konteks = {
        "naskah": lampiran.naskah,
        "lampiran": lampiran,
        "judul": "Perpanjang atau ganti berkas",
        "tombol": "Simpan versi baru",
    }
    sukses = "Versi baru disimpan; versi sebelumnya tetap dapat dibuka."
    return _isi(request, form, perbarui, konteks, sukses=sukses)


@require_http_methods(["GET", "POST"])
def ubah_lampiran(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct what was recorded wrongly."""
    lampiran = _lampiran(request, pk)
    require(boleh_mengelola_naskah(request.user))
    if refused(request, periksa_terbuka(StatusLampiran(lampiran.status))):
        return redirect(lampiran)
    form = UbahLampiranForm(request.POST or None, lampiran=lampiran)

    def ubah(isi: dict[str, Any]) -> LampiranBertanggal:
        try:
            return services.ubah(pk, form.data_kolom(), oleh=request.user, asal=form.asal_halaman())
        except KolomBerubah as error:
            form.hadapkan(LampiranBertanggal.objects.get(pk=pk), error.alasan)
            raise

    konteks = {
        "naskah": lampiran.naskah,
        "lampiran": lampiran,
        "judul": "Ubah lampiran",
        "tombol": "Simpan perubahan",
    }
    return _isi(request, form, ubah, konteks, sukses="Perubahan disimpan.")


@require_http_methods(["GET", "POST"])
def perbarui_versi_dokumen(request: HttpRequest, pk: int, dokumen_pk: int) -> HttpResponse:
    """A newer file for a document of the naskah."""
    naskah = _naskah(request, pk)
    dokumen = get_object_or_404(naskah.dokumen.select_related("berkas"), pk=dokumen_pk)
    require(boleh_mengelola_naskah(request.user))
    form = VersiDokumenForm(request.POST or None, request.FILES or None)

    def perbarui(isi: dict[str, Any]) -> DokumenNaskah:
        dokumen_naskah.perbarui(
            dokumen_pk, diperiksa=isi["berkas"], keterangan=isi["keterangan"],
            oleh=request.user, kunci=isi["kunci"],
        )  # fmt: skip
        return dokumen

    konteks = {
        "naskah": naskah,
        "dokumen": dokumen,
        "judul": "Unggah versi baru",
        "tombol": "Simpan versi baru",
    }
    sukses = "Versi baru disimpan; versi sebelumnya tetap dapat dibuka."
    return _isi(request, form, perbarui, konteks, sukses=sukses)


def _isi(
    request: HttpRequest,
    form: Form,
    lakukan: Callable[[dict[str, Any]], LampiranBertanggal | DokumenNaskah],
    konteks: dict[str, Any],
    *,
    sukses: str,
) -> HttpResponse:
    """Show the form; act on it when it is sound; back to the page of the attachments."""
    if request.method == "POST" and form.is_valid():
        try:
            hasil = lakukan(form.cleaned_data)
        except KolomBerubah:
            return render(
                request, "kerjasama/lampiran/form.html", konteks | {"form": form}, status=409
            )
        except AturanDilanggar as error:
            form.add_error(None, error.alasan)
        else:
            messages.success(request, sukses)
            return redirect("kerjasama:naskah-lampiran", hasil.naskah_id)
    return render(request, "kerjasama/lampiran/form.html", konteks | {"form": form})


@require_POST
def tutup_lampiran(request: HttpRequest, pk: int) -> HttpResponse:
    """No longer needed, with a reason."""
    lampiran = _lampiran(request, pk)
    require(boleh_mengelola_naskah(request.user))
    form = AlasanForm(request.POST)
    if form.is_valid():
        alasan, success = form.cleaned_data["alasan"], "Lampiran ditutup beserta alasannya."
        perform(request, services.tutup, pk, alasan=alasan, oleh=request.user, success=success)
    else:
        messages.error(request, "Isi alasan penutupan.")
    return redirect(lampiran)


@require_POST
def buka_lampiran(request: HttpRequest, pk: int) -> HttpResponse:
    """Needed after all."""
    lampiran = _lampiran(request, pk)
    require(boleh_mengelola_naskah(request.user))
    perform(request, services.buka, pk, oleh=request.user, success="Lampiran dibuka lagi.")
    return redirect(lampiran)


@require_safe
def buka_versi(request: HttpRequest, pk: int, versi_pk: int) -> FileResponse:
    """The file of any version that one may see."""
    terlihat = VersiBerkas.objects.terlihat_oleh(request.user).select_related("berkas")
    milik = Q(dokumen__naskah=pk) | Q(lampiran__naskah=pk)
    versi = get_object_or_404(terlihat.filter(milik), pk=versi_pk)
    return serve_berkas(request, versi.berkas, tampilkan=True)
