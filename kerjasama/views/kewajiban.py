"""The ledger of hak dan kewajiban: one naskah, one item, stating, changing, evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q, Subquery
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from inti.models import JejakAudit
from inti.permissions import boleh
from inti.putusan import AturanDilanggar
from inti.roles import Kemampuan
from inti.services.kolom import KolomBerubah
from inti.views.berkas import serve_berkas
from inti.views.ekspor import BENTUK, kirim_daftar
from inti.views.guards import require
from kerjasama.enums import PihakButir, SisiPernyataan
from kerjasama.forms.kewajiban import ButirLengkapForm, NyatakanForm, TampilForm
from kerjasama.models import BuktiPernyataan, Butir, Naskah, PernyataanPemenuhan, Setoran
from kerjasama.permissions import (
    boleh_melihat_naskah,
    boleh_mengelola_naskah,
    boleh_menyatakan,
    mitra_pengguna,
    sisi_pengguna,
)
from kerjasama.queries import pemenuhan as queries
from kerjasama.queries.ekspor import BUTIR
from kerjasama.queries.setoran import jumlahkan, tampil
from kerjasama.services import butir as butir_services
from kerjasama.services import pernyataan as services

if TYPE_CHECKING:
    from django.http import FileResponse, HttpRequest, HttpResponse
    from django.http.response import HttpResponseBase

    from inti.models import Pengguna

RIWAYAT = 20
GILIRAN = 12


@require_GET
def rincian_kewajiban(request: HttpRequest, pk: int) -> HttpResponseBase:
    """All items of a naskah, what each side states, and what is owed."""
    require(boleh_melihat_naskah(request.user))
    naskah = get_object_or_404(Naskah.objects.terlihat_oleh(request.user), pk=pk)
    saringan = TampilForm(request.GET).saringan()
    ledger = queries.ledger(naskah, request.user, per=timezone.localdate())
    baris, tersaring = ledger.saring(**saringan), _kata(ledger, **saringan)
    if request.GET.get("format") in BENTUK:
        sebutan = [f"Naskah: {naskah}", *([f"Butir {tersaring}"] if tersaring else [])]
        return kirim_daftar(request, "hak_kewajiban", BUTIR, baris, saringan=sebutan)
    konteks = {
        "naskah": naskah,
        "ringkasan": ledger.ringkasan,
        "baris": baris,
        "per_mitra": ledger.per_mitra,
        "tersaring": tersaring,
        "kelola": boleh_mengelola_naskah(request.user),
        "terbatas": not boleh(request.user, Kemampuan.LIHAT_REGISTER),
    }
    return render(request, "kerjasama/kewajiban/rincian.html", konteks)


@require_http_methods(["GET", "POST"])
def tambah_butir(request: HttpRequest, pk: int) -> HttpResponse:
    """A new item."""
    naskah = get_object_or_404(Naskah.objects.terlihat_oleh(request.user), pk=pk)
    require(boleh_mengelola_naskah(request.user))
    form = ButirLengkapForm(request.POST or None, naskah=naskah)
    if request.method == "POST" and form.is_valid():
        kunci = form.cleaned_data["kunci"]
        try:
            butir = butir_services.catat(pk, form.data_kolom(), oleh=request.user, kunci=kunci)
        except AturanDilanggar as error:
            form.add_error(None, error.alasan)
        else:
            messages.success(request, "Butir dicatat.")
            return redirect(butir)
    return _halaman_butir(request, form, naskah)


@require_http_methods(["GET", "POST"])
def ubah_butir(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct an item."""
    butir = _butir(request, pk)
    require(boleh_mengelola_naskah(request.user))
    form = ButirLengkapForm(request.POST or None, instance=butir, naskah=butir.naskah)
    if request.method == "POST" and form.is_valid():
        try:
            butir_services.ubah(pk, form.data_kolom(), oleh=request.user, asal=form.asal_halaman())
        except KolomBerubah as error:
            form.hadapkan(_butir(request, pk), error.alasan)
        except AturanDilanggar as error:
            form.add_error(None, error.alasan)
        else:
            messages.success(request, "Perubahan butir disimpan.")
            return redirect(butir)
    return _halaman_butir(request, form, butir.naskah)


@require_GET
def rincian_butir(request: HttpRequest, pk: int) -> HttpResponse:
    """One item: the sides next to each other, what is owed, every statement with evidence."""
    require(boleh_melihat_naskah(request.user))
    butir, hari_ini = _butir(request, pk), timezone.localdate()
    kelola = boleh_mengelola_naskah(request.user)
    # Read once, page and all: how often a side can speak is bounded by the turns of an item.
    semua = list(queries.riwayat(butir, request.user))
    riwayat = Paginator(semua, RIWAYAT)
    konteks = {
        "butir": butir,
        "hari_ini": hari_ini,
        "sisi": SisiPernyataan,
        "menurut": queries.suara_per_giliran(butir, queries.terkini(semua))[:GILIRAN],
        "giliran": queries.jatuh_tempo(butir, butir.naskah, per=hari_ini),
        "page_obj": riwayat.get_page(request.GET.get("page")),
        "kelola": kelola,
        "nyatakan": boleh_menyatakan(request.user, butir),
        "jejak": JejakAudit.objects.tentang(butir)[:20] if kelola else [],
    }
    if butir.sifat_uang:
        konteks |= _uang(butir)
    return render(request, "kerjasama/kewajiban/butir.html", konteks)


@require_http_methods(["GET", "POST"])
def nyatakan_butir(request: HttpRequest, pk: int) -> HttpResponse:
    """State, for one's own side, how far an item is fulfilled."""
    butir = _butir(request, pk)
    require(boleh_menyatakan(request.user, butir))
    form = NyatakanForm(
        request.POST or None,
        request.FILES or None,
        butir=butir,
        sisi=sisi_pengguna(request.user, butir),
        giliran=queries.jatuh_tempo(butir, butir.naskah, per=timezone.localdate()),
    )
    if request.method == "POST" and form.is_valid():
        try:
            services.nyatakan(pk, form.isi("bukti"), **_penyata(request.user, butir, form))
        except AturanDilanggar as error:
            form.add_error(None, error.alasan)
        else:
            messages.success(request, "Pernyataan dicatat. Pernyataan sebelumnya tetap tersimpan.")
            return redirect(butir)
    konteks = {"form": form, "butir": butir, "judul": "Nyatakan pemenuhan"}
    return render(request, "kerjasama/kewajiban/nyatakan.html", konteks)


@require_GET
def buka_bukti(request: HttpRequest, pk: int, bukti_pk: int) -> FileResponse:
    """One piece of evidence of a statement that one may read."""
    require(boleh_melihat_naskah(request.user))
    terlihat = PernyataanPemenuhan.objects.terlihat_oleh(request.user).filter(butir=pk)
    bukti = get_object_or_404(
        BuktiPernyataan.objects.select_related("berkas"), pernyataan__in=terlihat, pk=bukti_pk
    )
    return serve_berkas(request, bukti.berkas, tampilkan=True)


# --- Shared -------------------------------------------------------------------------------


def _butir(request: HttpRequest, pk: int) -> Butir:
    terlihat = Butir.objects.terlihat_oleh(request.user).select_related("naskah", "mitra")
    return get_object_or_404(terlihat, pk=pk)


def _halaman_butir(request: HttpRequest, form: ButirLengkapForm, naskah: Naskah) -> HttpResponse:
    judul = "Ubah butir" if form.instance.pk else "Tambah butir"
    konteks = {"form": form, "naskah": naskah, "judul": judul}
    status = 409 if form.bentrok else 200
    return render(request, "kerjasama/kewajiban/form.html", konteks, status=status)


def _kata(ledger: queries.Ledger, *, pihak: str, sisi: str, mitra: int) -> str:
    """What a figure opened to, in words."""
    kata = [f"milik {PihakButir(pihak).label.lower()}"] if pihak else []
    kata += [f"milik {m.mitra}" for m in ledger.per_mitra if m.mitra.pk == mitra]
    kata += [f"yang dinyatakan {SisiPernyataan(sisi).label}"] if sisi else []
    return " ".join(kata)


def _penyata(pengguna: Pengguna, butir: Butir, form: NyatakanForm) -> dict[str, Any]:
    sisi = SisiPernyataan(form.cleaned_data["sisi"])
    return {
        "sisi": sisi,
        "mitra": mitra_pengguna(pengguna, butir) if sisi == SisiPernyataan.MITRA else None,
        "bukti": form.cleaned_data["bukti"],
        "oleh": pengguna,
        "kunci": form.cleaned_data["kunci"],
    }


def _uang(butir: Butir) -> dict[str, Any]:
    """The due rows of an item up to the next one, and the sums of all."""
    hari_ini = timezone.localdate()
    terbuka = Setoran.objects.terbuka().filter(butir=butir)
    berikut = terbuka.filter(jatuh_tempo__gt=hari_ini).order_by("jatuh_tempo").values("pk")[:1]
    tampak = terbuka.filter(Q(jatuh_tempo__lte=hari_ini) | Q(pk=Subquery(berikut)))
    setoran = list(tampak.order_by("-jatuh_tempo")[: GILIRAN + 1])
    for satu in setoran:
        satu.butir = butir
    return {"setoran": tampil(setoran, per=hari_ini), "total": jumlahkan(terbuka, per=hari_ini)}
