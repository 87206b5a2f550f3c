"""Reports to the Ketua TKKSD: list, begin, write, send; the bundle and its making."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.db.models import BigIntegerField
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST
from django.views.generic import DetailView
from django_filters.views import FilterView

from inti.halaman import Urutan
from inti.laju import batasi_dokumen
from inti.models import JejakAudit
from inti.putusan import AturanDilanggar
from inti.views.bentrok import save_or_compare
from inti.views.berkas import serve_berkas
from inti.views.ekspor import EksporMixin
from inti.views.guards import GuardMixin, perform, refused, require
from inti.views.halaman import HalamanKunciMixin
from pelaporan.domain.laporan import boleh_diubah, periksa, periksa_cabut
from pelaporan.enums import AksiLaporan, StatusBundel, StatusLaporan
from pelaporan.filters import LaporanFilterSet
from pelaporan.forms.laporan import CabutForm, LaporanForm, PilihKegiatanForm
from pelaporan.forms.tanda_tangan import TandaTanganForm
from pelaporan.models import Bundel, Laporan
from pelaporan.permissions import (
    boleh_melihat_laporan,
    boleh_mencabut_laporan,
    boleh_menerbitkan_surat,
    boleh_mengunggah_tanda_tangan,
    boleh_menyusun_laporan,
)
from pelaporan.queries.bahan import bahan_kelengkapan
from pelaporan.queries.ekspor import LAPORAN
from pelaporan.queries.laporan import syarat_tampil
from pelaporan.queries.surat_keluar import siap_nota
from pelaporan.queries.tanda_bundel import jabatan_bundel, menunggu_tanda_bundel
from pelaporan.services import laporan as services
from pelaporan.services import pencabutan
from pelaporan.services import tanda_tangan as tanda_services
from pengawasan.models import Kegiatan, Rekomendasi

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse
    from django.http.response import HttpResponseBase

# What the page tells of the file of a bundle.
KAITAN = ("berkas", "tanda_tangan__berkas", "tanda_tangan__diunggah_oleh")


class LaporanDaftarView(GuardMixin, EksporMixin, HalamanKunciMixin, FilterView):
    """Reports, newest first."""

    guard = staticmethod(boleh_melihat_laporan)
    filterset_class = LaporanFilterSet
    template_name = "pelaporan/laporan/daftar.html"
    paginate_by = 25
    ekspor = "laporan"
    kolom = LAPORAN
    urutan = {"urut": Urutan("pk", BigIntegerField())}
    urutan_awal = "-urut"

    def daftar(self) -> QuerySet[Laporan]:
        return Laporan.objects.terlihat_oleh(self.request.user).untuk_daftar()


class LaporanRincianView(GuardMixin, DetailView):
    """One report: what is missing, the text, the bundle, the decisions."""

    guard = staticmethod(boleh_melihat_laporan)
    template_name = "pelaporan/laporan/rincian.html"

    def get_queryset(self) -> QuerySet[Laporan]:
        terlihat = Laporan.objects.terlihat_oleh(self.request.user).untuk_daftar()
        return terlihat.select_related("dikirim_oleh", "diputuskan_oleh", "tanpa_tinjau_oleh")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        laporan = self.object
        dapat_diubah = boleh_diubah(StatusLaporan(laporan.status))
        # Once it is sent the gate has spoken; the bundle shows what was attached.
        susun = boleh_menyusun_laporan(self.request.user)
        syarat = syarat_tampil(laporan, susun=bool(susun)) if dapat_diubah else []
        rekomendasi = Rekomendasi.objects.milik(laporan.kegiatan)
        bundel = list(laporan.bundel.select_related("laporan", *KAITAN)) if laporan.versi else []
        return super().get_context_data(**kwargs) | {
            "syarat": syarat,
            "susun": susun,
            "dapat_diubah": dapat_diubah,
            "bundel": bundel,
            "mencabut": self._mencabut(bundel),
            "bundel_tanda": next((b.pk for b in bundel if self._menandatangani(b)), None),
            "rekomendasi": rekomendasi.select_related("baris", "diputuskan_oleh"),
            "nota_dinas": bool(boleh_menerbitkan_surat(self.request.user))
            and bool(siap_nota(laporan)),
            "jejak": JejakAudit.objects.tentang(laporan)[:20],
        }

    def _mencabut(self, bundel: list[Bundel]) -> bool:
        """The newest of them can be revoked, by this person."""
        status = StatusLaporan(self.object.status)
        boleh = boleh_mencabut_laporan(self.request.user, status)
        return bool(
            boleh and bundel and periksa_cabut(status, dicabut=bundel[0].dicabut, alasan="ada")
        )

    def _menandatangani(self, bundel: Bundel) -> bool:
        boleh = boleh_mengunggah_tanda_tangan(self.request.user, jabatan_bundel(bundel))
        return bool(boleh and menunggu_tanda_bundel(bundel))


@require_http_methods(["GET", "POST"])
def tambah_laporan(request: HttpRequest) -> HttpResponse:
    """Begin the report of `?kegiatan=`; asked for by GET, done by POST."""
    require(boleh_menyusun_laporan(request.user))
    pilihan = PilihKegiatanForm(request.GET)
    if not pilihan.is_valid():
        raise Http404
    terlihat = Kegiatan.objects.terlihat_oleh(request.user).select_related("naskah")
    kegiatan = get_object_or_404(terlihat, pk=pilihan.cleaned_data["kegiatan"])
    if ada := Laporan.objects.filter(kegiatan=kegiatan).first():
        return redirect(ada)
    if request.method == "POST":
        try:
            return redirect(services.susun(kegiatan.pk, oleh=request.user))
        except AturanDilanggar as error:
            messages.error(request, error.alasan)
            return redirect(kegiatan)
    return render(request, "pelaporan/laporan/tambah.html", {"kegiatan": kegiatan})


@require_http_methods(["GET", "POST"])
def ubah_laporan(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the text."""
    terlihat = Laporan.objects.terlihat_oleh(request.user).untuk_daftar()
    laporan = get_object_or_404(terlihat, pk=pk)
    require(boleh_menyusun_laporan(request.user))
    if refused(request, boleh_diubah(StatusLaporan(laporan.status))):
        return redirect(laporan)
    form = LaporanForm(request.POST or None, instance=laporan, bahan=bahan_kelengkapan(laporan))
    if request.method == "POST" and form.is_valid():
        data, success = form.data_kolom(), "Laporan disimpan."
        if save_or_compare(request, form, laporan, services.ubah, pk, data, success=success):
            return redirect(laporan)
    konteks, status = {"form": form, "laporan": laporan}, 409 if form.bentrok else 200
    return render(request, "pelaporan/laporan/form.html", konteks, status=status)


@require_POST
def kirim_laporan(request: HttpRequest, pk: int) -> HttpResponse:
    """Send to the Ketua TKKSD; what is missing is named with its letter."""
    laporan = get_object_or_404(Laporan.objects.terlihat_oleh(request.user), pk=pk)
    require(boleh_menyusun_laporan(request.user))
    sukses = "Laporan dikirim. Bundel PDF sedang disusun; Anda dapat terus bekerja."
    perform(request, services.kirim, pk, oleh=request.user, success=sukses)
    return redirect(laporan)


@require_http_methods(["GET", "POST"])
def cabut_laporan(request: HttpRequest, pk: int) -> HttpResponse:
    """Declare the bundle that was sent last void; the reason is read by whoever checks it."""
    terlihat = Laporan.objects.terlihat_oleh(request.user).untuk_daftar()
    laporan = get_object_or_404(terlihat, pk=pk)
    status = StatusLaporan(laporan.status)
    require(boleh_mencabut_laporan(request.user, status))
    if refused(request, periksa(status, AksiLaporan.CABUT)):
        return redirect(laporan)
    form = CabutForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        perform(
            request,
            pencabutan.cabut,
            pk,
            selagi=status,
            alasan=form.cleaned_data["alasan"],
            oleh=request.user,
            success="Bundel laporan dicabut.",
        )
        return redirect(laporan)
    return render(request, "pelaporan/laporan/cabut.html", {"form": form, "laporan": laporan})


def _bundel(request: HttpRequest, pk: int) -> Bundel:
    terlihat = Laporan.objects.terlihat_oleh(request.user)
    semua = Bundel.objects.filter(laporan__in=terlihat)
    bundel = get_object_or_404(semua.select_related("laporan", *KAITAN), pk=pk)
    require(boleh_melihat_laporan(request.user))
    return bundel


def kemajuan_bundel(request: HttpRequest, pk: int) -> HttpResponse:
    """The fragment that the page asks for until the bundle is ready; then the desk starts anew."""
    bundel = _bundel(request, pk)
    jawaban = render(request, "pelaporan/laporan/_bundel.html", {"bundel": bundel})
    halaman = request.headers.get("HX-Current-URL", "")
    if bundel.status == StatusBundel.SIAP and reverse("pelaporan:meja-ketua") in halaman:
        jawaban["HX-Refresh"] = "true"  # the decision waits for it in other parts of the page
    return jawaban


def unduh_bundel(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The PDF exactly as it was made; of one that no longer stands, that is said first."""
    bundel = _bundel(request, pk)
    if bundel.status != StatusBundel.SIAP:
        raise Http404
    if (bundel.digantikan or bundel.dicabut) and "salinan" not in request.GET:
        return render(request, "pelaporan/laporan/digantikan.html", {"bundel": bundel})
    berkas = bundel.berkas if "asli" in request.GET else bundel.berkas_terbit
    return serve_berkas(request, berkas, tampilkan=True)


@require_http_methods(["GET", "POST"])
def tanda_bundel(request: HttpRequest, pk: int) -> HttpResponse:
    """How a bundle is signed elsewhere, and what its certificate says once it was."""
    bundel = _bundel(request, pk)
    boleh = boleh_mengunggah_tanda_tangan(request.user, jabatan_bundel(bundel))
    form = TandaTanganForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        require(boleh)
        if form.is_valid() and _tersimpan(request, bundel, form):
            return redirect("pelaporan:bundel-tanda", pk)
    menunggu = menunggu_tanda_bundel(bundel)
    konteks = {"bundel": bundel, "form": form if boleh and menunggu else None, "menunggu": menunggu}
    return render(request, "pelaporan/laporan/tanda_bundel.html", konteks)


def _tersimpan(request: HttpRequest, bundel: Bundel, form: TandaTanganForm) -> bool:
    try:
        diperiksa = form.cleaned_data["berkas"]
        tanda_services.unggah_bundel(bundel.pk, diperiksa=diperiksa, oleh=request.user)
    except AturanDilanggar as error:
        form.add_error("berkas", error.alasan)
        return False
    messages.success(request, "Berkas bertanda tangan disimpan dan menjadi berkas resmi.")
    return True


@require_POST
def ulangi_bundel(request: HttpRequest, pk: int) -> HttpResponse:
    """Queue a failed bundle again."""
    bundel = _bundel(request, pk)
    require(boleh_menyusun_laporan(request.user))
    batasi_dokumen(request)
    sukses = "Bundel masuk antrean lagi."
    perform(request, services.ulangi_bundel, pk, oleh=request.user, success=sukses)
    return redirect(bundel.laporan)
