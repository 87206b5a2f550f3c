"""Setting planned days: one, or those that were picked from a proposal; and putting them back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST
from django.views.generic import DetailView

from inti.models import JejakAudit
from inti.putusan import BOLEH, AturanDilanggar, semua, tolak
from inti.views.guards import GuardMixin, perform, require
from pengawasan.forms.simulasi import PilihanForm, RencanaForm
from pengawasan.models import Jadwal, PerataanRencana
from pengawasan.permissions import boleh_melihat_semua, boleh_merencanakan
from pengawasan.queries.perataan_rencana import tinjau
from pengawasan.services import rencana as services
from pengawasan.views.jadwal import JadwalRincianView

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from pengawasan.domain.rencana import Pilihan

DISEBUT = 10


@require_POST
def rencanakan_jadwal(request: HttpRequest, pk: int) -> HttpResponse:
    """Plan one obligation on a day."""
    jadwal = get_object_or_404(Jadwal.objects.terlihat_oleh(request.user), pk=pk)
    require(boleh_merencanakan(request.user))
    form = RencanaForm(request.POST, auto_id="rencana-%s")
    sukses = "Tanggal rencana disimpan."
    return JadwalRincianView.submit(
        request, jadwal, form, services.tetapkan, name="rencana_form", success=sukses
    )


@require_POST
def terapkan_rencana(request: HttpRequest) -> HttpResponse:
    """Show once more what would change, and set it when that was agreed to.

    Refused, it is shown again: with the reasons that were typed, and what still can be set.
    """
    require(boleh_merencanakan(request.user))
    form = PilihanForm(request.POST)
    if not form.is_valid():
        messages.error(request, next(iter(form.errors.values()))[0])
        return redirect("pengawasan:simulasi-usulan")
    pilihan = form.cleaned_data["pilih"]
    if not form.cleaned_data["setuju"]:
        return _tinjau(request, pilihan)
    try:
        perataan, dilewati = services.terapkan(pilihan, oleh=request.user)
    except AturanDilanggar as error:
        messages.error(request, error.alasan)
        return _tinjau(request, pilihan)
    messages.success(request, f"{len(perataan.baris)} tanggal rencana disimpan.")
    for jadwal, alasan in dilewati[:DISEBUT]:
        messages.warning(request, f"Dilewati: {jadwal}. {alasan}")
    if len(dilewati) > DISEBUT:
        messages.warning(request, f"{len(dilewati) - DISEBUT} baris lain juga dilewati.")
    return redirect(perataan)


def _tinjau(request: HttpRequest, pilihan: list[Pilihan]) -> HttpResponse:
    semua = tinjau(pilihan, request.user)
    konteks = {
        "berubah": [t for t in semua if t.putusan],
        "dilewati": [t for t in semua if not t.putusan],
    }
    return render(request, "pengawasan/rencana/tinjau.html", konteks)


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
