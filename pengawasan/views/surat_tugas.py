"""Surat tugas: list, letter, issuing one in two steps, revoking and replacing it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods
from django.views.generic import DetailView
from django_filters.views import FilterView

from inti.forms import AlasanForm
from inti.models import JejakAudit
from inti.putusan import AturanDilanggar
from inti.views.ekspor import EksporMixin
from inti.views.guards import GuardMixin, perform, refused, require
from pengawasan.domain.surat_tugas import PINDAH, periksa
from pengawasan.enums import AksiSuratTugas, StatusSuratTugas
from pengawasan.filters import SuratTugasFilterSet
from pengawasan.forms.surat_tugas import (
    GantikanForm,
    PilihKegiatanForm,
    SusunanTim,
    TanggalSuratForm,
    TerbitkanForm,
)
from pengawasan.models import Kegiatan, SuratTugas
from pengawasan.permissions import (
    boleh_melihat,
    boleh_melihat_semua,
    boleh_menerbitkan_surat_tugas,
)
from pengawasan.queries import tim as queries
from pengawasan.queries.ekspor import SURAT_TUGAS
from pengawasan.queries.pemisahan import penanda_unit
from pengawasan.services import surat_tugas as services

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

    from inti.putusan import Putusan
    from pengawasan.forms.surat_tugas import SuratTugasForm

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
        kaitan = ("nomor", "diterbitkan_oleh", "diakhiri_oleh", "menggantikan__nomor")
        return terlihat.select_related(*kaitan).prefetch_related(
            "anggota", "pengecualian__ditulis_oleh"
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        surat, pengguna = self.object, self.request.user
        terlihat = Kegiatan.objects.terlihat_oleh(pengguna)
        kegiatan = terlihat.filter(surat_tugas=surat).select_related("naskah")
        return super().get_context_data(**kwargs) | {
            "kegiatan": kegiatan.order_by("tanggal_rencana", "pk"),
            "pengganti": SuratTugas.objects.filter(menggantikan=surat)
            .select_related("nomor")
            .first(),
            "cetak": boleh_melihat_semua(pengguna),
            "terbitkan": boleh_menerbitkan_surat_tugas(pengguna),
            "jejak": JejakAudit.objects.tentang(surat)[:20],
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
    form = TerbitkanForm(
        data,
        kegiatan=tersedia,
        penanda=penanda_unit(kegiatan),
        initial={"kegiatan": kegiatan, "tanggal": tanggal},
    )
    tim = SusunanTim(
        data,
        form=form,
        kursi=queries.kursi_pada(tanggal),
        tanggal=tanggal,
        usulan=queries.usulan_tidak_tetap(kegiatan, tanggal),
    )
    pk = [k.pk for k in kegiatan]
    if tim.is_valid() and (surat := _simpan(request, tim, services.terbitkan, kegiatan=pk)):
        return redirect(surat)
    konteks = {"form": form, "tim": tim, "kegiatan": kegiatan, "tanggal": tanggal}
    return render(request, "pengawasan/surat_tugas/form.html", konteks)


@require_http_methods(["GET", "POST"])
def gantikan_surat_tugas(request: HttpRequest, pk: int) -> HttpResponse:
    """A new letter in place of one in force; the date comes from the address."""
    lama = _milik(request, pk)
    require(boleh_menerbitkan_surat_tugas(request.user))
    if refused(request, periksa(StatusSuratTugas(lama.status), AksiSuratTugas.GANTIKAN)):
        return redirect(lama)
    data = request.POST if request.method == "POST" else None
    pilih = TanggalSuratForm(data or _pilihan(request))
    tanggal = pilih.cleaned_data["tanggal"] if pilih.is_valid() else timezone.localdate()
    kegiatan = list(lama.kegiatan.filter(status__in=PINDAH).select_related("naskah"))
    anggota = queries.anggota_surat(lama)
    form = GantikanForm(
        data,
        penanda=penanda_unit(kegiatan) if data else (),
        initial={"tanggal": tanggal, "tenaga_profesional": queries.tenaga_surat(anggota)},
    )
    tim = SusunanTim(
        data,
        form=form,
        kursi=queries.kursi_pada(tanggal),
        tanggal=tanggal,
        usulan=queries.tidak_tetap_surat(anggota),
        lain=queries.usulan_tidak_tetap(kegiatan, tanggal),
    )
    if tim.is_valid() and (
        surat := _simpan(
            request, tim, services.gantikan, lama.pk, alasan=form.cleaned_data["alasan"]
        )
    ):
        return redirect(surat)
    konteks = {"form": form, "tim": tim, "kegiatan": kegiatan, "tanggal": tanggal, "lama": lama}
    return render(request, "pengawasan/surat_tugas/form.html", konteks)


@require_http_methods(["GET", "POST"])
def cabut_surat_tugas(request: HttpRequest, pk: int) -> HttpResponse:
    """Revoke a letter, with a reason."""
    surat = _milik(request, pk)
    require(boleh_menerbitkan_surat_tugas(request.user))
    if refused(request, _boleh_cabut(surat)):
        return redirect(surat)
    form = AlasanForm(request.POST or None)
    if form.is_valid() and perform(
        request, services.cabut, pk, **form.cleaned_data, oleh=request.user,
        success="Surat tugas dicabut; kegiatannya menunggu surat tugas lagi.",
    ):  # fmt: skip
        return redirect(surat)
    return render(request, "pengawasan/surat_tugas/cabut.html", {"surat": surat, "form": form})


def _boleh_cabut(surat: SuratTugas) -> Putusan:
    hasil = queries.hasil_kegiatan(list(surat.kegiatan.all()))
    return periksa(StatusSuratTugas(surat.status), AksiSuratTugas.CABUT, hasil=hasil)


def _milik(request: HttpRequest, pk: int) -> SuratTugas:
    terlihat = SuratTugas.objects.terlihat_oleh(request.user)
    return get_object_or_404(terlihat.select_related("nomor"), pk=pk)


def _simpan(
    request: HttpRequest, tim: SusunanTim, service: Callable[..., SuratTugas], *args: Any, **kw: Any
) -> SuratTugas | None:
    form: SuratTugasForm = tim.form
    isi = form.cleaned_data
    try:
        surat = service(
            *args,
            **kw,
            tanggal=isi["tanggal"],
            anggota=tim.anggota(),
            pengecualian=tim.pengecualian(),
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
