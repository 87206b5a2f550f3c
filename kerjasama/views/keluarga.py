"""The family and the life of a naskah: its page, endings taken back, entries taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from inti.forms import AlasanForm
from inti.permissions import boleh
from inti.putusan import AturanDilanggar
from inti.roles import Kemampuan
from inti.views.guards import require
from kerjasama.domain.naskah import periksa
from kerjasama.enums import AksiNaskah, StatusNaskah
from kerjasama.models import Naskah
from kerjasama.permissions import (
    boleh_melihat_naskah,
    boleh_mengelola_naskah,
    boleh_menjalankan,
)
from kerjasama.queries.keluarga import keluarga_lengkap
from kerjasama.queries.naskah import dikerjakan
from kerjasama.services import hapus_naskah as hapus_services
from kerjasama.services import pengakhiran

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_safe
def lihat_keluarga(request: HttpRequest, pk: int) -> HttpResponse:
    """Every generation, what replaced what, every addendum; in the order in which it happened."""
    require(boleh_melihat_naskah(request.user))
    naskah = get_object_or_404(Naskah.objects.terlihat_oleh(request.user), pk=pk)
    status, kelola = StatusNaskah(naskah.status), boleh_mengelola_naskah(request.user)
    konteks = {
        "naskah": naskah,
        "keluarga": keluarga_lengkap(naskah, request.user, per=timezone.localdate()),
        "kelola": kelola,
        "terhapus": bool(kelola) and not dikerjakan(naskah),
        "terbatas": not boleh(request.user, Kemampuan.LIHAT_REGISTER),
        "ber_addendum": status != StatusNaskah.DRAF,
        "terakhiri": periksa(status, AksiNaskah.BATALKAN_PENGAKHIRAN),
    }
    return render(request, "kerjasama/naskah/keluarga.html", konteks)


@require_http_methods(["GET", "POST"])
def batalkan_pengakhiran(request: HttpRequest, pk: int) -> HttpResponse:
    """A wrong ending is taken back."""
    naskah = get_object_or_404(Naskah.objects.terlihat_oleh(request.user), pk=pk)
    require(boleh_menjalankan(request.user, AksiNaskah.BATALKAN_PENGAKHIRAN))
    form = AlasanForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            pengakhiran.batalkan(pk, alasan=form.cleaned_data["alasan"], oleh=request.user)
        except AturanDilanggar as error:
            form.add_error(None, error.alasan)
        else:
            messages.success(request, "Pengakhiran dibatalkan; naskah berlaku lagi.")
            return redirect(naskah)
    konteks = {"form": form, "naskah": naskah}
    return render(request, "kerjasama/naskah/pengakhiran_batal.html", konteks)


@require_http_methods(["GET", "POST"])
def hapus_naskah(request: HttpRequest, pk: int) -> HttpResponse:
    """Take out a naskah that was entered by mistake, while nothing hangs on it."""
    naskah = get_object_or_404(Naskah.objects.terlihat_oleh(request.user), pk=pk)
    require(boleh_mengelola_naskah(request.user))
    sudah = dikerjakan(naskah)
    alasan = f"Naskah ini {sudah}." if sudah else ""
    if request.method == "POST":
        try:
            hapus_services.hapus(pk, oleh=request.user)
        except AturanDilanggar as error:
            alasan = error.alasan
        else:
            messages.success(request, "Naskah dikeluarkan dari register; jejak auditnya tetap ada.")
            return redirect("kerjasama:naskah-daftar")
    konteks = {"naskah": naskah, "alasan": alasan}
    return render(request, "kerjasama/naskah/hapus.html", konteks)
