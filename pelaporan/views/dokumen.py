"""Official documents: issue, watch, download, and the list of all."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.db.models import BigAutoField
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe
from django_filters.views import FilterView

from inti.halaman import Urutan
from inti.laju import batasi_dokumen
from inti.putusan import AturanDilanggar
from inti.views.berkas import serve_berkas
from inti.views.ekspor import EksporMixin
from inti.views.guards import GuardMixin, require
from inti.views.halaman import HalamanKunciMixin
from pelaporan.enums import JenisDokumen, StatusDokumen
from pelaporan.filters import DokumenFilterSet
from pelaporan.forms.tanda_tangan import TandaTanganForm
from pelaporan.models import Dokumen, PutaranLaporan
from pelaporan.permissions import (
    boleh_melihat_surat,
    boleh_membuka_portal,
    boleh_mengunggah_tanda_tangan,
)
from pelaporan.queries.dokumen import SUMBER, berubah_sejak, menunggu_tanda
from pelaporan.queries.dokumen import batal as batal_dokumen
from pelaporan.queries.ekspor import DOKUMEN
from pelaporan.queries.keaslian import jabatan
from pelaporan.services import dokumen as services
from pelaporan.services import tanda_tangan as tanda_services

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse
    from django.http.response import HttpResponseBase

    from inti.putusan import Putusan


# In the session: which document was last compared with its object, and what was otherwise.
BANDING = "banding_dokumen"


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
    kaitan = ("berkas", "nomor", "tanda_tangan__berkas", "tanda_tangan__diunggah_oleh")
    dokumen = get_object_or_404(Dokumen.objects.bertanda().select_related(*kaitan), pk=pk)
    return dokumen, _objek(request, JenisDokumen(dokumen.jenis), dokumen.objek_id)


@require_POST
def terbitkan_dokumen(request: HttpRequest, jenis: str, pk: int) -> HttpResponse:
    """Show the version that is there, and what changed since; else, or if meant so, issue one."""
    if jenis not in JenisDokumen.values:
        raise Http404
    satu = JenisDokumen(jenis)
    objek = _objek(request, satu, pk)
    require(SUMBER[satu].terbit(request.user))
    ada = Dokumen.objects.tentang(satu, pk).select_related("nomor").first()
    masih = ada and ada.status != StatusDokumen.GAGAL and not ada.nomor_batal
    if ada and masih and "baru" not in request.GET:
        _bandingkan(request, ada, objek)
        return redirect(ada)
    batasi_dokumen(request)
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
    return _halaman(request, dokumen, objek, TandaTanganForm())


def _halaman(
    request: HttpRequest, dokumen: Dokumen, objek: Any, form: TandaTanganForm
) -> HttpResponse:
    sumber, semua = SUMBER[JenisDokumen(dokumen.jenis)], Dokumen.objects.bertanda()
    versi = semua.tentang(JenisDokumen(dokumen.jenis), dokumen.objek_id)
    boleh_baru = sumber.terbit(request.user)
    batal = batal_dokumen(dokumen, objek)
    banding = request.session.get(BANDING, {})
    konteks = {
        "dokumen": dokumen,
        "objek": objek,
        "keterangan": "" if str(objek) in str(dokumen) else objek,
        "asal": _asal(request, objek),
        "batal": batal,
        "arsip": bool(batal) or dokumen.digantikan,
        "bandingkan": boleh_baru and not dokumen.digantikan,
        "banding": banding if banding.get("dokumen") == dokumen.pk else None,
        "versi": list(versi.select_related("nomor", "berkas")),
        "bernomor": sumber.bernomor,
        "kalender": _kalender(dokumen, objek),
        "form": form if _boleh_tanda(request, dokumen) and menunggu_tanda(dokumen) else None,
    }
    return render(request, "pelaporan/dokumen/rincian.html", konteks)


def _bandingkan(request: HttpRequest, dokumen: Dokumen, objek: Any) -> None:
    """Read anew all that it prints, and let the pages to come tell what is otherwise by now."""
    beda = [asdict(satu) for satu in berubah_sejak(dokumen, objek)]
    request.session[BANDING] = {"dokumen": dokumen.pk, "beda": beda}


def _boleh_tanda(request: HttpRequest, dokumen: Dokumen) -> Putusan:
    return boleh_mengunggah_tanda_tangan(request.user, jabatan(dokumen.isi))


@require_POST
def tandatangani_dokumen(request: HttpRequest, pk: int) -> HttpResponse:
    """Take in the file as it was signed elsewhere."""
    dokumen, objek = _dokumen(request, pk)
    require(_boleh_tanda(request, dokumen))
    form = TandaTanganForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            tanda_services.unggah(pk, diperiksa=form.cleaned_data["berkas"], oleh=request.user)
        except AturanDilanggar as error:
            form.add_error("berkas", error.alasan)
        else:
            messages.success(request, "Berkas bertanda tangan disimpan dan menjadi berkas resmi.")
            return redirect(dokumen)
    return _halaman(request, dokumen, objek, form)


def _kalender(dokumen: Dokumen, objek: Any) -> str:
    """The calendar file of what one is invited to; none for another document."""
    if dokumen.jenis == JenisDokumen.UNDANGAN:
        return reverse("pengawasan:kegiatan-kalender", args=[objek.pk])
    if dokumen.jenis == JenisDokumen.UNDANGAN_RAPAT:
        return reverse("pengawasan:rapat-kalender", args=[objek.pk])
    if dokumen.jenis == JenisDokumen.SALINAN_UNDANGAN and objek.rapat_id:
        return reverse("pengawasan:rapat-kalender", args=[objek.rapat_id])
    return ""


def _asal(request: HttpRequest, objek: Any) -> str:
    """Where it is issued from: the mitra's own page of a receipt, or that of the object."""
    if isinstance(objek, PutaranLaporan) and boleh_membuka_portal(request.user):
        return reverse("pelaporan:portal-tanda-terima", args=[objek.laporan_id, objek.ke])
    alamat: str = objek.get_absolute_url()
    return alamat


@require_safe
def kemajuan_dokumen(request: HttpRequest, pk: int) -> HttpResponse:
    """The fragment that the page asks for until the file is there."""
    dokumen, objek = _dokumen(request, pk)
    batal = batal_dokumen(dokumen, objek)
    konteks = {"dokumen": dokumen, "arsip": bool(batal) or dokumen.digantikan}
    return render(request, "pelaporan/dokumen/_kemajuan.html", konteks)


@require_safe
def unduh_dokumen(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The PDF, exactly as it was made; of what no longer stands, that is said first."""
    dokumen, objek = _dokumen(request, pk)
    if dokumen.status != StatusDokumen.SIAP:
        raise Http404
    batal = batal_dokumen(dokumen, objek)
    if (batal or dokumen.digantikan) and "salinan" not in request.GET:
        terbaru = Dokumen.objects.tentang(JenisDokumen(dokumen.jenis), dokumen.objek_id).first()
        konteks = {"dokumen": dokumen, "batal": batal, "terbaru": terbaru}
        return render(request, "pelaporan/dokumen/tidak_berlaku.html", konteks)
    berkas = dokumen.berkas if "asli" in request.GET else dokumen.berkas_terbit
    return serve_berkas(request, berkas, tampilkan=True)
