"""The meeting itself: list, plan, look, move, call off, and its calendar file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.db.models import DateField, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods
from django_filters.views import FilterView

from inti.forms import AlasanForm
from inti.halaman import Urutan
from inti.models import JejakAudit
from inti.putusan import AturanDilanggar
from inti.views.bentrok import save_or_compare
from inti.views.ekspor import EksporMixin
from inti.views.guards import GuardMixin, perform, require
from inti.views.halaman import HalamanKunciMixin
from pengawasan.enums import StatusKegiatan
from pengawasan.filters import RapatFilterSet
from pengawasan.forms.acara_rapat import AdakanRapatForm, AsalRapatForm, UbahRapatForm
from pengawasan.models import Kegiatan, Rapat
from pengawasan.permissions import (
    boleh_melihat,
    boleh_melihat_kertas_kerja,
    boleh_merencanakan,
)
from pengawasan.queries import rapat as queries
from pengawasan.queries.ekspor import RAPAT
from pengawasan.queries.kalender import acara_rapat
from pengawasan.queries.lima_dokumen import lima_dokumen
from pengawasan.services import acara_rapat as services
from pengawasan.views.kalender import berkas_kalender
from pengawasan.views.sesi_hadir import konteks_hadirin

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

    from inti.models import Pengguna

DAPAT = (StatusKegiatan.DIRENCANAKAN, StatusKegiatan.DITUGASKAN)


def _tersedia(pengguna: Pengguna) -> QuerySet[Kegiatan]:
    """Planned, and without a meeting that will take place."""
    bebas = Q(rapat=None) | Q(rapat__dibatalkan_pada__isnull=False)
    terlihat = Kegiatan.objects.terlihat_oleh(pengguna).filter(bebas, status__in=DAPAT)
    return terlihat.select_related("naskah").order_by("tanggal_rencana", "pk")


class RapatDaftarView(GuardMixin, EksporMixin, HalamanKunciMixin, FilterView):
    """Every meeting, the last one first unless asked otherwise."""

    guard = staticmethod(boleh_melihat)
    filterset_class = RapatFilterSet
    template_name = "pengawasan/rapat/daftar.html"
    paginate_by = 25
    ekspor = "rapat"
    kolom = RAPAT
    urutan = {"tanggal": Urutan("tanggal", DateField())}
    urutan_awal = "-tanggal"

    def daftar(self) -> QuerySet[Rapat]:
        return queries.daftar(self.request.user, timezone.localdate())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rencanakan = boleh_merencanakan(self.request.user)
        return super().get_context_data(**kwargs) | {"rencanakan": rencanakan}


@require_http_methods(["GET", "POST"])
def adakan_rapat(request: HttpRequest) -> HttpResponse:
    """Choose the kegiatan, say when and where."""
    require(boleh_merencanakan(request.user))
    asal = AsalRapatForm(request.GET)
    asal.is_valid()
    tersedia = _tersedia(request.user)
    satu = tersedia.filter(pk=asal.cleaned_data.get("kegiatan") or 0).first()
    awal: dict[str, Any] = {}
    if satu is not None:
        awal = {"kegiatan": [satu], "tanggal": satu.tanggal_rencana}
        awal |= {"mulai": satu.waktu_rencana, "tempat": satu.tempat}
    form = AdakanRapatForm(request.POST or None, kegiatan=tersedia, initial=awal)
    if form.is_valid():
        pk, kunci = [k.pk for k in form.cleaned_data["kegiatan"]], form.cleaned_data["kunci"]
        try:
            rapat = services.adakan(pk, form.data_kolom(), oleh=request.user, kunci=kunci)
        except AturanDilanggar as error:
            form.add_error(None, error.alasan)
        else:
            messages.success(
                request, "Rapat diadakan; tim, perangkat daerah, dan mitra diberi tahu."
            )
            return redirect(rapat)
    return render(request, "pengawasan/rapat/form.html", {"form": form})


def _milik(request: HttpRequest, pk: int) -> Rapat:
    return get_object_or_404(Rapat.objects.terlihat_oleh(request.user), pk=pk)


def _kegiatan_terlihat(request: HttpRequest, rapat: Rapat) -> QuerySet[Kegiatan]:
    terlihat = Kegiatan.objects.terlihat_oleh(request.user).filter(rapat=rapat)
    return terlihat.select_related("naskah").order_by("pk")


@require_GET
def lihat_rapat(request: HttpRequest, pk: int) -> HttpResponse:
    """The meeting and those of its kegiatan that one may see."""
    require(boleh_melihat(request.user))
    terlihat = queries.berdokumen().terlihat_oleh(request.user).prefetch_related("kegiatan")
    rapat = get_object_or_404(terlihat, pk=pk)
    kegiatan = list(_kegiatan_terlihat(request, rapat))
    notulensi = getattr(rapat, "notulensi", None)
    konteks = {
        "rapat": rapat,
        "kegiatan": kegiatan,
        "lima": lima_dokumen(request.user, kegiatan, rapat),
        "beberapa": len(rapat.kegiatan.all()) > 1,
        "notulensi": notulensi,
        "keputusan": list(queries.keputusan(notulensi, kegiatan)) if notulensi else [],
        "rencanakan": boleh_merencanakan(request.user),
        "jejak": JejakAudit.objects.tentang(rapat)[:20],
        **konteks_hadirin(request, rapat),
    }
    return render(request, "pengawasan/rapat/rincian.html", konteks)


@require_GET
def kalender_rapat(request: HttpRequest, pk: int) -> HttpResponse:
    """The calendar file, for the mitra too; what it says follows what the reader may see."""
    require(boleh_melihat_kertas_kerja(request.user))
    rapat = _milik(request, pk)
    acara = acara_rapat(rapat, list(_kegiatan_terlihat(request, rapat)))
    return berkas_kalender(acara, f"rapat-{pk}.ics")


@require_http_methods(["GET", "POST"])
def ubah_rapat(request: HttpRequest, pk: int) -> HttpResponse:
    """Another day, hour, place or agenda."""
    rapat = _milik(request, pk)
    require(boleh_merencanakan(request.user))
    form = UbahRapatForm(request.POST or None, rapat=rapat)
    if form.is_valid() and save_or_compare(
        request, form, rapat, services.ubah, pk, form.data_kolom(), success="Rapat diubah."
    ):
        return redirect(rapat)
    konteks, status = {"form": form, "rapat": rapat}, 409 if form.bentrok else 200
    return render(request, "pengawasan/rapat/form.html", konteks, status=status)


@require_http_methods(["GET", "POST"])
def batalkan_rapat(request: HttpRequest, pk: int) -> HttpResponse:
    """Call it off, with a reason."""
    rapat = _milik(request, pk)
    require(boleh_merencanakan(request.user))
    form = AlasanForm(request.POST or None)
    if form.is_valid() and perform(
        request, services.batalkan, pk, **form.cleaned_data, oleh=request.user,
        success="Rapat dibatalkan.",
    ):  # fmt: skip
        return redirect(rapat)
    return render(request, "pengawasan/rapat/batal.html", {"form": form, "rapat": rapat})
