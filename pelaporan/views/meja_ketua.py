"""The chair's desk: what waits, and one page per report to decide it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from csp.constants import SELF
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_http_methods, require_safe

from inti.models import JejakAudit
from inti.putusan import AturanDilanggar
from inti.views.berkas import serve_berkas
from inti.views.ekspor import EksporDaftarMixin
from inti.views.guards import GuardMixin, pastikan_orangnya, perform, require
from pelaporan.domain.laporan import periksa
from pelaporan.enums import AksiLaporan, StatusLaporan
from pelaporan.forms.putusan import PutusanForm
from pelaporan.forms.serahkan import SerahkanForm
from pelaporan.models import Laporan
from pelaporan.permissions import boleh_memutuskan
from pelaporan.queries import meja
from pelaporan.queries.ekspor import LAPORAN
from pelaporan.services import putusan as services
from pengawasan.services.pemangku import angkat

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import FileResponse, HttpRequest, HttpResponse

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

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kursi = meja.kursi_diserahkan(self.request.user)
        return super().get_context_data(**kwargs) | {
            "dapat_menyerahkan": kursi is not None,
            "pelaksana_harian": meja.pelaksana_harian(kursi, timezone.localdate()),
        }


@require_http_methods(["GET", "POST"])
def serahkan_meja(request: HttpRequest) -> HttpResponse:
    """The chair leaves the seat to somebody for some days, by a letter."""
    require(boleh_memutuskan(request.user))
    kursi = meja.kursi_diserahkan(request.user)
    if kursi is None:
        messages.error(request, "Pelaksana harian tidak dapat menyerahkan mejanya lagi.")
        return redirect("pelaporan:meja-ketua")
    form = SerahkanForm(request.POST or None, orang=meja.calon_pelaksana(request.user))
    if request.method == "POST" and form.is_valid():
        try:
            angkat(kursi.pk, form.data_pemangku(), oleh=request.user, kunci=form.kunci_dikirim)
        except AturanDilanggar as error:
            form.add_error("mulai", error.alasan)
        else:
            messages.success(request, "Meja diserahkan.")
            return redirect("pelaporan:meja-ketua")
    return render(request, "pelaporan/meja_ketua/serahkan.html", {"form": form})


@require_safe
@xframe_options_sameorigin
def bundel_meja(request: HttpRequest, pk: int) -> FileResponse:
    """The bundle for the frame beside the decision: for this page alone."""
    laporan = get_object_or_404(Laporan.objects.terlihat_oleh(request.user), pk=pk)
    require(boleh_memutuskan(request.user))
    bundel = meja.bundel_terkini(laporan)
    if bundel is None or bundel.berkas is None or not meja.bundel_siap(bundel):
        raise Http404
    response = serve_berkas(request, bundel.berkas, tampilkan=True)
    response._csp_config["frame-ancestors"] = [SELF]
    return response


@require_http_methods(["GET", "POST"])
@pastikan_orangnya
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
