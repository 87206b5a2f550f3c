"""Anggota tidak tetap of a naskah: list, assigning, ending."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.db.models import DateField
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods
from django_filters.views import FilterView

from inti.halaman import Urutan
from inti.putusan import AturanDilanggar
from inti.views.ekspor import EksporMixin
from inti.views.guards import GuardMixin, require
from inti.views.halaman import HalamanKunciMixin
from kerjasama.models import Naskah, PenugasanNaskah
from kerjasama.services import penugasan_naskah as services
from pengawasan.filters import AnggotaNaskahFilterSet
from pengawasan.forms.anggota_naskah import AkhiriAnggotaForm, AnggotaNaskahForm
from pengawasan.permissions import boleh_melihat_semua, boleh_mengelola_tim
from pengawasan.queries.ekspor import ANGGOTA_NASKAH

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse


class AnggotaNaskahDaftarView(GuardMixin, EksporMixin, HalamanKunciMixin, FilterView):
    """Who works on which naskah until when, the latest end first."""

    guard = staticmethod(boleh_melihat_semua)
    filterset_class = AnggotaNaskahFilterSet
    template_name = "pengawasan/anggota_naskah/daftar.html"
    paginate_by = 25
    ekspor = "anggota_tidak_tetap"
    kolom = ANGGOTA_NASKAH
    urutan = {"selesai": Urutan("selesai", DateField())}
    urutan_awal = "-selesai"

    def daftar(self) -> QuerySet[PenugasanNaskah]:
        return PenugasanNaskah.objects.terlihat_oleh(self.request.user).untuk_daftar()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "hari_ini": timezone.localdate(),
            "kelola": boleh_mengelola_tim(self.request.user),
        }


@require_http_methods(["GET", "POST"])
def tambah_anggota_naskah(request: HttpRequest, pk: int) -> HttpResponse:
    """Assign somebody to a naskah for a time."""
    naskah = get_object_or_404(Naskah.objects.terlihat_oleh(request.user), pk=pk)
    require(boleh_mengelola_tim(request.user))
    form = AnggotaNaskahForm(request.POST or None)
    if form.is_valid():
        try:
            kunci = form.cleaned_data["kunci"]
            satu = services.tugaskan(pk, form.data_penugasan(), oleh=request.user, kunci=kunci)
        except AturanDilanggar as error:
            form.add_error(None, error.alasan)
        else:
            messages.success(request, f"{satu.nama} ditugaskan pada naskah ini.")
            return redirect("pengawasan:naskah-rincian", pk)
    konteks = {"form": form, "naskah": naskah, "judul": "Tugaskan anggota tidak tetap"}
    return render(request, "pengawasan/anggota_naskah/form.html", konteks)


@require_http_methods(["GET", "POST"])
def akhiri_anggota_naskah(request: HttpRequest, pk: int) -> HttpResponse:
    """End an assignment before its last day."""
    terlihat = PenugasanNaskah.objects.terlihat_oleh(request.user).untuk_daftar()
    satu = get_object_or_404(terlihat, pk=pk)
    require(boleh_mengelola_tim(request.user))
    form = AkhiriAnggotaForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.akhiri(pk, sampai=form.cleaned_data["sampai"], oleh=request.user)
        except AturanDilanggar as error:
            form.add_error(None, error.alasan)
        else:
            messages.success(request, f"Penugasan {satu.nama} diakhiri.")
            return redirect("pengawasan:naskah-rincian", satu.naskah_id)
    konteks = {"form": form, "naskah": satu.naskah, "anggota": satu, "judul": "Akhiri penugasan"}
    return render(request, "pengawasan/anggota_naskah/form.html", konteks)
