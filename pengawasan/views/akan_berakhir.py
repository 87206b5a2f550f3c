"""The expiry desk: what ends when, by when to ask for more, and what may wait."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from inti.chips import chips
from inti.putusan import AturanDilanggar
from inti.views.ekspor import BENTUK, kirim_daftar
from inti.views.guards import perform, require
from inti.views.saringan import tersaring
from kerjasama.models import LampiranBertanggal, Naskah, TundaPengingat
from kerjasama.permissions import boleh_mengelola_naskah
from kerjasama.services import tunda_pengingat as services
from pengawasan.filters import AkanBerakhirFilterSet
from pengawasan.forms.akan_berakhir import TundaPengingatForm
from pengawasan.permissions import boleh_melihat, boleh_merencanakan
from pengawasan.queries.akan_berakhir import (
    TAB,
    TAB_AWAL,
    Meja,
    halaman,
    jumlah_tab,
    semua,
)
from pengawasan.queries.ekspor import AKAN_BERAKHIR

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse, QueryDict
    from django.http.response import HttpResponseBase


@tersaring(AkanBerakhirFilterSet)
@require_safe
def akan_berakhir(request: HttpRequest) -> HttpResponseBase:
    """What ends within the window of the tab, nearest first."""
    require(boleh_melihat(request.user))
    pengguna = request.user
    terlihat = Naskah.objects.terlihat_oleh(pengguna)
    filterset = AkanBerakhirFilterSet(request.GET, queryset=terlihat, request=request)
    meja = _meja(request, filterset)
    tab = request.GET.get("dalam", "")
    tab = tab if tab in TAB else TAB_AWAL
    if request.GET.get("format", "") in BENTUK:
        saringan = [
            TAB[tab],
            *(f"{c.label}: {c.value}" for c in chips(filterset.form, request.GET)),
        ]
        return kirim_daftar(
            request, "akan_berakhir", AKAN_BERAKHIR, semua(meja, tab), saringan=saringan
        )
    setelah = request.GET.get("setelah", "")
    # What is searched for by words is not counted for every tab: each count would search again.
    angka = {} if request.GET.get("q") else jumlah_tab(meja)
    isi = halaman(meja, tab, setelah=setelah)
    konteks = {
        "filter": filterset,
        "halaman": isi,
        "tab": [
            (label, f"?{_kueri(request.GET, dalam=nama)}", nama == tab, angka.get(nama))
            for nama, label in TAB.items()
        ],
        "ditunda": tab == "ditunda",
        "awal": f"?{_kueri(request.GET)}" if setelah else "",
        "lanjut": f"?{_kueri(request.GET, setelah=isi.berikutnya)}" if isi.berikutnya else "",
        "kelola": boleh_mengelola_naskah(pengguna),
        "rencanakan": boleh_merencanakan(pengguna),
    }
    return render(request, "pengawasan/akan_berakhir/daftar.html", konteks)


def _meja(request: HttpRequest, filterset: AkanBerakhirFilterSet) -> Meja:
    isi = filterset.form.cleaned_data if filterset.form.is_valid() else {}
    naskah = filterset.qs if isi.get("q") else None
    return Meja.buka(
        request.user, timezone.localdate(), naskah=naskah, benda=isi.get("benda") or ""
    )


def _kueri(params: QueryDict, **ganti: str) -> str:
    """The query string with some parameters replaced; a page is left by everything else."""
    tetap = {n: v for n, v in params.items() if n != "setelah" and v}
    return urlencode(tetap | ganti)


@require_http_methods(["GET", "POST"])
def tunda_naskah(request: HttpRequest, pk: int) -> HttpResponse:
    """Leave a naskah alone until a day."""
    return _tunda(request, get_object_or_404(Naskah.objects.terlihat_oleh(request.user), pk=pk))


@require_http_methods(["GET", "POST"])
def tunda_lampiran(request: HttpRequest, pk: int) -> HttpResponse:
    """The same for an attachment."""
    terlihat = LampiranBertanggal.objects.terlihat_oleh(request.user)
    return _tunda(request, get_object_or_404(terlihat, pk=pk))


def _tunda(request: HttpRequest, benda: Naskah | LampiranBertanggal) -> HttpResponse:
    require(boleh_mengelola_naskah(request.user))
    form = TundaPengingatForm(request.POST or None)
    if form.is_valid():
        try:
            services.tunda(benda, **form.cleaned_data, oleh=request.user)
        except AturanDilanggar as error:
            form.add_error(None, error.alasan)
        else:
            messages.success(request, "Pengingat ditunda; terlihat pada tab Ditunda.")
            return redirect("akan-berakhir")
    riwayat = benda.tunda_pengingat.select_related("ditunda_oleh", "dicabut_oleh")
    konteks = {"benda": benda, "form": form, "riwayat": riwayat}
    return render(request, "pengawasan/akan_berakhir/tunda.html", konteks)


@require_POST
def cabut_tunda(request: HttpRequest, pk: int) -> HttpResponse:
    """Bring it back to the desk at once."""
    terlihat = TundaPengingat.objects.terlihat_oleh(request.user)
    tunda = get_object_or_404(terlihat, pk=pk)
    require(boleh_mengelola_naskah(request.user))
    sukses = "Penundaan dicabut; baris itu tampil lagi."
    perform(request, services.cabut, tunda.pk, oleh=request.user, success=sukses)
    return redirect("akan-berakhir")
