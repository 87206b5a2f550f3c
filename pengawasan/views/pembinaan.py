"""The log of pembinaan: list, entry, writing, correcting and cancelling it, its files."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.db.models import DateField
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_filters.views import FilterView

from inti.forms import AlasanForm
from inti.halaman import Urutan
from inti.models import JejakAudit
from inti.putusan import AturanDilanggar, Putusan, semua
from inti.views.bentrok import save_or_compare_page
from inti.views.berkas import serve_berkas
from inti.views.ekspor import EksporMixin
from inti.views.forms_page import FormsPageView
from inti.views.guards import GuardMixin, refused, require
from inti.views.halaman import HalamanKunciMixin
from kerjasama.models import PerangkatDaerah
from pengawasan.domain.pembinaan import periksa_ubah
from pengawasan.filters import PembinaanFilterSet
from pengawasan.forms.pembinaan import BerkasSusulanForm, IsianPembinaan
from pengawasan.models import KeputusanTim, Pembinaan
from pengawasan.permissions import (
    boleh_melihat_keputusan_tim,
    boleh_melihat_pembinaan,
    boleh_mencatat_pembinaan,
)
from pengawasan.queries.ekspor import PEMBINAAN
from pengawasan.queries.pembinaan import keikutsertaan, peserta
from pengawasan.services import pembinaan as services

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import FileResponse, HttpRequest, HttpResponse, QueryDict


class PembinaanDaftarView(GuardMixin, EksporMixin, HalamanKunciMixin, FilterView):
    """What was given to the units, newest first."""

    guard = staticmethod(boleh_melihat_pembinaan)
    filterset_class = PembinaanFilterSet
    template_name = "pengawasan/pembinaan/daftar.html"
    paginate_by = 25
    ekspor = "pembinaan"
    kolom = PEMBINAAN
    urutan = {"tanggal": Urutan("tanggal_mulai", DateField())}
    urutan_awal = "-tanggal"

    def daftar(self) -> QuerySet[Pembinaan]:
        pengguna = self.request.user
        return Pembinaan.objects.terlihat_oleh(pengguna).untuk_daftar(pengguna)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        catat = boleh_mencatat_pembinaan(self.request.user)
        return super().get_context_data(**kwargs) | {"catat": catat}


class PembinaanRincianView(FormsPageView):
    """One activity: what was given, who came, under which decree, its trail."""

    template_name = "pengawasan/pembinaan/rincian.html"

    def get_queryset(self) -> QuerySet[Pembinaan]:
        terlihat = Pembinaan.objects.terlihat_oleh(self.request.user)
        return terlihat.select_related("dicatat_oleh", "dibatalkan_oleh")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        pembinaan, pengguna = self.object, self.request.user
        ikut = keikutsertaan(pembinaan, pengguna)
        return super().get_context_data(**kwargs) | {
            "judul": pembinaan.get_jenis_display(),
            "keputusan": KeputusanTim.objects.berlaku_pada(pembinaan.tanggal_mulai),
            "buka_keputusan": boleh_melihat_keputusan_tim(pengguna),
            "keikutsertaan": ikut,
            "unit_lain": pembinaan.keikutsertaan.count() - len(ikut),
            "peserta": peserta(pembinaan, pengguna),
            "berkas": [
                (satu, self.typed.get(_keluarkan(satu.pk)) or _form_keluarkan(satu.pk))
                for satu in pembinaan.berkas.select_related("berkas__diunggah_oleh")
            ],
            "catat": semua(boleh_mencatat_pembinaan(pengguna), _dapat_diubah(pembinaan)),
            "berkas_form": BerkasSusulanForm(),
            "alasan_form": AlasanForm(auto_id="batal-%s"),
            "jejak": JejakAudit.objects.tentang(pembinaan)[:20],
        }


@require_http_methods(["GET", "POST"])
def tambah_pembinaan(request: HttpRequest) -> HttpResponse:
    """Record something that was done."""
    require(boleh_mencatat_pembinaan(request.user))
    isian = IsianPembinaan(request.POST or None, request.FILES or None)
    if isian.is_valid():
        kunci = isian.form.cleaned_data["kunci"]
        try:
            satu = services.catat(**isian.isi(), kunci=kunci, oleh=request.user)
        except AturanDilanggar as error:
            isian.form.add_error(None, error.alasan)
        else:
            messages.success(request, "Pembinaan dicatat.")
            return redirect(satu)
    return _tampilkan(request, isian, judul="Catat pembinaan")


@require_http_methods(["GET", "POST"])
def ubah_pembinaan(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct an entry."""
    pembinaan = _terlihat(request, pk)
    require(boleh_mencatat_pembinaan(request.user))
    if refused(request, _dapat_diubah(pembinaan)):
        return redirect(pembinaan)

    def page(data: Any) -> Any:
        kini = _terlihat(request, pk)
        return IsianPembinaan(data, request.FILES if data else None, pembinaan=kini).form

    isian = page(request.POST or None).bersama
    if isian.is_valid():
        versi = isian.form.cleaned_data["versi"]
        simpan = partial(services.ubah, pk, **isian.isi(), versi=versi, oleh=request.user)
        kabar = "Pembinaan diperbaiki; isi semula tetap pada riwayat."
        hasil = save_or_compare_page(request, isian.form, page, simpan, success=kabar)
        if hasil is None:
            return redirect(pembinaan)
        isian = hasil.bersama
    return _tampilkan(request, isian, judul="Perbaiki pembinaan", pembinaan=pembinaan)


def _tampilkan(
    request: HttpRequest, isian: IsianPembinaan, *, judul: str, pembinaan: Pembinaan | None = None
) -> HttpResponse:
    konteks = {
        "isian": isian,
        "judul": judul,
        "pembinaan": pembinaan,
        "unit": PerangkatDaerah.objects.terlihat_oleh(request.user).values_list("nama", flat=True),
    }
    status = 409 if getattr(isian.form, "bentrok", None) else 200
    return render(request, "pengawasan/pembinaan/form.html", konteks, status=status)


@require_POST
def batalkan_pembinaan(request: HttpRequest, pk: int) -> HttpResponse:
    """It did not take place, or stands twice."""
    pembinaan = _terlihat(request, pk)
    require(boleh_mencatat_pembinaan(request.user))
    form = AlasanForm(request.POST, auto_id="batal-%s")
    sukses = "Pembinaan dibatalkan."
    return PembinaanRincianView.submit(
        request, pembinaan, form, services.batalkan, name="alasan_form", success=sukses
    )


@require_POST
def tambah_berkas_pembinaan(request: HttpRequest, pk: int) -> HttpResponse:
    """Files that came later."""
    pembinaan = _terlihat(request, pk)
    require(boleh_mencatat_pembinaan(request.user))
    form = BerkasSusulanForm(request.POST, request.FILES)
    sukses = "Berkas disimpan."
    return PembinaanRincianView.submit(
        request, pembinaan, form, services.tambah_berkas, name="berkas_form", success=sukses
    )


@require_POST
def hapus_berkas_pembinaan(request: HttpRequest, pk: int, berkas_pk: int) -> HttpResponse:
    """Take out a file that does not belong there."""
    pembinaan = _terlihat(request, pk)
    require(boleh_mencatat_pembinaan(request.user))
    return PembinaanRincianView.submit(
        request,
        pembinaan,
        _form_keluarkan(berkas_pk, request.POST),
        services.hapus_berkas,
        name=_keluarkan(berkas_pk),
        success="Berkas dikeluarkan; riwayat mencatatnya.",
        berkas_pk=berkas_pk,
    )


def _keluarkan(berkas_pk: int) -> str:
    """The name of the form that takes out one file; each file has its own."""
    return f"keluarkan-{berkas_pk}"


def _form_keluarkan(berkas_pk: int, data: QueryDict | None = None) -> AlasanForm:
    return AlasanForm(data, auto_id=f"{_keluarkan(berkas_pk)}-%s")


@require_GET
def buka_berkas_pembinaan(request: HttpRequest, pk: int, berkas_pk: int) -> FileResponse:
    """One of its files."""
    milik = _terlihat(request, pk).berkas.select_related("berkas")
    return serve_berkas(request, get_object_or_404(milik, pk=berkas_pk).berkas, tampilkan=True)


def _dapat_diubah(pembinaan: Pembinaan) -> Putusan:
    return periksa_ubah(dibatalkan=pembinaan.dibatalkan_pada is not None)


def _terlihat(request: HttpRequest, pk: int) -> Pembinaan:
    return get_object_or_404(Pembinaan.objects.terlihat_oleh(request.user), pk=pk)
