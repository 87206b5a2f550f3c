"""Postponement: the list of requests, and what becomes of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import DateTimeField
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST
from django_filters.views import FilterView

from inti.halaman import Urutan
from inti.views.ekspor import EksporMixin
from inti.views.guards import GuardMixin, perform, require
from inti.views.halaman import HalamanKunciMixin
from pengawasan.filters import PenundaanFilterSet
from pengawasan.forms.jadwal import PutusanPenundaanForm, TundaForm
from pengawasan.models import Jadwal, PenundaanJadwal
from pengawasan.permissions import (
    boleh_melihat,
    boleh_memutuskan_penundaan,
    boleh_mengajukan_penundaan,
)
from pengawasan.queries.ekspor import PENUNDAAN
from pengawasan.services import penundaan as services
from pengawasan.views.jadwal import JadwalRincianView

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse


class PenundaanDaftarView(GuardMixin, EksporMixin, HalamanKunciMixin, FilterView):
    """Every request, the latest first."""

    guard = staticmethod(boleh_melihat)
    filterset_class = PenundaanFilterSet
    template_name = "pengawasan/penundaan/daftar.html"
    paginate_by = 25
    ekspor = "penundaan_jadwal"
    kolom = PENUNDAAN
    urutan = {"diajukan_pada": Urutan("diajukan_pada", DateTimeField())}
    urutan_awal = "-diajukan_pada"

    def daftar(self) -> QuerySet[PenundaanJadwal]:
        return PenundaanJadwal.objects.terlihat_oleh(self.request.user).untuk_daftar()


@require_POST
def ajukan_penundaan(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for a later day for an obligation."""
    jadwal = get_object_or_404(Jadwal.objects.terlihat_oleh(request.user), pk=pk)
    require(boleh_mengajukan_penundaan(request.user))
    form = TundaForm(request.POST, jadwal=jadwal, auto_id="tunda-%s")
    sukses = "Permintaan penundaan dikirim; tanggal menurut aturan tetap terlihat."
    return JadwalRincianView.submit(
        request, jadwal, form, services.ajukan, name="tunda_form", success=sukses
    )


@require_POST
def setujui_penundaan(request: HttpRequest, pk: int) -> HttpResponse:
    """Grant it."""
    return _putuskan(request, pk, services.setujui, "Penundaan disetujui.")


@require_POST
def tolak_penundaan(request: HttpRequest, pk: int) -> HttpResponse:
    """Refuse it, with the reason."""
    return _putuskan(request, pk, services.tolak, "Permintaan penundaan ditolak.")


@require_POST
def tarik_penundaan(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one's own request back."""
    penundaan = _milik(request, pk)
    require(boleh_mengajukan_penundaan(request.user))
    sukses = "Permintaan penundaan ditarik kembali."
    perform(request, services.tarik, pk, oleh=request.user, success=sukses)
    return redirect(penundaan.jadwal)


def _putuskan(
    request: HttpRequest, pk: int, service: Callable[..., object], sukses: str
) -> HttpResponse:
    """Decide with the words that were typed; refused, they stand on the page."""
    penundaan = _milik(request, pk)
    require(boleh_memutuskan_penundaan(request.user))
    menolak = service is services.tolak
    form = PutusanPenundaanForm(request.POST, auto_id="putusan-%s", menolak=menolak)
    return JadwalRincianView.submit(
        request, penundaan.jadwal, form, service, name="putusan_form", success=sukses, pk=pk
    )


def _milik(request: HttpRequest, pk: int) -> PenundaanJadwal:
    terlihat = PenundaanJadwal.objects.terlihat_oleh(request.user).select_related("jadwal")
    return get_object_or_404(terlihat, pk=pk)
