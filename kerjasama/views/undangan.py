"""Inviting people without an account: staff for any place, members for their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from inti.putusan import AturanDilanggar
from inti.views.guards import require
from kerjasama.forms.keanggotaan import UndangForm
from kerjasama.models import Keanggotaan, Mitra, PerangkatDaerah
from kerjasama.permissions import (
    boleh_melihat_rekan,
    boleh_mengelola_mitra,
    boleh_mengelola_rujukan,
)
from kerjasama.queries.mitra import akses
from kerjasama.services import keanggotaan as services

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

    from inti.models import Pengguna

DIPAKAI = (
    "Alamat ini sudah dipakai sebuah akun. Bila itu akun orang yang sama, mintalah Bagian Kerja "
    "Sama membuka aksesnya; bila bukan, pakai alamat lain."
)


@require_http_methods(["GET", "POST"])
def undang_mitra(request: HttpRequest, pk: int) -> HttpResponse:
    """Staff invites somebody of a partner."""
    mitra = get_object_or_404(Mitra.objects.terlihat_oleh(request.user).aktif(), pk=pk)
    require(boleh_mengelola_mitra(request.user))
    return _undang(request, mitra, mitra.get_absolute_url())


@require_http_methods(["GET", "POST"])
def undang_perangkat_daerah(request: HttpRequest, pk: int) -> HttpResponse:
    """Staff invites somebody of a unit."""
    unit = get_object_or_404(PerangkatDaerah.objects.terlihat_oleh(request.user), pk=pk)
    require(boleh_mengelola_rujukan(request.user))
    return _undang(request, unit, unit.get_absolute_url())


@require_GET
def rekan(request: HttpRequest) -> HttpResponse:
    """Who else works for one's own mitra or unit."""
    require(boleh_melihat_rekan(request.user))
    tempat = [{"anggota": satu, "akses": akses(satu.tempat)} for satu in _milik(request.user)]
    konteks = {"tempat": tempat, "hari_ini": timezone.localdate()}
    return render(request, "kerjasama/keanggotaan/rekan.html", konteks)


@require_http_methods(["GET", "POST"])
def undang_rekan(request: HttpRequest, pk: int) -> HttpResponse:
    """A member invites a colleague into the same place; `pk` is one's own membership."""
    require(boleh_melihat_rekan(request.user))
    anggota = get_object_or_404(_milik(request.user), pk=pk)
    return _undang(request, anggota.tempat, reverse("kerjasama:rekan"))


def _milik(pengguna: Pengguna) -> QuerySet[Keanggotaan]:
    milik: QuerySet[Keanggotaan] = pengguna.keanggotaan.aktif()
    return milik.select_related("mitra", "perangkat_daerah").order_by("mulai", "pk")


def _undang(request: HttpRequest, tempat: Mitra | PerangkatDaerah, kembali: str) -> HttpResponse:
    form = UndangForm(request.POST or None)
    if form.is_valid():
        isi = form.cleaned_data
        try:
            services.undang(tempat, form.data_pengguna(), oleh=request.user, kunci=isi["kunci"])
        except AturanDilanggar as error:
            dipakai = hasattr(error, "isian")
            form.add_error("email" if dipakai else None, DIPAKAI if dipakai else error.alasan)
        else:
            messages.success(request, f"{isi['nama']} diundang melalui {isi['email']}.")
            return redirect(kembali)
    konteks = {"form": form, "tempat": tempat, "kembali": kembali}
    return render(request, "kerjasama/keanggotaan/undang.html", konteks)
