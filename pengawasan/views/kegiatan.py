"""Kegiatan: list, working page, plan, change, cancel, elements of an evaluasi."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.db.models import CharField, DateField
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods
from django.views.generic import DetailView
from django_filters.views import FilterView

from inti.forms import AlasanForm
from inti.halaman import Urutan
from inti.putusan import AturanDilanggar
from inti.views.bentrok import save_or_compare
from inti.views.ekspor import EksporMixin
from inti.views.guards import GuardMixin, perform, refused, require
from inti.views.halaman import HalamanKunciMixin
from kerjasama.filters import NaskahFilterSet
from kerjasama.models import Naskah
from pengawasan.domain.dokumentasi import syarat
from pengawasan.domain.kegiatan import TAHAP, periksa, periksa_hasil, periksa_ubah_rencana
from pengawasan.enums import AksiKegiatan, JenisKegiatan, StatusKegiatan
from pengawasan.filters import KegiatanFilterSet
from pengawasan.forms.kegiatan import (
    AsalForm,
    BerkalaForm,
    InsidentalForm,
    UbahRencanaForm,
    UnsurForm,
)
from pengawasan.models import Jadwal, Kegiatan
from pengawasan.permissions import (
    boleh_melihat,
    boleh_melihat_matrik,
    boleh_melihat_semua,
    boleh_mencatat_hasil,
    boleh_merencanakan,
)
from pengawasan.queries import kegiatan as queries
from pengawasan.queries.dokumentasi import hasil_terhitung, sidik_unsur
from pengawasan.queries.ekspor import KEGIATAN
from pengawasan.queries.tim import tim_kegiatan
from pengawasan.services import kegiatan as services

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

    from pengawasan.domain.dokumentasi import Hasil
    from pengawasan.models import SuratTugas

# Its results may still be written, now or after the next step.
BERJALAN = TAHAP[:3]
BELUM_DILAPORKAN = TAHAP[:4]
URUTAN = {
    "tanggal_rencana": Urutan("tanggal_rencana", DateField()),
    "jenis": Urutan("jenis", CharField()),
    "status": Urutan("status", CharField()),
}
HASIL_CARI = 20
# Which button fills in a result that is missing.
TOMBOL = {
    "daftar hadir": "daftar_hadir",
    "notulensi": "notulensi",
    "matrik hasil evaluasi": "matrik",
    "unsur (b) tinjau lokasi": "unsur",
    "unsur (c) wawancara dan dokumentasi": "unsur",
    "analisa laporan mitra": "analisa",
    "berita acara tinjau lokasi": "berita_acara",
}


class KegiatanDaftarView(GuardMixin, EksporMixin, HalamanKunciMixin, FilterView):
    """What is planned, running and done, latest plan first unless asked otherwise."""

    guard = staticmethod(boleh_melihat)
    filterset_class = KegiatanFilterSet
    template_name = "pengawasan/kegiatan/daftar.html"
    paginate_by = 25
    ekspor = "kegiatan"
    kolom = KEGIATAN
    urutan = URUTAN
    urutan_awal = "-tanggal_rencana"

    def daftar(self) -> QuerySet[Kegiatan]:
        return Kegiatan.objects.terlihat_oleh(self.request.user).untuk_daftar()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "rencanakan": boleh_merencanakan(self.request.user),
            "hari_ini": timezone.localdate(),
        }


class KegiatanRincianView(GuardMixin, DetailView):
    """The working page of one event: each part with its next action."""

    guard = staticmethod(boleh_melihat)
    template_name = "pengawasan/kegiatan/rincian.html"
    context_object_name = "kegiatan"

    def get_queryset(self) -> QuerySet[Kegiatan]:
        return queries.rincian(self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kegiatan, pengguna = self.object, self.request.user
        unit = queries.unit_naskah(kegiatan, pengguna)
        surat = tim_kegiatan(kegiatan)
        return super().get_context_data(**kwargs) | {
            "terbuka": kegiatan.status in BERJALAN,
            "belum_dilaporkan": kegiatan.status in BELUM_DILAPORKAN,
            "tahap_dokumentasi": TAHAP[2:4],
            "tahap": [(t.value, t.label) for t in TAHAP],
            "unit": unit,
            "mitra": [p.mitra for p in kegiatan.naskah.pihak.aktif().select_related("mitra")],
            "surat": surat,
            "bertugas": any(s.surat.masih_berlaku for s in surat),
            "rencanakan": boleh_merencanakan(pengguna),
            "boleh": queries.tindakan(pengguna, kegiatan, unit),
            "laporan": queries.tindakan_laporan(pengguna, kegiatan),
            "lihat_laporan": boleh_melihat_semua(pengguna),
            "alamat_tugas": f"{reverse('pengawasan:surat-tugas-tambah')}?kegiatan={kegiatan.pk}",
            "pencarian": f"?kegiatan={kegiatan.pk}",
            "lihat_matrik": boleh_melihat_matrik(pengguna, kegiatan),
            **self._hasil([s.surat for s in surat]),
        }

    def _hasil(self, surat: list[SuratTugas]) -> dict[str, Any]:
        """What was recorded so far, what it waits for, and the trail of it all."""
        kegiatan, hasil = self.object, hasil_terhitung(self.object)
        berita_acara = queries.berita_acara_terlihat(kegiatan, self.request.user)
        hadirin = list(kegiatan.hadirin.select_related("tanda"))
        return {
            "berita_acara": berita_acara,
            "hadirin": hadirin,
            "notulensi": kegiatan.notulensi,
            "evaluasi": kegiatan.jenis == JenisKegiatan.EVALUASI,
            "analisa": getattr(kegiatan, "hasil_analisa", None),
            "nada": _nada(kegiatan, hasil, berita_acara=bool(berita_acara)),
            "unsur": queries.unsur(
                kegiatan, jumlah_baris=hasil.baris_matrik, berita_acara=berita_acara
            ),
            "syarat": syarat(hasil),
            "lengkap": queries.tindakan_dokumentasi(
                self.request.user, kegiatan, hasil, berita_acara
            ),
            "lima": queries.lima_dokumen(
                self.request.user,
                kegiatan,
                hadirin=hadirin,
                berita_acara=berita_acara,
                jumlah_baris=hasil.baris_matrik,
            ),
            "langkah": queries.langkah(
                kegiatan,
                berita_acara=berita_acara,
                hasil=hasil,
                dikembalikan=kegiatan.jumlah_dikembalikan,
            ),
            "jejak": queries.jejak(kegiatan, surat, berita_acara),
        }


def _nada(kegiatan: Kegiatan, hasil: Hasil, *, berita_acara: bool) -> dict[str, str]:
    """The tone of each button: what comes next is the one main button of the page."""
    utama = ""
    if kegiatan.status == StatusKegiatan.DITUGASKAN and not berita_acara:
        utama = "berita_acara"
    elif kegiatan.status == StatusKegiatan.DILAKSANAKAN:
        kurang = (s.nama for s in syarat(hasil) if not s.terpenuhi)
        utama = TOMBOL.get(next(kurang, ""), "lengkap")
    elif kegiatan.status == StatusKegiatan.DIDOKUMENTASIKAN:
        utama = "laporan"
    tombol = ("berita_acara", *TOMBOL.values(), "lengkap", "laporan")
    return {n: "primary" if n == utama else "outline-primary" for n in tombol}


@require_http_methods(["GET", "POST"])
def tambah_kegiatan(request: HttpRequest) -> HttpResponse:
    """Plan from an obligation (`?jadwal=`), or insidental for a naskah (`?naskah=`)."""
    require(boleh_merencanakan(request.user))
    asal = AsalForm(request.GET)
    asal.is_valid()
    if jadwal_pk := asal.cleaned_data.get("jadwal"):
        terlihat = Jadwal.objects.terlihat_oleh(request.user).select_related("naskah")
        jadwal = get_object_or_404(terlihat, pk=jadwal_pk)
        awal = {"tanggal_rencana": jadwal.tanggal_rencana or jadwal.tenggat}
        form = BerkalaForm(request.POST or None, jadwal=jadwal, initial=awal)
        return _rencanakan(request, form, {"jadwal": jadwal, "naskah": jadwal.naskah})
    if naskah_pk := asal.cleaned_data.get("naskah"):
        naskah = get_object_or_404(Naskah.objects.terlihat_oleh(request.user), pk=naskah_pk)
        return _rencanakan(request, InsidentalForm(request.POST or None), {"naskah": naskah})
    return _pilih_naskah(request, asal)


def _rencanakan(
    request: HttpRequest, form: BerkalaForm | InsidentalForm, konteks: dict[str, Any]
) -> HttpResponse:
    if form.is_valid():
        data = {"naskah": konteks["naskah"]} | form.data_kegiatan()
        try:
            kegiatan = services.rencanakan(
                data, oleh=request.user, kunci=form.cleaned_data["kunci"]
            )
        except AturanDilanggar as error:
            form.add_error(None, error.alasan)
        else:
            messages.success(request, "Kegiatan direncanakan.")
            return redirect(kegiatan)
    return render(request, "pengawasan/kegiatan/form.html", konteks | {"form": form})


def _pilih_naskah(request: HttpRequest, asal: AsalForm) -> HttpResponse:
    """Neither was said: find the naskah first."""
    kata = asal.cleaned_data.get("q", "")
    berlaku = Naskah.objects.terlihat_oleh(request.user).exclude(status="draf")
    naskah = NaskahFilterSet({"q": kata}, berlaku, request=request).qs[:HASIL_CARI] if kata else []
    konteks = {"form": asal, "kata": kata, "naskah": naskah}
    return render(request, "pengawasan/kegiatan/pilih.html", konteks)


def _milik(request: HttpRequest, pk: int, **saring: Any) -> Kegiatan:
    terlihat = Kegiatan.objects.terlihat_oleh(request.user).select_related("naskah")
    return get_object_or_404(terlihat, pk=pk, **saring)


@require_http_methods(["GET", "POST"])
def ubah_kegiatan(request: HttpRequest, pk: int) -> HttpResponse:
    """Another day, hour or place."""
    kegiatan = _milik(request, pk)
    require(boleh_merencanakan(request.user))
    if refused(request, periksa_ubah_rencana(StatusKegiatan(kegiatan.status))):
        return redirect(kegiatan)
    form = UbahRencanaForm(request.POST or None, kegiatan=kegiatan)
    if form.is_valid() and save_or_compare(
        request, form, kegiatan, services.ubah_rencana, pk, **form.data_kolom(),
        success="Rencana diubah.",
    ):  # fmt: skip
        return redirect(kegiatan)
    konteks, status = {"kegiatan": kegiatan, "form": form}, 409 if form.bentrok else 200
    return render(request, "pengawasan/kegiatan/ubah.html", konteks, status=status)


@require_http_methods(["GET", "POST"])
def batalkan_kegiatan(request: HttpRequest, pk: int) -> HttpResponse:
    """Cancel, with a reason."""
    kegiatan = _milik(request, pk)
    require(boleh_merencanakan(request.user))
    aksi = AksiKegiatan.BATALKAN
    if refused(request, periksa(StatusKegiatan(kegiatan.status), aksi, alasan="-")):
        return redirect(kegiatan)
    form = AlasanForm(request.POST or None)
    if form.is_valid() and perform(
        request, services.batalkan, pk, **form.cleaned_data, oleh=request.user,
        success="Kegiatan dibatalkan.",
    ):  # fmt: skip
        return redirect(kegiatan)
    return render(request, "pengawasan/kegiatan/batal.html", {"kegiatan": kegiatan, "form": form})


@require_http_methods(["GET", "POST"])
def catat_unsur(request: HttpRequest, pk: int) -> HttpResponse:
    """Elements (b) and (c) of an evaluasi."""
    kegiatan = _milik(request, pk, jenis=JenisKegiatan.EVALUASI)
    require(boleh_mencatat_hasil(request.user))
    if refused(request, periksa_hasil(StatusKegiatan(kegiatan.status))):
        return redirect(kegiatan)
    awal = {n: getattr(kegiatan, n) for n in ("hasil_wawancara", "alasan_tanpa_tinjau")}
    form = UnsurForm(request.POST or None, initial=awal | {"sidik": sidik_unsur(kegiatan)})
    konteks: dict[str, Any] = {"kegiatan": kegiatan, "form": form}
    if form.is_valid():
        isi = form.cleaned_data
        try:
            services.catat_unsur(pk, **isi | {"sidik": isi["sidik"] or None}, oleh=request.user)
        except AturanDilanggar as error:
            form.add_error(None, error.alasan)
            konteks["beda"] = form.bandingkan(_milik(request, pk))
        else:
            messages.success(request, "Unsur evaluasi disimpan.")
            return redirect(kegiatan)
    return render(request, "pengawasan/kegiatan/unsur.html", konteks)
