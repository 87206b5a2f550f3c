"""The government's side of the mitra's reports: lists, reading, review, reminders."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.db.models import DateField, DateTimeField
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST
from django.views.generic import DetailView
from django_filters.views import FilterView

from inti.forms import CatatanForm
from inti.halaman import Urutan
from inti.models import JejakAudit
from inti.views.berkas import serve_berkas
from inti.views.ekspor import EksporMixin
from inti.views.guards import GuardMixin, perform, require
from inti.views.halaman import HalamanKunciMixin
from pelaporan.enums import StatusLaporanMitra
from pelaporan.filters import KewajibanLaporanFilterSet, LaporanMitraFilterSet
from pelaporan.forms.laporan_mitra import KembalikanForm
from pelaporan.models import BerkasLaporan, KewajibanLaporan, LaporanMitra, TandaTerima
from pelaporan.permissions import (
    boleh_melihat_laporan_mitra,
    boleh_membaca,
    boleh_meminta_laporan,
    boleh_meninjau,
)
from pelaporan.queries import laporan_mitra as queries
from pelaporan.queries.ekspor import KEWAJIBAN_LAPORAN, LAPORAN_MITRA
from pelaporan.queries.laporan_lalu import banding_putaran, laporan_lalu
from pelaporan.services import kewajiban as kewajiban_services
from pelaporan.services import laporan_mitra as services
from pelaporan.services import teguran_laporan
from pengawasan.permissions import boleh_mengelola_teguran

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import FileResponse, HttpRequest, HttpResponse


class DaftarView(GuardMixin, EksporMixin, HalamanKunciMixin, FilterView):
    """What both lists share: the naskah they may be narrowed to, for its tabs."""

    guard = staticmethod(boleh_melihat_laporan_mitra)
    paginate_by = 25
    tab: str

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        konteks = super().get_context_data(**kwargs)
        form = konteks["filter"].form
        naskah = form.cleaned_data.get("naskah") if form.is_valid() else None
        return konteks | {
            "naskah": naskah,
            "saringan": f"?naskah={naskah.pk}" if naskah else "",
            "tab": self.tab,
            "hari_ini": timezone.localdate(),
            "meninjau": boleh_meninjau(self.request.user),
            "meminta": boleh_meminta_laporan(self.request.user),
            "tegur": boleh_mengelola_teguran(self.request.user),
        }


class LaporanMitraDaftarView(DaftarView):
    """What was submitted, last first."""

    filterset_class = LaporanMitraFilterSet
    template_name = "pelaporan/laporan_mitra/daftar.html"
    tab = "disampaikan"
    ekspor = "laporan_mitra"
    kolom = LAPORAN_MITRA
    urutan = {"disampaikan": Urutan("disampaikan_pada", DateTimeField(), jauh=True)}
    urutan_awal = "-disampaikan"

    def daftar(self) -> QuerySet[LaporanMitra]:
        return queries.daftar(self.request.user)


class KewajibanLaporanDaftarView(DaftarView):
    """What is owed, longest overdue first."""

    filterset_class = KewajibanLaporanFilterSet
    template_name = "pelaporan/laporan_mitra/belum.html"
    tab = "belum"
    ekspor = "kewajiban_laporan"
    kolom = KEWAJIBAN_LAPORAN
    urutan = {"batas": Urutan("batas", DateField())}
    urutan_awal = "batas"

    def daftar(self) -> QuerySet[KewajibanLaporan]:
        return queries.belum_disampaikan(self.request.user)


class LaporanMitraRincianView(GuardMixin, DetailView):
    """One report: its rounds, its receipts, and the review."""

    guard = staticmethod(boleh_melihat_laporan_mitra)
    template_name = "pelaporan/laporan_mitra/rincian.html"
    context_object_name = "laporan"

    def get_queryset(self) -> QuerySet[LaporanMitra]:
        terlihat = LaporanMitra.objects.terlihat_oleh(self.request.user).terkirim()
        return terlihat.select_related("kewajiban__naskah", "kewajiban__mitra")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        pengguna, hari_ini = self.request.user, timezone.localdate()
        meninjau = boleh_meninjau(pengguna)
        return super().get_context_data(**kwargs) | {
            "riwayat": queries.putaran_tampil(self.object, pengguna),
            "kartu": queries.kartu(self.object.kewajiban, hari_ini),
            "meninjau": meninjau,
            "terima_form": CatatanForm(auto_id="terima_%s"),
            "kembalikan_form": self._kembalikan_form(hari_ini) if meninjau else None,
            "jejak": JejakAudit.objects.tentang(self.object)[:20],
        }

    def _kembalikan_form(self, hari_ini: date) -> KembalikanForm | None:
        if self.object.status != StatusLaporanMitra.DISAMPAIKAN:
            return None
        batas = queries.batas_perbaikan_bawaan(self.object.kewajiban, hari_ini)
        return KembalikanForm(initial={"batas_perbaikan": batas})


@require_GET
def banding_laporan(request: HttpRequest, pk: int) -> HttpResponse:
    """The round sent last beside the last accepted report of the mitra."""
    laporan = _terlihat(request, pk)
    lalu = laporan_lalu(laporan.kewajiban, diterima=True)
    putaran = laporan.riwayat.get(ke=laporan.putaran)
    konteks = {
        "laporan": laporan,
        "putaran": putaran,
        "lalu": lalu,
        "bagian": banding_putaran(putaran, lalu) if lalu else [],
    }
    return render(request, "pelaporan/laporan_mitra/banding.html", konteks)


@require_POST
def terima_laporan(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept the round that was sent last."""
    laporan = _terlihat(request, pk)
    require(boleh_meninjau(request.user))
    form = CatatanForm(request.POST)
    if form.is_valid():
        catatan, kabar = form.cleaned_data["catatan"], "Laporan diterima."
        perform(request, services.terima, pk, catatan=catatan, oleh=request.user, success=kabar)
    return redirect(laporan)


@require_POST
def kembalikan_laporan(request: HttpRequest, pk: int) -> HttpResponse:
    """Return it with reasons and a new deadline."""
    laporan = _terlihat(request, pk)
    require(boleh_meninjau(request.user))
    form = KembalikanForm(request.POST)
    if not form.is_valid():
        messages.error(request, next(iter(form.errors.values()))[0])
        return redirect(laporan)
    perform(
        request,
        services.kembalikan,
        pk,
        **form.cleaned_data,
        oleh=request.user,
        success="Laporan dikembalikan dan mitra diberi tahu.",
    )
    return redirect(laporan)


@require_POST
def baca_laporan(request: HttpRequest, pk: int, tanda_pk: int) -> HttpResponse:
    """The addressee states that it was read."""
    laporan = _terlihat(request, pk)
    tanda = get_object_or_404(TandaTerima, pk=tanda_pk, putaran__laporan=laporan)
    require(boleh_membaca(request.user, tanda))
    kabar = "Tanda terima Anda ditandai sudah dibaca."
    perform(request, services.baca, tanda.pk, oleh=request.user, success=kabar)
    return redirect(laporan)


@require_POST
def ingatkan_mitra(request: HttpRequest, pk: int) -> HttpResponse:
    """Remind the mitra of a duty that is due."""
    terlihat = KewajibanLaporan.objects.terlihat_oleh(request.user)
    kewajiban = get_object_or_404(terlihat, pk=pk)
    require(boleh_meninjau(request.user))
    kabar = "Mitra diingatkan melalui pesan dan surel."
    perform(request, kewajiban_services.ingatkan, kewajiban.pk, oleh=request.user, success=kabar)
    return redirect("pelaporan:laporan-mitra-belum")


@require_POST
def tegur_mitra(request: HttpRequest, pk: int) -> HttpResponse:
    """Open the warning ladder on a report that is late."""
    terlihat = KewajibanLaporan.objects.terlihat_oleh(request.user)
    kewajiban = get_object_or_404(terlihat, pk=pk)
    require(boleh_mengelola_teguran(request.user))
    kabar = "Teguran dibuka; terbitkan SP1 dari menu Teguran."
    perform(request, teguran_laporan.buka, kewajiban.pk, oleh=request.user, success=kabar)
    return redirect("pelaporan:laporan-mitra-belum")


@require_GET
def unduh_berkas(request: HttpRequest, pk: int, berkas_pk: int) -> FileResponse:
    """One file of a round; a draft's files are the mitra's own."""
    laporan = _terlihat(request, pk)
    terkirim = BerkasLaporan.objects.filter(putaran__gt=0).select_related("berkas")
    baris = get_object_or_404(terkirim, laporan=laporan, pk=berkas_pk)
    return serve_berkas(request, baris.berkas, tampilkan=True)


def _terlihat(request: HttpRequest, pk: int) -> LaporanMitra:
    require(boleh_melihat_laporan_mitra(request.user))
    return get_object_or_404(LaporanMitra.objects.terlihat_oleh(request.user).terkirim(), pk=pk)
