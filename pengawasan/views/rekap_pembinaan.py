"""How much pembinaan each unit had, as a table and as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views.decorators.http import require_safe

from inti.chips import chips
from inti.views.ekspor import BENTUK, kirim_daftar
from inti.views.guards import require
from pengawasan.filters import RekapPembinaanFilterSet
from pengawasan.models import Pembinaan
from pengawasan.permissions import boleh_melihat_pembinaan, boleh_melihat_semua
from pengawasan.queries.rekap_pembinaan import baris_ekspor, kolom_ekspor, rekap

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.http.response import HttpResponseBase


@require_safe
def rekap_pembinaan(request: HttpRequest) -> HttpResponseBase:
    """Per unit and year, or per unit and kind; every figure opens its rows."""
    require(boleh_melihat_pembinaan(request.user))
    terlihat = Pembinaan.objects.terlihat_oleh(request.user)
    filterset = RekapPembinaanFilterSet(request.GET, queryset=terlihat, request=request)
    tabel = rekap(request.user, **filterset.pilihan())
    if request.GET.get("format", "") in BENTUK:
        saringan = [f"{c.label}: {c.value}" for c in chips(filterset.form, request.GET)]
        baris, kolom = baris_ekspor(tabel), kolom_ekspor(tabel)
        return kirim_daftar(request, "rekap_pembinaan", kolom, baris, saringan=saringan)
    konteks = {
        "filter": filterset,
        "rekap": tabel,
        "buka_unit": boleh_melihat_semua(request.user),
    }
    return render(request, "pengawasan/pembinaan/rekap.html", konteks)
