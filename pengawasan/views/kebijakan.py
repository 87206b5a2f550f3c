"""Versions of the policy: read, written, tried out, published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.db.models import DateField
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django.views.generic import DetailView
from django_filters.views import FilterView

from inti.halaman import Urutan
from inti.models import JejakAudit
from inti.putusan import AturanDilanggar, semua
from inti.services.kolom import KolomBerubah
from inti.views.berkas import serve_berkas
from inti.views.ekspor import EksporMixin
from inti.views.guards import GuardMixin, perform, refused, require
from inti.views.halaman import HalamanKunciMixin
from pengawasan.domain.kebijakan import periksa
from pengawasan.enums import AksiKebijakan, StatusKebijakan
from pengawasan.filters import KebijakanFilterSet
from pengawasan.forms.kebijakan import KebijakanForm
from pengawasan.models import Kebijakan
from pengawasan.permissions import (
    boleh_melihat_kebijakan,
    boleh_melihat_semua,
    boleh_menerbitkan_kebijakan,
    boleh_menyusun_kebijakan,
)
from pengawasan.queries.ekspor import KEBIJAKAN
from pengawasan.queries.kebijakan import (
    boleh_diterbitkan,
    ketentuan,
    ringkasan,
    salinan_baru,
    simulasi_terakhir,
)
from pengawasan.services import kebijakan as services

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import FileResponse, HttpRequest, HttpResponse


class KebijakanDaftarView(GuardMixin, EksporMixin, HalamanKunciMixin, FilterView):
    """Every version, the last to begin first."""

    guard = staticmethod(boleh_melihat_kebijakan)
    filterset_class = KebijakanFilterSet
    template_name = "pengawasan/kebijakan/daftar.html"
    paginate_by = 25
    ekspor = "kebijakan"
    kolom = KEBIJAKAN
    urutan = {"berlaku_mulai": Urutan("berlaku_mulai", DateField())}
    urutan_awal = "-berlaku_mulai"

    def daftar(self) -> QuerySet[Kebijakan]:
        return Kebijakan.objects.terlihat_oleh(self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "berlaku": Kebijakan.objects.berlaku_pada(timezone.localdate()),
            "susun": boleh_menyusun_kebijakan(self.request.user),
        }


class KebijakanRincianView(GuardMixin, DetailView):
    """One version beside the one before it, the Keputusan, the trial."""

    guard = staticmethod(boleh_melihat_kebijakan)
    template_name = "pengawasan/kebijakan/rincian.html"

    def get_queryset(self) -> QuerySet[Kebijakan]:
        terlihat = Kebijakan.objects.terlihat_oleh(self.request.user)
        return terlihat.select_related("berkas", "disusun_oleh", "diterbitkan_oleh")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kebijakan, pengguna = self.object, self.request.user
        simulasi = simulasi_terakhir(kebijakan)
        draf = kebijakan.status == StatusKebijakan.DRAF
        terbitkan = boleh_menerbitkan_kebijakan(pengguna)
        return super().get_context_data(**kwargs) | {
            "judul": f"Kebijakan {kebijakan}",
            "ketentuan": ketentuan(kebijakan),
            "susun": draf and boleh_menyusun_kebijakan(pengguna),
            "terbitkan": semua(terbitkan, boleh_diterbitkan(kebijakan, pengguna)),
            "penerbit": draf and terbitkan,
            "simulasi": simulasi,
            "ringkasan": ringkasan(simulasi) if simulasi else [],
            "rinci": boleh_melihat_semua(pengguna),
            "jejak": JejakAudit.objects.tentang(kebijakan)[:20],
        }


@require_http_methods(["GET", "POST"])
def tambah_kebijakan(request: HttpRequest) -> HttpResponse:
    """A new draft, filled from the version that begins last."""
    require(boleh_menyusun_kebijakan(request.user))
    salinan, terakhir = salinan_baru(timezone.localdate())
    form = KebijakanForm(
        request.POST or None, request.FILES or None, instance=salinan, mulai_terakhir=terakhir
    )
    if form.is_valid():
        try:
            baru = services.susun(
                form.isi(),
                berkas=form.cleaned_data["berkas_baru"],
                oleh=request.user,
                kunci=form.cleaned_data["kunci"],
            )
        except AturanDilanggar as error:
            form.add_error(None, error.alasan)
        else:
            messages.success(request, "Draf disimpan. Simulasikan sebelum diterbitkan.")
            return redirect(baru)
    return render(request, "pengawasan/kebijakan/form.html", {"form": form})


@require_http_methods(["GET", "POST"])
def ubah_kebijakan(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a draft."""
    kebijakan = _milik(request, pk)
    require(boleh_menyusun_kebijakan(request.user))
    if refused(request, periksa(StatusKebijakan(kebijakan.status), AksiKebijakan.UBAH)):
        return redirect(kebijakan)
    terakhir = Kebijakan.objects.terakhir_terbit()
    form = KebijakanForm(
        request.POST or None,
        request.FILES or None,
        instance=_milik(request, pk),
        mulai_terakhir=terakhir and terakhir.berlaku_mulai,
    )
    if form.is_valid():
        try:
            services.ubah(
                pk,
                form.isi(),
                asal=form.asal_halaman(),
                berkas=form.cleaned_data["berkas_baru"],
                oleh=request.user,
            )
        except KolomBerubah as error:
            form.hadapkan(_milik(request, pk), error.alasan)
        except AturanDilanggar as error:
            form.add_error(None, error.alasan)
        else:
            messages.success(request, "Draf disimpan. Simulasikan lagi sebelum diterbitkan.")
            return redirect(kebijakan)
    konteks = {"form": form, "kebijakan": kebijakan}
    status = 409 if form.bentrok else 200
    return render(request, "pengawasan/kebijakan/form.html", konteks, status=status)


@require_POST
def simulasikan_kebijakan(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask what the draft would move."""
    kebijakan = _milik(request, pk)
    require(boleh_menyusun_kebijakan(request.user))
    sukses = "Simulasi sedang dihitung; halaman ini boleh ditinggalkan."
    perform(request, services.simulasikan, pk, oleh=request.user, success=sukses)
    return redirect(kebijakan)


@require_GET
def kemajuan_simulasi_kebijakan(request: HttpRequest, pk: int) -> HttpResponse:
    """The fragment that the page asks for until the trial is done."""
    kebijakan = _milik(request, pk)
    simulasi = simulasi_terakhir(kebijakan)
    if simulasi is None:
        raise Http404
    konteks = {
        "kebijakan": kebijakan,
        "simulasi": simulasi,
        "ringkasan": ringkasan(simulasi),
        "rinci": boleh_melihat_semua(request.user),
    }
    return render(request, "pengawasan/kebijakan/_simulasi.html", konteks)


@require_POST
def terbitkan_kebijakan(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a draft into force from its day."""
    kebijakan = _milik(request, pk)
    require(boleh_menerbitkan_kebijakan(request.user))
    sukses = "Kebijakan terbit. Jadwal disusun ulang di belakang layar."
    perform(request, services.terbitkan, pk, oleh=request.user, success=sukses)
    return redirect(kebijakan)


@require_POST
def hapus_kebijakan(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw a draft away."""
    kebijakan = _milik(request, pk)
    require(boleh_menyusun_kebijakan(request.user))
    sukses = "Draf dihapus; jejaknya tetap tercatat."
    if perform(request, services.hapus, pk, oleh=request.user, success=sukses):
        return redirect("pengawasan:kebijakan-daftar")
    return redirect(kebijakan)


@require_GET
def berkas_kebijakan(request: HttpRequest, pk: int) -> FileResponse:
    """The Keputusan behind it."""
    require(boleh_melihat_kebijakan(request.user))
    kebijakan = _milik(request, pk)
    if kebijakan.berkas is None:
        raise Http404
    return serve_berkas(request, kebijakan.berkas, tampilkan=True)


def _milik(request: HttpRequest, pk: int) -> Kebijakan:
    return get_object_or_404(Kebijakan.objects.terlihat_oleh(request.user), pk=pk)
