"""Reports on request: who was asked for what, asking, taking back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.db.models import DateTimeField
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_filters.views import FilterView

from inti.forms import AlasanForm
from inti.halaman import Urutan
from inti.models import JejakAudit
from inti.putusan import AturanDilanggar
from inti.views.ekspor import EksporMixin
from inti.views.guards import GuardMixin, perform, require
from inti.views.halaman import HalamanKunciMixin
from kerjasama.models import Naskah
from pelaporan.filters.permintaan import PermintaanLaporanFilterSet
from pelaporan.forms.permintaan_laporan import PermintaanLaporanForm
from pelaporan.models import PermintaanLaporan
from pelaporan.permissions import boleh_melihat_laporan_mitra, boleh_meminta_laporan
from pelaporan.queries.ekspor import PERMINTAAN_LAPORAN
from pelaporan.queries.laporan_mitra import kartu
from pelaporan.services import permintaan_laporan as services

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse


class PermintaanLaporanDaftarView(GuardMixin, EksporMixin, HalamanKunciMixin, FilterView):
    """Every request, the latest first."""

    guard = staticmethod(boleh_melihat_laporan_mitra)
    filterset_class = PermintaanLaporanFilterSet
    template_name = "pelaporan/permintaan_laporan/daftar.html"
    paginate_by = 25
    ekspor = "permintaan_laporan"
    kolom = PERMINTAAN_LAPORAN
    urutan = {"diminta_pada": Urutan("diminta_pada", DateTimeField())}
    urutan_awal = "-diminta_pada"

    def daftar(self) -> QuerySet[PermintaanLaporan]:
        return PermintaanLaporan.objects.terlihat_oleh(self.request.user).untuk_daftar()


@require_GET
def rincian_permintaan(request: HttpRequest, pk: int) -> HttpResponse:
    """One request, and where each mitra stands."""
    permintaan = _terlihat(request, pk)
    hari_ini = timezone.localdate()
    kewajiban = permintaan.kewajiban.select_related("naskah", "mitra", "laporan").order_by("pk")
    konteks = {
        "permintaan": permintaan,
        "kartu": [kartu(k, hari_ini) for k in kewajiban],
        "meminta": boleh_meminta_laporan(request.user),
        "tarik_form": AlasanForm(),
        "jejak": JejakAudit.objects.tentang(permintaan)[:20],
    }
    return render(request, "pelaporan/permintaan_laporan/rincian.html", konteks)


@require_http_methods(["GET", "POST"])
def minta_laporan(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask the mitra of one naskah."""
    naskah = get_object_or_404(Naskah.objects.terlihat_oleh(request.user), pk=pk)
    require(boleh_meminta_laporan(request.user))
    form = PermintaanLaporanForm(request.POST or None, naskah=naskah)
    if request.method == "POST" and form.is_valid():
        try:
            permintaan = services.minta(pk, **form.isi(), oleh=request.user)
        except AturanDilanggar as error:
            form.add_error(None, error.alasan)
        else:
            messages.success(request, "Laporan diminta; mitra diberi tahu.")
            return redirect(permintaan)
    konteks = {"naskah": naskah, "form": form}
    return render(request, "pelaporan/permintaan_laporan/form.html", konteks)


@require_POST
def tarik_permintaan(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it back, with the reason."""
    permintaan = _terlihat(request, pk)
    require(boleh_meminta_laporan(request.user))
    form = AlasanForm(request.POST)
    if form.is_valid():
        kabar = "Permintaan ditarik; mitra yang belum menyampaikan diberi tahu."
        perform(request, services.tarik, pk, **form.cleaned_data, oleh=request.user, success=kabar)
    else:
        messages.error(request, f"Alasan: {' '.join(form.errors['alasan'])}")
    return redirect(permintaan)


def _terlihat(request: HttpRequest, pk: int) -> PermintaanLaporan:
    require(boleh_melihat_laporan_mitra(request.user))
    terlihat = PermintaanLaporan.objects.terlihat_oleh(request.user)
    return get_object_or_404(terlihat.select_related("naskah", "diminta_oleh"), pk=pk)
