"""Follow-up: list, detail, report, return, close."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.db.models import DateField
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST
from django.views.generic import DetailView
from django_filters.views import FilterView

from inti.forms import CatatanForm
from inti.halaman import Urutan
from inti.models import JejakAudit
from inti.views.berkas import serve_berkas
from inti.views.ekspor import EksporMixin
from inti.views.guards import GuardMixin, perform, require
from inti.views.halaman import HalamanKunciMixin
from pengawasan.filters import TindakLanjutFilterSet
from pengawasan.forms.tindak_lanjut import LaporTindakLanjutForm
from pengawasan.models import BuktiTindakLanjut, TindakLanjut
from pengawasan.permissions import (
    boleh_melaporkan_tindak_lanjut,
    boleh_melihat,
    boleh_menutup_tindak_lanjut,
)
from pengawasan.queries.ekspor import TINDAK_LANJUT
from pengawasan.services import tindak_lanjut as services

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import FileResponse, HttpRequest, HttpResponse


class TindakLanjutDaftarView(GuardMixin, EksporMixin, HalamanKunciMixin, FilterView):
    """What follows from decisions, nearest date first."""

    guard = staticmethod(boleh_melihat)
    filterset_class = TindakLanjutFilterSet
    template_name = "pengawasan/tindak_lanjut/daftar.html"
    paginate_by = 25
    ekspor = "tindak_lanjut"
    kolom = TINDAK_LANJUT
    urutan = {"tenggat": Urutan("tenggat", DateField())}
    urutan_awal = "tenggat"
    extra_context = {"hari_ini": timezone.localdate}

    def daftar(self) -> QuerySet[TindakLanjut]:
        return TindakLanjut.objects.terlihat_oleh(self.request.user).untuk_daftar()


class TindakLanjutRincianView(GuardMixin, DetailView):
    """One follow-up, its evidence and its trail."""

    guard = staticmethod(boleh_melihat)
    template_name = "pengawasan/tindak_lanjut/rincian.html"
    context_object_name = "butir"

    def get_queryset(self) -> QuerySet[TindakLanjut]:
        terlihat = TindakLanjut.objects.terlihat_oleh(self.request.user)
        return terlihat.select_related(
            "naskah",
            "perangkat_daerah",
            "rekomendasi__baris__matrik__kegiatan",
            "dilaporkan_oleh",
            "ditutup_oleh",
        ).prefetch_related("bukti__berkas")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        pengguna = self.request.user
        return super().get_context_data(**kwargs) | {
            "lapor": boleh_melaporkan_tindak_lanjut(pengguna, self.object),
            "tutup": boleh_menutup_tindak_lanjut(pengguna),
            "form": LaporTindakLanjutForm(),
            "catatan_form": CatatanForm(),
            "hari_ini": timezone.localdate(),
            "jejak": JejakAudit.objects.tentang(self.object)[:20],
        }


def _milik(request: HttpRequest, pk: int) -> TindakLanjut:
    return get_object_or_404(TindakLanjut.objects.terlihat_oleh(request.user), pk=pk)


@require_POST
def laporkan_tindak_lanjut(request: HttpRequest, pk: int) -> HttpResponse:
    """The owner states that it was done."""
    butir = _milik(request, pk)
    require(boleh_melaporkan_tindak_lanjut(request.user, butir))
    form = LaporTindakLanjutForm(request.POST, request.FILES)
    if not form.is_valid():
        messages.error(request, next(iter(form.errors.values()))[0])
        return redirect(butir)
    perform(
        request,
        services.laporkan,
        pk,
        keterangan=form.cleaned_data["keterangan"],
        bukti=form.cleaned_data["bukti"],
        oleh=request.user,
        success="Pelaksanaan dilaporkan dan menunggu diperiksa.",
    )
    return redirect(butir)


@require_POST
def kembalikan_tindak_lanjut(request: HttpRequest, pk: int) -> HttpResponse:
    """It is not done yet."""
    return _periksa(request, pk, services.kembalikan, "Tindak lanjut dikembalikan.")


@require_POST
def tutup_tindak_lanjut(request: HttpRequest, pk: int) -> HttpResponse:
    """Closed by someone other than its owner."""
    return _periksa(request, pk, services.tutup, "Tindak lanjut ditutup.")


def _periksa(request: HttpRequest, pk: int, service: Any, success: str) -> HttpResponse:
    butir = _milik(request, pk)
    require(boleh_menutup_tindak_lanjut(request.user))
    form = CatatanForm(request.POST)
    if form.is_valid():
        catatan = form.cleaned_data["catatan"]
        perform(request, service, pk, catatan=catatan, oleh=request.user, success=success)
    else:
        messages.error(request, next(iter(form.errors.values()))[0])
    return redirect(butir)


def unduh_bukti(request: HttpRequest, pk: int, bukti_pk: int) -> FileResponse:
    """One piece of evidence."""
    require(boleh_melihat(request.user))
    butir = _milik(request, pk)
    bukti = get_object_or_404(BuktiTindakLanjut, tindak_lanjut=butir, pk=bukti_pk)
    return serve_berkas(request, bukti.berkas, tampilkan=True)
