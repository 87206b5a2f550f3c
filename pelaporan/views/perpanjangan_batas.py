"""A later deadline for a mitra's report: asked for in the portal, decided by the staff."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.db.models import DateTimeField
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_filters.views import FilterView

from inti.halaman import Urutan
from inti.putusan import AturanDilanggar
from inti.views.ekspor import EksporMixin
from inti.views.guards import GuardMixin, perform, require
from inti.views.halaman import HalamanKunciMixin
from pelaporan.enums import StatusKewajibanLaporan
from pelaporan.filters.permintaan import PerpanjanganFilterSet
from pelaporan.forms.perpanjangan_batas import PerpanjanganForm
from pelaporan.models import KewajibanLaporan, PerpanjanganBatas
from pelaporan.permissions import (
    boleh_melihat_laporan_mitra,
    boleh_memutuskan_perpanjangan,
    boleh_mengisi,
)
from pelaporan.queries.ekspor import PERPANJANGAN
from pelaporan.queries.laporan_mitra import kartu
from pelaporan.services import perpanjangan_batas as services
from pengawasan.enums import StatusPenundaan
from pengawasan.forms.jadwal import PutusanPenundaanForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse


# --- The mitra's side ---------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
def minta_perpanjangan(request: HttpRequest, pk: int) -> HttpResponse:
    """What was asked for of this duty and what became of it; the form to ask again."""
    milik = KewajibanLaporan.objects.milik(request.user)
    kewajiban = get_object_or_404(milik.select_related("naskah", "mitra", "laporan"), pk=pk)
    require(boleh_mengisi(request.user, kewajiban))
    hari_ini = timezone.localdate()
    form = PerpanjanganForm(request.POST or None, setelah=max(kewajiban.batas, hari_ini))
    if request.method == "POST" and form.is_valid():
        try:
            services.ajukan(pk, **form.cleaned_data, oleh=request.user)
        except AturanDilanggar as error:
            form.add_error(None, error.alasan)
        else:
            messages.success(request, "Permintaan dikirim; putusannya dikabarkan kepada Anda.")
            return redirect("pelaporan:portal-perpanjangan", pk)
    permintaan = kewajiban.perpanjangan.untuk_daftar()
    konteks = {
        "kartu": kartu(kewajiban, hari_ini),
        "permintaan": permintaan,
        "menunggu": any(p.status == StatusPenundaan.DIAJUKAN for p in permintaan),
        "ditunggu": kewajiban.status == StatusKewajibanLaporan.TERBUKA,
        "form": form,
    }
    return render(request, "pelaporan/portal/perpanjangan.html", konteks)


@require_POST
def tarik_perpanjangan(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one's own request back."""
    milik = KewajibanLaporan.objects.milik(request.user)
    satu = get_object_or_404(
        PerpanjanganBatas.objects.filter(kewajiban__in=milik).untuk_daftar(), pk=pk
    )
    require(boleh_mengisi(request.user, satu.kewajiban))
    kabar = "Permintaan perpanjangan ditarik kembali."
    perform(request, services.tarik, pk, oleh=request.user, success=kabar)
    return redirect("pelaporan:portal-perpanjangan", satu.kewajiban_id)


# --- The government's side ----------------------------------------------------------------


class PerpanjanganDaftarView(GuardMixin, EksporMixin, HalamanKunciMixin, FilterView):
    """Every request, the latest first."""

    guard = staticmethod(boleh_melihat_laporan_mitra)
    filterset_class = PerpanjanganFilterSet
    template_name = "pelaporan/perpanjangan/daftar.html"
    paginate_by = 25
    ekspor = "perpanjangan_batas"
    kolom = PERPANJANGAN
    urutan = {"diajukan_pada": Urutan("diajukan_pada", DateTimeField())}
    urutan_awal = "-diajukan_pada"

    def daftar(self) -> QuerySet[PerpanjanganBatas]:
        return PerpanjanganBatas.objects.terlihat_oleh(self.request.user).untuk_daftar()


@require_GET
def rincian_perpanjangan(request: HttpRequest, pk: int) -> HttpResponse:
    """One request, with what was decided before about the same report."""
    return _rincian(request, _terlihat(request, pk), PutusanPenundaanForm())


def _rincian(
    request: HttpRequest, satu: PerpanjanganBatas, form: PutusanPenundaanForm
) -> HttpResponse:
    menunggu = satu.status == StatusPenundaan.DIAJUKAN
    konteks = {
        "satu": satu,
        "kartu": kartu(satu.kewajiban, timezone.localdate()),
        "lain": satu.kewajiban.perpanjangan.untuk_daftar().exclude(pk=satu.pk),
        "memutuskan": menunggu and boleh_memutuskan_perpanjangan(request.user),
        "form": form,
    }
    return render(request, "pelaporan/perpanjangan/rincian.html", konteks)


@require_POST
def setujui_perpanjangan(request: HttpRequest, pk: int) -> HttpResponse:
    """Grant it."""
    return _putuskan(request, pk, services.setujui, "Perpanjangan disetujui; mitra diberi tahu.")


@require_POST
def tolak_perpanjangan(request: HttpRequest, pk: int) -> HttpResponse:
    """Refuse it, with the reason."""
    return _putuskan(request, pk, services.tolak, "Perpanjangan ditolak; mitra diberi tahu.")


def _putuskan(
    request: HttpRequest, pk: int, service: Callable[..., object], sukses: str
) -> HttpResponse:
    satu = _terlihat(request, pk)
    require(boleh_memutuskan_perpanjangan(request.user))
    form = PutusanPenundaanForm(request.POST, menolak=service is services.tolak)
    if not form.is_valid():
        return _rincian(request, satu, form)
    perform(request, service, pk, **form.cleaned_data, oleh=request.user, success=sukses)
    return redirect(satu)


def _terlihat(request: HttpRequest, pk: int) -> PerpanjanganBatas:
    require(boleh_melihat_laporan_mitra(request.user))
    terlihat = PerpanjanganBatas.objects.terlihat_oleh(request.user).untuk_daftar()
    return get_object_or_404(terlihat.select_related("kewajiban__laporan"), pk=pk)
