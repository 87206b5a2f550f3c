"""The mitra's side: what is owed, filling in, checking, sending, receipts."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST
from django_filters.views import FilterView

from inti.models import JejakAudit
from inti.putusan import AturanDilanggar, semua
from inti.views.berkas import serve_berkas
from inti.views.ekspor import EksporDaftarMixin, EksporMixin
from inti.views.guards import GuardMixin, perform, require
from pelaporan.domain.isi_laporan import susunan
from pelaporan.domain.laporan_mitra import periksa_pengisian, periksa_penyampaian
from pelaporan.enums import StatusKewajibanLaporan, StatusLaporanMitra
from pelaporan.filters import PortalFilterSet
from pelaporan.forms.bentrok_laporan import bandingkan_isian
from pelaporan.forms.laporan_mitra import IsianLaporan, SimpanForm, UnggahForm
from pelaporan.models import (
    BerkasLaporan,
    KewajibanLaporan,
    LaporanMitra,
    PutaranLaporan,
    UnggahanBertahap,
)
from pelaporan.permissions import boleh_membuka_portal, boleh_mengisi, boleh_menyampaikan
from pelaporan.queries import laporan_mitra as queries
from pelaporan.queries.ekspor import KEWAJIBAN_SAYA, LAPORAN_MITRA
from pelaporan.queries.formulir import butir_kewajiban, definisi, isi_terkini, kekurangan
from pelaporan.queries.laporan_lalu import banding_draf, isian_lalu, laporan_lalu
from pelaporan.services import laporan_mitra as services

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import FileResponse, HttpRequest, HttpResponse, QueryDict

    from inti.forms.bentrok import Bentrok
    from inti.putusan import Putusan


class PortalDaftarView(GuardMixin, EksporMixin, FilterView):
    """What is owed, with why; late ones on top."""

    guard = staticmethod(boleh_membuka_portal)
    filterset_class = PortalFilterSet
    template_name = "pelaporan/portal/daftar.html"
    ekspor = "kewajiban_laporan_saya"
    kolom = KEWAJIBAN_SAYA
    paginate_by = 15

    def get_queryset(self) -> QuerySet[KewajibanLaporan]:
        return queries.terbuka_portal(self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        konteks, hari_ini = super().get_context_data(**kwargs), timezone.localdate()
        kartu = [queries.kartu(k, hari_ini) for k in konteks["object_list"]]
        return konteks | {"kartu": kartu, "hari_ini": hari_ini}


class PortalRiwayatView(GuardMixin, EksporDaftarMixin):
    """What was submitted, last first."""

    guard = staticmethod(boleh_membuka_portal)
    template_name = "pelaporan/portal/riwayat.html"
    ekspor = "laporan_saya"
    kolom = LAPORAN_MITRA
    paginate_by = 15

    def get_queryset(self) -> QuerySet[LaporanMitra]:
        return queries.riwayat_portal(self.request.user)


@require_POST
def mulai_laporan(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin (or go on with) the report of a duty."""
    kewajiban = get_object_or_404(KewajibanLaporan.objects.milik(request.user), pk=pk)
    require(boleh_mengisi(request.user, kewajiban))
    try:
        laporan = services.mulai(pk, oleh=request.user)
    except AturanDilanggar as error:
        messages.error(request, error.alasan)
        return redirect("pelaporan:portal-daftar")
    return redirect("pelaporan:portal-laporan", laporan.pk)


@require_GET
def isi_laporan(request: HttpRequest, pk: int) -> HttpResponse:
    """The form while it may be filled in; the rounds once it was sent."""
    laporan = _milik(request, pk)
    if not _dapat_diisi(laporan):
        return _halaman_putaran(request, laporan)
    butir = butir_kewajiban(laporan.kewajiban)
    lalu = laporan_lalu(laporan.kewajiban)
    isi, bentuk = isi_terkini(laporan, butir), definisi(laporan.formulir)
    isian = IsianLaporan(bentuk, isi, butir, dulu=isian_lalu(lalu))
    return _halaman_isian(request, laporan, isian, lalu)


@require_POST
def simpan_laporan(request: HttpRequest, pk: int) -> HttpResponse:
    """Save the draft; go on to the check page when asked to and all of it fits."""
    laporan = _milik(request, pk)
    isian, simpan = _isian_terkirim(laporan, request.POST)
    sah = isian.is_valid() and simpan.is_valid()
    kabar = "Draf tersimpan." if sah else "Draf tersimpan, kecuali isian yang ditandai merah."
    try:
        services.simpan(pk, isian.isi, **_cara(request, simpan))
    except AturanDilanggar as error:
        return _tertahan(request, laporan, isian, error.alasan)
    messages.success(request, kabar)
    if kode := simpan.cleaned_data["salin"]:
        kabar = "Isian disalin dari laporan lalu; periksa dan sesuaikan."
        perform(request, services.salin, pk, kode, oleh=request.user, success=kabar)
        return redirect(f"{_alamat(laporan)}#id_isian-{kode}")
    if not sah:
        laporan.refresh_from_db()
        return _halaman_isian(request, laporan, isian, laporan_lalu(laporan.kewajiban))
    ke_periksa = simpan.cleaned_data["tujuan"] == "periksa"
    return redirect("pelaporan:portal-periksa" if ke_periksa else "pelaporan:portal-laporan", pk)


@require_POST
def simpan_otomatis(request: HttpRequest, pk: int) -> HttpResponse:
    """The page saves by itself; answers with a line that says when."""
    laporan = _milik(request, pk)
    isian, simpan = _isian_terkirim(laporan, request.POST)
    isian.is_valid()
    konteks: dict[str, Any] = {"galat": isian.galat, "versi": simpan.cleaned_data.get("versi")}
    try:
        laporan = services.simpan(pk, isian.isi, otomatis=True, **_cara(request, simpan))
    except AturanDilanggar as error:
        konteks["ditolak"] = error.alasan
    else:
        konteks |= {"versi": laporan.versi, "pukul": timezone.localtime(laporan.diubah_pada)}
    return render(request, "pelaporan/portal/isi.html#tersimpan", konteks)


@require_POST
def unggah_berkas(request: HttpRequest, pk: int) -> HttpResponse:
    """Add files to the draft."""
    laporan = _milik(request, pk)
    form = UnggahForm(request.POST, request.FILES)
    if not form.is_valid():
        messages.error(request, " ".join(form.errors["berkas"]))
    else:
        for satu in form.cleaned_data["berkas"]:
            kabar = f"Berkas “{satu.nama}” diunggah."
            perform(
                request,
                services.unggah,
                laporan.pk,
                diperiksa=satu,
                oleh=request.user,
                success=kabar,
            )
    return redirect(f"{_alamat(laporan)}#berkas")


@require_POST
def hapus_berkas(request: HttpRequest, pk: int, berkas_pk: int) -> HttpResponse:
    """Take a file out of the draft."""
    laporan = _milik(request, pk)
    kabar = "Berkas dihapus dari draf."
    perform(request, services.hapus_berkas, laporan.pk, berkas_pk, oleh=request.user, success=kabar)
    return redirect(f"{_alamat(laporan)}#berkas")


@require_GET
def unduh_berkas(request: HttpRequest, pk: int, berkas_pk: int) -> FileResponse:
    """One file of one's own report."""
    laporan = _milik(request, pk)
    baris = get_object_or_404(
        BerkasLaporan.objects.select_related("berkas"), laporan=laporan, pk=berkas_pk
    )
    return serve_berkas(request, baris.berkas, tampilkan=True)


@require_GET
def periksa_laporan(request: HttpRequest, pk: int) -> HttpResponse:
    """What will be sent, to whom, and what is still missing."""
    laporan = _milik(request, pk)
    if not _dapat_diisi(laporan):
        return redirect("pelaporan:portal-laporan", pk)
    kewajiban, kurang = laporan.kewajiban, kekurangan(laporan)
    isi = isi_terkini(laporan, butir_kewajiban(kewajiban))
    konteks = {
        "laporan": laporan,
        "kartu": queries.kartu(kewajiban, timezone.localdate()),
        "kurang": kurang,
        "putusan": semua(
            periksa_penyampaian(
                StatusLaporanMitra(laporan.status),
                StatusKewajibanLaporan(kewajiban.status),
                alasan=kewajiban.alasan_status,
                kurang=kurang,
            ),
            boleh_menyampaikan(request.user, kewajiban),
        ),
        "susunan": susunan(definisi(laporan.formulir), isi),
        "berkas": laporan.berkas.filter(putaran=0).select_related("berkas"),
        "tembusan": kewajiban.naskah.perangkat_daerah.all(),
    }
    return render(request, "pelaporan/portal/periksa.html", konteks)


@require_POST
def sampaikan_laporan(request: HttpRequest, pk: int) -> HttpResponse:
    """Send it. A second click finds it sent."""
    laporan = _milik(request, pk)
    require(boleh_menyampaikan(request.user, laporan.kewajiban))
    try:
        putaran = services.sampaikan(laporan.pk, oleh=request.user)
    except AturanDilanggar as error:
        messages.error(request, error.alasan)
        return redirect("pelaporan:portal-periksa", pk)
    messages.success(request, "Laporan disampaikan. Simpan nomor tanda terimanya.")
    return redirect("pelaporan:portal-tanda-terima", pk, putaran.ke)


@require_GET
def tanda_terima(request: HttpRequest, pk: int, ke: int) -> HttpResponse:
    """The receipt of one round."""
    laporan = _milik(request, pk)
    get_object_or_404(PutaranLaporan, laporan=laporan, ke=ke)
    putaran = queries.putaran_tampil(laporan, request.user)
    satu = next(p for p in putaran if p.putaran.ke == ke)
    konteks = {"laporan": laporan, "satu": satu}
    return render(request, "pelaporan/portal/tanda_terima.html", konteks)


@require_GET
def banding_laporan(request: HttpRequest, pk: int) -> HttpResponse:
    """The report beside the one before it, as it is filled in or as it was sent."""
    laporan = _milik(request, pk)
    lalu = laporan_lalu(laporan.kewajiban)
    bagian = banding_draf(laporan, lalu) if lalu else []
    konteks = {"laporan": laporan, "lalu": lalu, "bagian": bagian}
    return render(request, "pelaporan/portal/banding.html", konteks)


# --- Shared -------------------------------------------------------------------------------


def _milik(request: HttpRequest, pk: int) -> LaporanMitra:
    laporan = get_object_or_404(queries.laporan_portal(request.user), pk=pk)
    require(boleh_mengisi(request.user, laporan.kewajiban))
    return laporan


def _dapat_diisi(laporan: LaporanMitra) -> Putusan:
    kewajiban = laporan.kewajiban
    return periksa_pengisian(
        StatusLaporanMitra(laporan.status),
        StatusKewajibanLaporan(kewajiban.status),
        kewajiban.alasan_status,
    )


def _isian_terkirim(laporan: LaporanMitra, data: QueryDict) -> tuple[IsianLaporan, SimpanForm]:
    bentuk, butir = definisi(laporan.formulir), butir_kewajiban(laporan.kewajiban)
    simpan = SimpanForm(data)
    simpan.is_valid()
    return IsianLaporan(bentuk, isi_terkini(laporan, butir), butir, data), simpan


def _cara(request: HttpRequest, simpan: SimpanForm) -> dict[str, Any]:
    return {"oleh": request.user, "versi": simpan.cleaned_data.get("versi") or None}


def _alamat(laporan: LaporanMitra) -> str:
    return redirect("pelaporan:portal-laporan", laporan.pk).url


def _tertahan(
    request: HttpRequest, laporan: LaporanMitra, isian: IsianLaporan, alasan: str
) -> HttpResponse:
    """What was typed beside what is stored by now; the next save counts from that."""
    laporan.refresh_from_db()
    if not _dapat_diisi(laporan):
        messages.error(request, alasan)
        return redirect("pelaporan:portal-laporan", laporan.pk)
    bentrok = bandingkan_isian(isian.definisi, isian.isi, laporan.isi, alasan)
    lalu = laporan_lalu(laporan.kewajiban)
    return _halaman_isian(request, laporan, isian, lalu, bentrok=bentrok)


def _halaman_isian(
    request: HttpRequest,
    laporan: LaporanMitra,
    isian: IsianLaporan,
    lalu: PutaranLaporan | None,
    *,
    bentrok: Bentrok | None = None,
) -> HttpResponse:
    berkas = [i for i in isian.definisi.isian if i.jenis == "berkas"]
    konteks = {
        "laporan": laporan,
        "kartu": queries.kartu(laporan.kewajiban, timezone.localdate()),
        "isian": isian,
        "lalu": lalu,
        "berkas_isian": berkas,
        "berkas": laporan.berkas.filter(putaran=0).select_related("berkas"),
        "unggahan": UnggahanBertahap.objects.filter(laporan=laporan),
        "unggah_form": UnggahForm(),
        "riwayat": queries.putaran_tampil(laporan, request.user) if laporan.putaran else [],
        "versi": laporan.versi,
        "pukul": timezone.localtime(laporan.diubah_pada),
        "bentrok": bentrok,
        "galat": ["lihat yang tersimpan di atas, lalu simpan sekali lagi."] if bentrok else [],
    }
    status = HTTPStatus.CONFLICT if bentrok else HTTPStatus.OK
    return render(request, "pelaporan/portal/isi.html", konteks, status=status)


def _halaman_putaran(request: HttpRequest, laporan: LaporanMitra) -> HttpResponse:
    konteks = {
        "laporan": laporan,
        "kartu": queries.kartu(laporan.kewajiban, timezone.localdate()),
        "riwayat": queries.putaran_tampil(laporan, request.user),
        "jejak": JejakAudit.objects.tentang(laporan)[:20],
    }
    return render(request, "pelaporan/portal/rincian.html", konteks)
