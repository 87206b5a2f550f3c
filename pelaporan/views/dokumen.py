"""Official documents: issue, watch, download, and the list of all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.db.models import BigAutoField
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe
from django_filters.views import FilterView

from inti.halaman import Urutan
from inti.putusan import AturanDilanggar
from inti.views.berkas import serve_berkas
from inti.views.ekspor import EksporMixin
from inti.views.guards import GuardMixin, require
from inti.views.halaman import HalamanKunciMixin
from pelaporan.enums import JenisDokumen, StatusDokumen
from pelaporan.filters import DokumenFilterSet
from pelaporan.models import Dokumen
from pelaporan.permissions import boleh_melihat_surat, boleh_mengundang
from pelaporan.queries.dokumen import SUMBER
from pelaporan.queries.ekspor import DOKUMEN
from pelaporan.services import dokumen as services

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import FileResponse, HttpRequest, HttpResponse


class DokumenDaftarView(GuardMixin, EksporMixin, HalamanKunciMixin, FilterView):
    """Every version of every document, newest first."""

    guard = staticmethod(boleh_melihat_surat)
    filterset_class = DokumenFilterSet
    template_name = "pelaporan/dokumen/daftar.html"
    paginate_by = 50
    ekspor = "dokumen"
    kolom = DOKUMEN
    urutan = {"baru": Urutan("pk", BigAutoField())}
    urutan_awal = "-baru"

    def daftar(self) -> QuerySet[Dokumen]:
        return Dokumen.objects.bertanda().select_related("nomor", "diminta_oleh")


def _objek(request: HttpRequest, jenis: JenisDokumen, pk: int) -> Any:
    """The object of a document: to be seen first, then to be asked about."""
    sumber = SUMBER[jenis]
    objek = get_object_or_404(sumber.model.objects.terlihat_oleh(request.user), pk=pk)
    require(sumber.boleh(request.user, objek))
    return objek


def _dokumen(request: HttpRequest, pk: int) -> tuple[Dokumen, Any]:
    dokumen = get_object_or_404(Dokumen.objects.bertanda().select_related("berkas", "nomor"), pk=pk)
    return dokumen, _objek(request, JenisDokumen(dokumen.jenis), dokumen.objek_id)


@require_POST
def terbitkan_dokumen(request: HttpRequest, jenis: str, pk: int) -> HttpResponse:
    """Issue it as it is now, or show the one that is there while nothing changed."""
    if jenis not in JenisDokumen.values:
        raise Http404
    satu = JenisDokumen(jenis)
    objek = _objek(request, satu, pk)
    if SUMBER[satu].bernomor:
        require(boleh_mengundang(request.user))
    try:
        dokumen = services.terbitkan(satu, pk, oleh=request.user)
    except AturanDilanggar as error:
        messages.error(request, error.alasan)
        return redirect(objek)
    return redirect(dokumen)


@require_safe
def rincian_dokumen(request: HttpRequest, pk: int) -> HttpResponse:
    """One version, its file once it is made, and the versions before and after it."""
    dokumen, objek = _dokumen(request, pk)
    semua = Dokumen.objects.tentang(JenisDokumen(dokumen.jenis), dokumen.objek_id)
    konteks = {
        "dokumen": dokumen,
        "objek": objek,
        "versi": list(semua.select_related("nomor", "berkas")),
        "undangan": dokumen.jenis == JenisDokumen.UNDANGAN,
    }
    return render(request, "pelaporan/dokumen/rincian.html", konteks)


@require_safe
def kemajuan_dokumen(request: HttpRequest, pk: int) -> HttpResponse:
    """The fragment that the page asks for until the file is there."""
    dokumen, _ = _dokumen(request, pk)
    return render(request, "pelaporan/dokumen/_kemajuan.html", {"dokumen": dokumen})


@require_safe
def unduh_dokumen(request: HttpRequest, pk: int) -> FileResponse:
    """The PDF, exactly as it was made."""
    dokumen, _ = _dokumen(request, pk)
    if dokumen.status != StatusDokumen.SIAP:
        raise Http404
    return serve_berkas(request, dokumen.berkas, tampilkan=True)
