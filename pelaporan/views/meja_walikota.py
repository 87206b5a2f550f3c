"""The desk of the head of government: huruf f and h of Pasal 6 ayat (7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from inti.views.ekspor import EksporDaftarMixin
from inti.views.guards import GuardMixin, pastikan_orangnya, perform, require
from pelaporan.forms.putusan import PutusanWalikotaForm
from pelaporan.permissions import boleh_memutuskan_walikota
from pelaporan.queries import meja
from pelaporan.queries.ekspor import PUTUSAN_WALIKOTA
from pelaporan.services import putusan as services
from pengawasan.models import Rekomendasi

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse


class MejaWalikotaView(GuardMixin, EksporDaftarMixin):
    """Recommendations that wait, longest first."""

    guard = staticmethod(boleh_memutuskan_walikota)
    template_name = "pelaporan/meja_walikota/daftar.html"
    ekspor = "putusan_kepala_daerah"
    kolom = PUTUSAN_WALIKOTA
    paginate_by = 10
    extra_context = {"form": PutusanWalikotaForm(auto_id=False)}

    def get_queryset(self) -> QuerySet[Rekomendasi]:
        return meja.rekomendasi_walikota(self.request.user)


@require_POST
@pastikan_orangnya
def putuskan_walikota(request: HttpRequest, pk: int) -> HttpResponse:
    """Decide one recommendation."""
    rekomendasi = get_object_or_404(Rekomendasi.objects.terlihat_oleh(request.user), pk=pk)
    require(boleh_memutuskan_walikota(request.user))
    form = PutusanWalikotaForm(request.POST, auto_id=False)
    if not form.is_valid():
        # The one that was meant, with what was typed; the others wait on the desk.
        satu = meja.rekomendasi_walikota(request.user).filter(pk=pk)
        konteks = {"object_list": satu, "form": form, "page_obj": None}
        return render(request, "pelaporan/meja_walikota/daftar.html", konteks)
    perform(
        request,
        services.putuskan_walikota,
        rekomendasi.pk,
        setuju=form.cleaned_data["putusan"] == "setuju",
        catatan=form.cleaned_data["catatan"],
        oleh=request.user,
        success="Putusan disimpan.",
    )
    return redirect("pelaporan:meja-walikota")
