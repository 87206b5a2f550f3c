"""The log of control: list, entry, writing and correcting it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.db.models import DateField
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods
from django.views.generic import DetailView
from django_filters.views import FilterView

from inti.halaman import Urutan
from inti.models import JejakAudit
from inti.putusan import AturanDilanggar
from inti.views.bentrok import save_or_compare_page
from inti.views.berkas import serve_berkas
from inti.views.ekspor import EksporMixin
from inti.views.guards import GuardMixin, require
from inti.views.halaman import HalamanKunciMixin
from kerjasama.models import Naskah
from pengawasan.filters import PengendalianFilterSet
from pengawasan.forms.pengendalian import CatatPengendalianForm, UbahPengendalianForm
from pengawasan.models import Pengendalian
from pengawasan.permissions import (
    boleh_melihat,
    boleh_mencatat_pengendalian,
    boleh_mengubah_pengendalian,
)
from pengawasan.queries import pengendalian as queries
from pengawasan.queries.ekspor import PENGENDALIAN
from pengawasan.services import pengendalian as services

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import FileResponse, HttpRequest, HttpResponse


class PengendalianDaftarView(GuardMixin, EksporMixin, HalamanKunciMixin, FilterView):
    """What the units controlled, newest first."""

    guard = staticmethod(boleh_melihat)
    filterset_class = PengendalianFilterSet
    template_name = "pengawasan/pengendalian/daftar.html"
    paginate_by = 25
    ekspor = "pengendalian"
    kolom = PENGENDALIAN
    urutan = {"tanggal": Urutan("tanggal", DateField())}
    urutan_awal = "-tanggal"

    def daftar(self) -> QuerySet[Pengendalian]:
        return Pengendalian.objects.terlihat_oleh(self.request.user).untuk_daftar()


class PengendalianRincianView(GuardMixin, DetailView):
    """One entry and its trail."""

    guard = staticmethod(boleh_melihat)
    template_name = "pengawasan/pengendalian/rincian.html"
    context_object_name = "catatan"

    def get_queryset(self) -> QuerySet[Pengendalian]:
        terlihat = Pengendalian.objects.terlihat_oleh(self.request.user)
        return terlihat.untuk_daftar().select_related("dicatat_oleh")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "ubah": boleh_mengubah_pengendalian(self.request.user, self.object),
            "jejak": JejakAudit.objects.tentang(self.object)[:20],
        }


@require_http_methods(["GET", "POST"])
def tambah_pengendalian(request: HttpRequest, pk: int) -> HttpResponse:
    """Note control of a naskah, on behalf of one of its units."""
    naskah = get_object_or_404(Naskah.objects.terlihat_oleh(request.user), pk=pk)
    unit = queries.unit_penulis(request.user, naskah)
    require(boleh_mencatat_pengendalian(request.user, unit))
    form = CatatPengendalianForm(request.POST or None, request.FILES or None, unit=unit)
    if form.is_valid() and (catatan := _catat(request, form, naskah)):
        return redirect(catatan)
    konteks = {"form": form, "naskah": naskah, "judul": "Catat pengendalian"}
    return render(request, "pengawasan/pengendalian/form.html", konteks)


def _catat(
    request: HttpRequest, form: CatatPengendalianForm, naskah: Naskah
) -> Pengendalian | None:
    isi = form.cleaned_data
    try:
        catatan = services.catat(
            naskah.pk,
            form.data_pengendalian(),
            unit=isi["unit"],
            berkas=isi["berkas"],
            kunci=isi["kunci"],
            oleh=request.user,
        )
    except AturanDilanggar as error:
        form.add_error(None, error.alasan)
        return None
    messages.success(request, "Pengendalian dicatat.")
    return catatan


@require_http_methods(["GET", "POST"])
def ubah_pengendalian(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct an entry of one's unit."""
    catatan = _terlihat(request, pk)
    require(boleh_mengubah_pengendalian(request.user, catatan))

    def page(data: Any) -> UbahPengendalianForm:
        kini = _terlihat(request, pk)
        form = UbahPengendalianForm(data, request.FILES if data else None, catatan=kini)
        return form.sertakan()

    form = page(request.POST or None)
    if form.sah():
        isi = form.cleaned_data
        simpan = partial(
            services.ubah,
            pk,
            form.data_pengendalian(),
            versi=isi["versi"],
            berkas=isi["berkas"],
            oleh=request.user,
        )
        kabar = "Catatan diperbaiki; isi semula tetap pada riwayat."
        hasil = save_or_compare_page(request, form, page, simpan, success=kabar)
        if hasil is None:
            return redirect(catatan)
        form = hasil
    konteks = {
        "form": form,
        "naskah": catatan.naskah,
        "catatan": catatan,
        "judul": "Perbaiki catatan pengendalian",
    }
    status = 409 if form.bentrok else 200
    return render(request, "pengawasan/pengendalian/form.html", konteks, status=status)


def _terlihat(request: HttpRequest, pk: int) -> Pengendalian:
    terlihat = Pengendalian.objects.terlihat_oleh(request.user).untuk_daftar()
    return get_object_or_404(terlihat, pk=pk)


@require_GET
def buka_berkas_pengendalian(request: HttpRequest, pk: int) -> FileResponse:
    """The file of one entry."""
    require(boleh_melihat(request.user))
    berkas = _terlihat(request, pk).berkas
    if berkas is None:
        msg = "Catatan ini tidak berberkas."
        raise Http404(msg)
    return serve_berkas(request, berkas, tampilkan=True)
