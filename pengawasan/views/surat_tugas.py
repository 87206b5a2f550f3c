"""Surat tugas: list, letter, and issuing one in two steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods
from django.views.generic import DetailView
from django_filters.views import FilterView

from inti.models import JejakAudit
from inti.putusan import AturanDilanggar
from inti.views.ekspor import EksporMixin
from inti.views.guards import GuardMixin, require
from pengawasan.filters import SuratTugasFilterSet
from pengawasan.forms.surat_tugas import AnggotaFormSet, PilihKegiatanForm, SuratTugasForm
from pengawasan.models import Kegiatan, SuratTugas
from pengawasan.permissions import (
    boleh_melihat,
    boleh_melihat_semua,
    boleh_menerbitkan_surat_tugas,
)
from pengawasan.queries import tim as queries
from pengawasan.queries.ekspor import SURAT_TUGAS
from pengawasan.services import surat_tugas as services

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

PILIHAN_TERBANYAK = 50


class SuratTugasDaftarView(GuardMixin, EksporMixin, FilterView):
    """Letters issued, newest first."""

    guard = staticmethod(boleh_melihat_semua)
    filterset_class = SuratTugasFilterSet
    template_name = "pengawasan/surat_tugas/daftar.html"
    paginate_by = 25
    ekspor = "surat_tugas"
    kolom = SURAT_TUGAS

    def get_queryset(self) -> QuerySet[SuratTugas]:
        return SuratTugas.objects.terlihat_oleh(self.request.user).untuk_daftar()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        terbitkan = boleh_menerbitkan_surat_tugas(self.request.user)
        return super().get_context_data(**kwargs) | {"terbitkan": terbitkan}


class SuratTugasRincianView(GuardMixin, DetailView):
    """The letter as it was issued; a unit sees the kegiatan of its own naskah only."""

    guard = staticmethod(boleh_melihat)
    template_name = "pengawasan/surat_tugas/rincian.html"
    context_object_name = "surat"

    def get_queryset(self) -> QuerySet[SuratTugas]:
        terlihat = SuratTugas.objects.terlihat_oleh(self.request.user)
        return terlihat.select_related("nomor", "diterbitkan_oleh").prefetch_related("anggota")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        terlihat = Kegiatan.objects.terlihat_oleh(self.request.user)
        kegiatan = terlihat.filter(surat_tugas=self.object).select_related("naskah")
        return super().get_context_data(**kwargs) | {
            "kegiatan": kegiatan.order_by("tanggal_rencana", "pk"),
            "jejak": JejakAudit.objects.tentang(self.object)[:20],
        }


@require_http_methods(["GET", "POST"])
def tambah_surat_tugas(request: HttpRequest) -> HttpResponse:
    """Choose the kegiatan and the date, then the team; issued only from the second step."""
    require(boleh_menerbitkan_surat_tugas(request.user))
    tersedia = queries.dapat_ditugaskan(request.user)
    data = request.POST if request.method == "POST" else None
    pilih = PilihKegiatanForm(data or _pilihan(request), kegiatan=tersedia)
    if not pilih.is_valid() or pilih.cleaned_data["pilih"]:
        return _langkah_pilih(request, pilih, tersedia)
    kegiatan, tanggal = list(pilih.cleaned_data["kegiatan"]), pilih.cleaned_data["tanggal"]
    form = SuratTugasForm(
        data,
        kegiatan=tersedia,
        kursi=queries.kursi_pada(tanggal),
        initial={"kegiatan": kegiatan, "tanggal": tanggal},
    )
    anggota = _anggota(data, kegiatan, tanggal)
    # Both are asked, so that all that is wrong is shown at once.
    if all([form.is_valid(), anggota.is_valid()]) and (surat := _terbitkan(request, form, anggota)):
        return redirect(surat)
    konteks = {"form": form, "anggota": anggota, "kegiatan": kegiatan, "tanggal": tanggal}
    return render(request, "pengawasan/surat_tugas/form.html", konteks)


def _terbitkan(request: HttpRequest, form: SuratTugasForm, anggota: Any) -> SuratTugas | None:
    isi = form.cleaned_data
    try:
        surat = services.terbitkan(
            kegiatan=[k.pk for k in isi["kegiatan"]],
            tanggal=isi["tanggal"],
            anggota=[*form.anggota_tetap(), *anggota.baris()],
            penjelasan_kursi_kosong=isi["penjelasan_kursi_kosong"],
            oleh=request.user,
            kunci=isi["kunci"],
        )
    except AturanDilanggar as error:
        form.add_error(None, error.alasan)
        return None
    messages.success(request, f"Surat tugas {surat} diterbitkan.")
    return surat


def _pilihan(request: HttpRequest) -> Any:
    """The choice of step one; the date is today unless said."""
    pilihan = request.GET.copy()
    pilihan.setdefault("tanggal", timezone.localdate().isoformat())
    return pilihan


def _langkah_pilih(
    request: HttpRequest, pilih: PilihKegiatanForm, tersedia: QuerySet[Kegiatan]
) -> HttpResponse:
    """Step one. Its errors are shown only once something was chosen."""
    if "kegiatan" not in pilih.data and "lanjut" not in pilih.data:
        awal = {"tanggal": timezone.localdate()}
        pilih = PilihKegiatanForm(kegiatan=tersedia, initial=awal)
    pilih.fields["kegiatan"].queryset = tersedia[:PILIHAN_TERBANYAK]
    konteks = {"form": pilih, "ada": tersedia.exists()}
    return render(request, "pengawasan/surat_tugas/pilih.html", konteks)


def _anggota(data: Any, kegiatan: list[Kegiatan], tanggal: date) -> Any:
    usulan = queries.usulan_tidak_tetap(kegiatan, tanggal)
    orang = {str(satu["pengguna"].pk): satu["pengguna"] for satu in usulan}
    awal = [satu | {"pengguna": str(satu["pengguna"].pk)} for satu in usulan]
    return AnggotaFormSet(data, prefix="anggota", initial=awal, form_kwargs={"orang": orang})
