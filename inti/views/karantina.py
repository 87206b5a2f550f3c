"""What the virus scanner refused, for the administrator: list, one with what can be done to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import BigIntegerField
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST
from django_filters.views import FilterView

from inti.filters import KarantinaFilterSet
from inti.forms.karantina import HapusKarantinaForm
from inti.halaman import Urutan
from inti.models import BerkasKarantina, JejakAudit
from inti.permissions import boleh_mengelola_karantina
from inti.queries.ekspor import KARANTINA
from inti.services import karantina as services
from inti.views.ekspor import EksporMixin
from inti.views.guards import GuardMixin, pastikan_orangnya, perform, require
from inti.views.halaman import HalamanKunciMixin

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.forms import Form
    from django.http import HttpRequest, HttpResponse


class KarantinaDaftarView(GuardMixin, EksporMixin, HalamanKunciMixin, FilterView):
    """Newest first."""

    guard = staticmethod(boleh_mengelola_karantina)
    filterset_class = KarantinaFilterSet
    template_name = "inti/karantina/daftar.html"
    ekspor = "karantina"
    kolom = KARANTINA
    paginate_by = 25
    urutan = {"urut": Urutan("pk", BigIntegerField())}
    urutan_awal = "-urut"

    def daftar(self) -> QuerySet[BerkasKarantina]:
        semua = BerkasKarantina.objects.terlihat_oleh(self.request.user)
        return semua.select_related("diunggah_oleh")


@require_GET
def rincian_karantina(request: HttpRequest, pk: int) -> HttpResponse:
    """One refusal. No address gives the bytes."""
    return _rincian(request, _milik(request, pk), HapusKarantinaForm())


@require_POST
def pertahankan_karantina(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the bytes beyond their time."""
    satu = _milik(request, pk)
    sukses = "Isi berkas dipertahankan sampai Anda menghapusnya."
    perform(request, services.pertahankan, pk, oleh=request.user, success=sukses)
    return redirect(satu)


@require_POST
@pastikan_orangnya
def hapus_karantina(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete the bytes for good, once that was said twice."""
    satu, form = _milik(request, pk), HapusKarantinaForm(request.POST)
    if not form.is_valid():
        return _rincian(request, satu, form)
    perform(request, services.hapus, pk, oleh=request.user, success="Isi berkas dihapus.")
    return redirect(satu)


def _milik(request: HttpRequest, pk: int) -> BerkasKarantina:
    require(boleh_mengelola_karantina(request.user))
    semua = BerkasKarantina.objects.terlihat_oleh(request.user).select_related("diunggah_oleh")
    return get_object_or_404(semua, pk=pk)


def _rincian(request: HttpRequest, satu: BerkasKarantina, form: Form) -> HttpResponse:
    konteks = {
        "satu": satu,
        "form": form,
        "hari": services.DISIMPAN.days,
        "jejak": JejakAudit.objects.tentang(satu)[:30],
    }
    return render(request, "inti/karantina/rincian.html", konteks)
