"""The chair's desk: what waits, and one page per report to decide it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from inti.models import JejakAudit
from inti.views.ekspor import EksporDaftarMixin
from inti.views.guards import GuardMixin, perform, require
from pelaporan.domain.laporan import periksa
from pelaporan.enums import AksiLaporan, StatusLaporan
from pelaporan.forms.putusan import PutusanForm
from pelaporan.models import Laporan
from pelaporan.permissions import boleh_memutuskan
from pelaporan.queries import meja
from pelaporan.queries.ekspor import LAPORAN
from pelaporan.services import putusan as services

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

    from inti.putusan import Putusan


class MejaKetuaView(GuardMixin, EksporDaftarMixin):
    """Reports that wait, longest first."""

    guard = staticmethod(boleh_memutuskan)
    template_name = "pelaporan/meja_ketua/daftar.html"
    ekspor = "meja_ketua"
    kolom = LAPORAN
    paginate_by = 25

    def get_queryset(self) -> QuerySet[Laporan]:
        return meja.laporan_menunggu(self.request.user)


@require_http_methods(["GET", "POST"])
def meja_laporan(request: HttpRequest, pk: int) -> HttpResponse:
    """One report, its bundle and the decision on one screen."""
    terlihat = Laporan.objects.terlihat_oleh(request.user).untuk_daftar()
    laporan = get_object_or_404(terlihat, pk=pk)
    require(boleh_memutuskan(request.user))
    if request.method == "POST" and not (putusan := _masih_menunggu(laporan)):
        # The second click finds nothing to decide: no form could say so.
        messages.error(request, putusan.alasan)
        return redirect(laporan)
    baris = meja.baris_meja(laporan)
    bundel = meja.bundel_terkini(laporan)
    form = PutusanForm(
        request.POST or None,
        rekomendasi=[r for b in baris for r in b.menunggu],
        initial={"sha256_bundel": bundel.berkas.sha256 if meja.bundel_siap(bundel) else ""},
    )
    if request.method == "POST" and form.is_valid() and _putuskan(request, laporan, form):
        return redirect("pelaporan:meja-ketua")
    return render(
        request, "pelaporan/meja_ketua/rincian.html", _konteks(laporan, baris, bundel, form)
    )


def _masih_menunggu(laporan: Laporan) -> Putusan:
    """Whether the report still waits for a decision."""
    return periksa(StatusLaporan(laporan.status), AksiLaporan.SETUJUI)


def _putuskan(request: HttpRequest, laporan: Laporan, form: PutusanForm) -> bool:
    atas = form.atas_laporan
    return perform(
        request,
        services.putuskan,
        laporan.pk,
        sha256_bundel=form.cleaned_data["sha256_bundel"],
        keputusan=form.keputusan,
        kembalikan=not atas.setuju,
        catatan=atas.catatan,
        oleh=request.user,
        success="Putusan disimpan dan diberitahukan kepada tim.",
    )


def _konteks(laporan: Laporan, baris: list[Any], bundel: Any, form: PutusanForm) -> dict[str, Any]:
    for b in baris:
        for r in b.menunggu:
            r.isian = form.pasangan(r.pk)
    return {
        "laporan": laporan,
        "baris": baris,
        "bundel": bundel,
        "bundel_siap": meja.bundel_siap(bundel),
        "form": form,
        "isian_laporan": None if form.kunci else form.pasangan("laporan"),
        "jejak": JejakAudit.objects.tentang(laporan)[:20],
    }
