"""Setting planned days: one, or those that were picked from a proposal; and putting them back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST
from django.views.generic import DetailView

from inti.models import JejakAudit
from inti.putusan import BOLEH, AturanDilanggar, semua, tolak
from inti.views.guards import GuardMixin, perform, require
from pengawasan.forms.simulasi import PilihanForm, RencanaForm
from pengawasan.models import Jadwal, PerataanRencana
from pengawasan.permissions import boleh_melihat_semua, boleh_merencanakan
from pengawasan.services import rencana as services

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_POST
def rencanakan_jadwal(request: HttpRequest, pk: int) -> HttpResponse:
    """Plan one obligation on a day."""
    jadwal = get_object_or_404(Jadwal.objects.terlihat_oleh(request.user), pk=pk)
    require(boleh_merencanakan(request.user))
    form = RencanaForm(request.POST)
    if form.is_valid():
        tanggal, success = form.cleaned_data["tanggal"], "Tanggal rencana disimpan."
        perform(request, services.tetapkan, pk, tanggal=tanggal, oleh=request.user, success=success)
    else:
        messages.error(request, "Pilih tanggal rencana.")
    return redirect("pengawasan:jadwal-rincian", jadwal.pk)


@require_POST
def terapkan_rencana(request: HttpRequest) -> HttpResponse:
    """Set the planned days that were picked; what can no longer be set is named."""
    require(boleh_merencanakan(request.user))
    form = PilihanForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Centang sedikitnya satu baris usulan yang masih berlaku.")
        return redirect("pengawasan:simulasi-usulan")
    try:
        perataan, dilewati = services.terapkan(form.cleaned_data["pilih"], oleh=request.user)
    except AturanDilanggar as error:
        messages.error(request, error.alasan)
        return redirect("pengawasan:simulasi-usulan")
    messages.success(request, f"{len(perataan.baris)} tanggal rencana disimpan.")
    for jadwal, alasan in dilewati[:10]:
        messages.warning(request, f"Dilewati: {jadwal}. {alasan}")
    if len(dilewati) > 10:
        messages.warning(request, f"{len(dilewati) - 10} baris lain juga dilewati.")
    return redirect(perataan)


class RencanaRincianView(GuardMixin, DetailView):
    """What was set together, and what stood there before."""

    guard = staticmethod(boleh_melihat_semua)
    template_name = "pengawasan/rencana/rincian.html"
    queryset = PerataanRencana.objects.select_related("diterapkan_oleh", "dibatalkan_oleh")
    context_object_name = "perataan"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        sudah = self.object.dibatalkan_pada
        keadaan = tolak("Rencana bersama ini sudah dibatalkan.") if sudah else BOLEH
        return super().get_context_data(**kwargs) | {
            "batalkan": semua(boleh_merencanakan(self.request.user), keadaan),
            "jejak": JejakAudit.objects.tentang(self.object)[:20],
        }


@require_POST
def batalkan_rencana(request: HttpRequest, pk: int) -> HttpResponse:
    """Put back what stood there before."""
    require(boleh_merencanakan(request.user))
    perataan = get_object_or_404(PerataanRencana, pk=pk)
    success = "Tanggal rencana dikembalikan seperti sebelumnya."
    perform(request, services.batalkan, pk, oleh=request.user, success=success)
    return redirect(perataan)
