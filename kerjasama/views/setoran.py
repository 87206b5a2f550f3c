"""Setoran: the list of what is owed, one due row, payments, confirmation, correction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.db.models import BigIntegerField, CharField, DateField, F
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_filters.views import FilterView

from inti.formats import rupiah
from inti.halaman import Urutan
from inti.models import JejakAudit
from inti.putusan import AturanDilanggar
from inti.services.kolom import KolomBerubah
from inti.views.berkas import serve_berkas
from inti.views.ekspor import EksporMixin
from inti.views.guards import GuardMixin, perform, require
from inti.views.halaman import HalamanKunciMixin
from kerjasama.enums import SisiPernyataan
from kerjasama.filters import SetoranFilterSet
from kerjasama.forms.kewajiban import BayarForm, KoreksiForm, TetapkanForm
from kerjasama.models import PembayaranSetoran, Setoran
from kerjasama.permissions import (
    boleh_melihat_naskah,
    boleh_mencatat_pembayaran,
    boleh_mengelola_naskah,
    boleh_mengonfirmasi,
    boleh_mengoreksi,
    sisi_pengguna,
)
from kerjasama.queries import setoran as queries
from kerjasama.queries.ekspor import SETORAN
from kerjasama.services import pembayaran as services
from kerjasama.services import setoran as setoran_services

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import FileResponse, HttpRequest, HttpResponse

URUTAN = {
    "jatuh_tempo": Urutan("jatuh_tempo", DateField()),
    "jumlah": Urutan("jumlah", BigIntegerField(), kosong=True),
    "dibayar": Urutan("dibayar", BigIntegerField()),
    "sisa": Urutan(F("jumlah") - F("dibayar"), BigIntegerField(), kosong=True),
    "naskah": Urutan("butir__naskah__nomor", CharField()),
}


class SetoranDaftarView(GuardMixin, EksporMixin, HalamanKunciMixin, FilterView):
    """What is owed over the whole register, as far as one may see it; the oldest first."""

    guard = staticmethod(boleh_melihat_naskah)
    filterset_class = SetoranFilterSet
    template_name = "kerjasama/setoran/daftar.html"
    paginate_by = 25
    ekspor = "setoran"
    kolom = SETORAN
    urutan = URUTAN
    urutan_awal = "jatuh_tempo"

    def daftar(self) -> QuerySet[Setoran]:
        return Setoran.objects.terlihat_oleh(self.request.user).untuk_daftar()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        konteks, hari_ini = super().get_context_data(**kwargs), timezone.localdate()
        return konteks | {
            "baris": queries.tampil(konteks["object_list"], per=hari_ini),
            "total": queries.jumlahkan(self.object_list, per=hari_ini),
            "naskah": konteks["filter"].form.cleaned_data.get("naskah"),
            "hari_ini": hari_ini,
        }


@require_GET
def rincian_setoran(request: HttpRequest, pk: int) -> HttpResponse:
    """One due row: its sums, every payment recorded, and what the sides state."""
    require(boleh_melihat_naskah(request.user))
    setoran, hari_ini = _setoran(request, pk), timezone.localdate()
    butir = setoran.butir
    konteks = {
        "setoran": setoran,
        "butir": butir,
        "keadaan": queries.keadaan(setoran, per=hari_ini),
        "hari_ini": hari_ini,
        "pembayaran": queries.pembayaran(setoran),
        "menurut": queries.menurut_sisi(setoran, request.user),
        "catat": boleh_mencatat_pembayaran(request.user, butir),
        "konfirmasi": boleh_mengonfirmasi(request.user, butir),
        "tetapkan": boleh_mengelola_naskah(request.user),
        "jejak": JejakAudit.objects.tentang(setoran)[:20],
    }
    return render(request, "kerjasama/setoran/rincian.html", konteks)


@require_http_methods(["GET", "POST"])
def bayar_setoran(request: HttpRequest, pk: int) -> HttpResponse:
    """Record a payment for one's own side."""
    setoran = _setoran(request, pk)
    require(boleh_mencatat_pembayaran(request.user, setoran.butir))
    form = BayarForm(
        request.POST or None,
        request.FILES or None,
        sisi=sisi_pengguna(request.user, setoran.butir),
        naskah=setoran.butir.naskah,
    )
    if request.method == "POST" and form.is_valid():
        isi = form.cleaned_data
        sukses = f"Pembayaran {rupiah(isi['jumlah'])} dicatat dan menunggu konfirmasi."
        if perform(
            request, services.catat, pk, form.isi("bukti"), sisi=SisiPernyataan(isi["sisi"]),
            bukti=isi["bukti"], oleh=request.user, kunci=isi["kunci"], success=sukses,
        ):  # fmt: skip
            return redirect(setoran)
    konteks = {"form": form, "setoran": setoran, "judul": "Catat pembayaran"}
    return render(request, "kerjasama/setoran/bayar.html", konteks)


@require_http_methods(["GET", "POST"])
def tetapkan_setoran(request: HttpRequest, pk: int) -> HttpResponse:
    """Set the amount of one turn."""
    setoran = _setoran(request, pk)
    require(boleh_mengelola_naskah(request.user))
    form = TetapkanForm(request.POST or None, setoran=setoran)
    if request.method == "POST" and form.is_valid():
        jumlah, alasan = form.cleaned_data["jumlah"], form.cleaned_data["alasan"]
        try:
            setoran_services.tetapkan(
                pk, jumlah=jumlah, alasan=alasan, oleh=request.user, asal=form.asal_halaman()
            )
        except KolomBerubah as error:
            form.hadapkan(_setoran(request, pk), error.alasan)
        except AturanDilanggar as error:
            form.add_error(None, error.alasan)
        else:
            messages.success(request, f"Jumlah setoran ini ditetapkan {rupiah(jumlah)}.")
            return redirect(setoran)
    konteks = {"form": form, "setoran": setoran, "judul": "Tetapkan jumlah"}
    status = 409 if form.bentrok else 200
    return render(request, "kerjasama/setoran/bayar.html", konteks, status=status)


@require_POST
def konfirmasi_pembayaran(request: HttpRequest, pk: int) -> HttpResponse:
    """The money came in."""
    pembayaran = _pembayaran(request, pk)
    require(boleh_mengonfirmasi(request.user, pembayaran.setoran.butir))
    perform(request, services.konfirmasi, pk, oleh=request.user, success="Pembayaran dikonfirmasi.")
    return redirect(pembayaran.setoran)


@require_http_methods(["GET", "POST"])
def koreksi_pembayaran(request: HttpRequest, pk: int) -> HttpResponse:
    """A new row in place of a wrong one, with the reason."""
    lama = _pembayaran(request, pk)
    setoran = lama.setoran
    require(boleh_mengoreksi(request.user, lama))
    form = KoreksiForm(
        request.POST or None,
        request.FILES or None,
        sisi=sisi_pengguna(request.user, setoran.butir),
        naskah=setoran.butir.naskah,
        initial={n: getattr(lama, n) for n in ("jumlah", "tanggal", "nomor_bukti", "keterangan")},
    )
    if request.method == "POST" and form.is_valid():
        isi = form.cleaned_data
        if perform(
            request, services.koreksi, pk, form.data_pembayaran(), alasan=isi["alasan"],
            sisi=SisiPernyataan(isi["sisi"]), bukti=isi["bukti"], oleh=request.user,
            success="Koreksi dicatat; baris lama tetap tersimpan.",
        ):  # fmt: skip
            return redirect(setoran)
    konteks = {"form": form, "setoran": setoran, "lama": lama, "judul": "Koreksi pembayaran"}
    return render(request, "kerjasama/setoran/bayar.html", konteks)


@require_GET
def buka_bukti(request: HttpRequest, pk: int) -> FileResponse:
    """The evidence of one payment that one may see."""
    pembayaran = _pembayaran(request, pk)
    if pembayaran.bukti is None:
        raise Http404
    return serve_berkas(request, pembayaran.bukti, tampilkan=True)


# --- Shared -------------------------------------------------------------------------------


def _setoran(request: HttpRequest, pk: int) -> Setoran:
    terlihat = Setoran.objects.terlihat_oleh(request.user)
    return get_object_or_404(terlihat.select_related("butir__naskah", "butir__mitra"), pk=pk)


def _pembayaran(request: HttpRequest, pk: int) -> PembayaranSetoran:
    require(boleh_melihat_naskah(request.user))
    return get_object_or_404(
        PembayaranSetoran.objects.select_related("setoran__butir__naskah", "bukti"),
        setoran__in=Setoran.objects.terlihat_oleh(request.user),
        pk=pk,
    )
