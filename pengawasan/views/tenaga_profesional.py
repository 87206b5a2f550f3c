"""The list of tenaga profesional."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import CharField
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods
from django_filters.views import FilterView

from inti.halaman import Urutan
from inti.models import JejakAudit
from inti.views.bentrok import save_or_compare
from inti.views.ekspor import EksporMixin
from inti.views.guards import GuardMixin, perform, require
from inti.views.halaman import HalamanKunciMixin
from pengawasan.filters import TenagaProfesionalFilterSet
from pengawasan.forms.tenaga_profesional import TenagaProfesionalForm
from pengawasan.models import TenagaProfesional
from pengawasan.permissions import boleh_melihat_semua, boleh_mengelola_tim
from pengawasan.queries.ekspor import TENAGA_PROFESIONAL
from pengawasan.services import tenaga_profesional as services

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse


class TenagaProfesionalDaftarView(GuardMixin, EksporMixin, HalamanKunciMixin, FilterView):
    """Who can be asked, by name."""

    guard = staticmethod(boleh_melihat_semua)
    filterset_class = TenagaProfesionalFilterSet
    template_name = "pengawasan/tenaga_profesional/daftar.html"
    paginate_by = 25
    ekspor = "tenaga_profesional"
    kolom = TENAGA_PROFESIONAL
    urutan = {"nama": Urutan("nama", CharField())}
    urutan_awal = "nama"

    def daftar(self) -> QuerySet[TenagaProfesional]:
        return TenagaProfesional.objects.terlihat_oleh(self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kelola = boleh_mengelola_tim(self.request.user)
        return super().get_context_data(**kwargs) | {"kelola": kelola}


@require_http_methods(["GET", "POST"])
def tambah_tenaga_profesional(request: HttpRequest) -> HttpResponse:
    """One more on the list."""
    require(boleh_mengelola_tim(request.user))
    form = TenagaProfesionalForm(request.POST or None)
    if form.is_valid() and perform(
        request, services.catat, form.data_kolom(), oleh=request.user,
        kunci=form.cleaned_data["kunci"], success="Tenaga profesional dicatat.",
    ):  # fmt: skip
        return redirect("pengawasan:tenaga-profesional-daftar")
    return render(request, "pengawasan/tenaga_profesional/form.html", {"form": form})


@require_http_methods(["GET", "POST"])
def ubah_tenaga_profesional(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct one; letters that were issued keep what they said."""
    terlihat = TenagaProfesional.objects.terlihat_oleh(request.user)
    tenaga = get_object_or_404(terlihat, pk=pk)
    require(boleh_mengelola_tim(request.user))
    form = TenagaProfesionalForm(request.POST or None, instance=tenaga)
    if form.is_valid() and save_or_compare(
        request, form, tenaga, services.ubah, pk, form.data_kolom(),
        success="Tenaga profesional diubah.",
    ):  # fmt: skip
        return redirect("pengawasan:tenaga-profesional-daftar")
    konteks = {"form": form, "tenaga": tenaga, "jejak": JejakAudit.objects.tentang(tenaga)[:20]}
    status = 409 if form.bentrok else 200
    return render(request, "pengawasan/tenaga_profesional/form.html", konteks, status=status)
