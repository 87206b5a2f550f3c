"""Postponement: the list of requests, and what becomes of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
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
    form = TundaForm(request.POST)
    if form.is_valid():
        sukses = "Permintaan penundaan dikirim; tanggal menurut aturan tetap terlihat."
        perform(
            request, services.ajukan, pk, **form.cleaned_data, oleh=request.user, success=sukses
        )
    else:
        messages.error(request, _kesalahan(form))
    return _kembali(jadwal.pk)


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
    return _kembali(penundaan.jadwal_id)


def _putuskan(
    request: HttpRequest, pk: int, service: Callable[..., object], sukses: str
) -> HttpResponse:
    """Decide with the words that were typed, or tell what is wrong with them."""
    penundaan = _milik(request, pk)
    require(boleh_memutuskan_penundaan(request.user))
    form = PutusanPenundaanForm(request.POST)
    if form.is_valid():
        perform(request, service, pk, **form.cleaned_data, oleh=request.user, success=sukses)
    else:
        messages.error(request, _kesalahan(form))
    return _kembali(penundaan.jadwal_id)


def _milik(request: HttpRequest, pk: int) -> PenundaanJadwal:
    return get_object_or_404(PenundaanJadwal.objects.terlihat_oleh(request.user), pk=pk)


def _kembali(jadwal: int) -> HttpResponse:
    return redirect("pengawasan:jadwal-rincian", jadwal)


def _kesalahan(form: TundaForm | PutusanPenundaanForm) -> str:
    """What is wrong, field by field, in one sentence each."""
    return " ".join(
        f"{form[nama].label if nama in form.fields else ''}: {' '.join(pesan)}"
        for nama, pesan in form.errors.items()
    )
