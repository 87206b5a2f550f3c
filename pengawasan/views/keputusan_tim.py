"""The decree that sets the team: which one is in force, recording, correcting, its files."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.db.models import DateField
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django.views.generic import DetailView
from django_filters.views import FilterView

from inti.forms import AlasanForm
from inti.halaman import Urutan
from inti.models import JejakAudit
from inti.putusan import AturanDilanggar
from inti.views.bentrok import save_or_compare_page
from inti.views.berkas import serve_berkas
from inti.views.ekspor import EksporMixin
from inti.views.guards import GuardMixin, perform, require
from inti.views.halaman import HalamanKunciMixin
from kerjasama.models import PerangkatDaerah
from pengawasan.domain.keputusan_tim import periksa_hapus
from pengawasan.filters import KeputusanTimFilterSet
from pengawasan.forms.keputusan_tim import (
    AnggotaFormSet,
    CatatKeputusanTimForm,
    UbahKeputusanTimForm,
    anggota_awal,
)
from pengawasan.models import KeputusanTim
from pengawasan.permissions import (
    boleh_melihat_keputusan_tim,
    boleh_melihat_pembinaan,
    boleh_mencatat_pembinaan,
)
from pengawasan.queries.ekspor import KEPUTUSAN_TIM
from pengawasan.queries.keputusan_tim import dalam_masa
from pengawasan.services import keputusan_tim as services

if TYPE_CHECKING:
    from django import forms
    from django.db.models import QuerySet
    from django.http import FileResponse, HttpRequest, HttpResponse

SUSUNAN = "Susunan tim"


class KeputusanTimDaftarView(GuardMixin, EksporMixin, HalamanKunciMixin, FilterView):
    """The team of today or of the day that is asked about, and every decree."""

    guard = staticmethod(boleh_melihat_pembinaan)
    filterset_class = KeputusanTimFilterSet
    template_name = "pengawasan/keputusan_tim/daftar.html"
    paginate_by = 25
    ekspor = "keputusan_tim"
    kolom = KEPUTUSAN_TIM
    urutan = {"mulai": Urutan("mulai", DateField())}
    urutan_awal = "-mulai"

    def daftar(self) -> QuerySet[KeputusanTim]:
        return KeputusanTim.objects.terlihat_oleh(self.request.user).untuk_daftar()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        konteks = super().get_context_data(**kwargs)
        hari_ini = timezone.localdate()
        pada = konteks["filter"].tanggal() or hari_ini
        berlaku = KeputusanTim.objects.terlihat_oleh(self.request.user).berlaku_pada(pada)
        anggota = berlaku.anggota.select_related("perangkat_daerah") if berlaku else []
        return konteks | {
            "judul": "Berlaku hari ini" if pada == hari_ini else "Berlaku pada hari itu",
            "pada": pada,
            "berlaku": berlaku,
            "anggota": anggota,
            "buka": boleh_melihat_keputusan_tim(self.request.user),
            "catat": boleh_mencatat_pembinaan(self.request.user),
        }


class KeputusanTimRincianView(GuardMixin, DetailView):
    """One decree: its team, its files, what was done under it, its trail."""

    guard = staticmethod(boleh_melihat_keputusan_tim)
    template_name = "pengawasan/keputusan_tim/rincian.html"
    context_object_name = "keputusan"

    def get_queryset(self) -> QuerySet[KeputusanTim]:
        terlihat = KeputusanTim.objects.terlihat_oleh(self.request.user)
        return terlihat.bermasa().select_related("dicatat_oleh")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        keputusan, ada = self.object, dalam_masa(self.object)
        return super().get_context_data(**kwargs) | {
            "berlaku": keputusan.berlaku(timezone.localdate()),
            "hari_ini": timezone.localdate(),
            "anggota": keputusan.anggota.select_related("perangkat_daerah"),
            "versi": keputusan.berkas.select_related("berkas__diunggah_oleh"),
            "dalam_masa": ada,
            "catat": boleh_mencatat_pembinaan(self.request.user),
            "hapus": periksa_hapus(pembinaan=ada.pembinaan, surat_tugas=ada.surat_tugas),
            "alasan_form": AlasanForm(),
            "jejak": JejakAudit.objects.tentang(keputusan)[:20],
        }


@require_http_methods(["GET", "POST"])
def tambah_keputusan_tim(request: HttpRequest) -> HttpResponse:
    """Record a decree."""
    require(boleh_mencatat_pembinaan(request.user))
    form = CatatKeputusanTimForm(request.POST or None, request.FILES or None)
    formset = AnggotaFormSet(request.POST or None, prefix="anggota", initial=anggota_awal(None))
    if _sah(form, formset):
        isi = form.cleaned_data
        try:
            keputusan = services.catat(
                form.data_keputusan(),
                anggota=formset.anggota(),
                berkas=isi["berkas"],
                kunci=isi["kunci"],
                oleh=request.user,
            )
        except AturanDilanggar as error:
            form.add_error(None, error.alasan)
        else:
            messages.success(request, "Keputusan dicatat.")
            return redirect(keputusan)
    return _tampilkan(request, form, formset, judul="Catat Keputusan")


@require_http_methods(["GET", "POST"])
def ubah_keputusan_tim(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct what was recorded of a decree."""
    require(boleh_mencatat_pembinaan(request.user))
    keputusan = _terlihat(request, pk)

    def page(data: Any) -> UbahKeputusanTimForm:
        kini = _terlihat(request, pk)
        awal = None if data else anggota_awal(kini)
        formset = AnggotaFormSet(data, prefix="anggota", initial=awal)
        form = UbahKeputusanTimForm(data, request.FILES if data else None, keputusan=kini)
        return form.sertakan({SUSUNAN: formset})

    form = page(request.POST or None)
    if form.sah():
        isi = form.cleaned_data
        simpan = partial(
            services.ubah,
            pk,
            form.data_keputusan(),
            anggota=form.baris[SUSUNAN].anggota(),
            berkas=isi["berkas"],
            versi=isi["versi"],
            catatan=isi["catatan"],
            oleh=request.user,
        )
        kabar = "Keputusan diperbaiki; isi semula tetap pada riwayat."
        hasil = save_or_compare_page(request, form, page, simpan, success=kabar)
        if hasil is None:
            return redirect(keputusan)
        form = hasil
    return _tampilkan(
        request, form, form.baris[SUSUNAN], judul="Perbaiki Keputusan", keputusan=keputusan
    )


def _sah(form: forms.Form, formset: forms.BaseFormSet) -> bool:
    """Both are asked, so that all that is wrong shows at once."""
    return all([form.is_valid(), formset.is_valid()])


def _tampilkan(
    request: HttpRequest,
    form: forms.Form,
    formset: forms.BaseFormSet,
    *,
    judul: str,
    keputusan: KeputusanTim | None = None,
) -> HttpResponse:
    konteks = {
        "form": form,
        "formset": formset,
        "judul": judul,
        "keputusan": keputusan,
        "unit": PerangkatDaerah.objects.terlihat_oleh(request.user).values_list("nama", flat=True),
    }
    status = 409 if getattr(form, "bentrok", None) else 200
    return render(request, "pengawasan/keputusan_tim/form.html", konteks, status=status)


@require_POST
def hapus_keputusan_tim(request: HttpRequest, pk: int) -> HttpResponse:
    """Take out a decree recorded by mistake."""
    require(boleh_mencatat_pembinaan(request.user))
    keputusan = _terlihat(request, pk)
    form = AlasanForm(request.POST)
    if not form.is_valid():
        messages.error(request, form.errors["alasan"][0])
        return redirect(keputusan)
    alasan, sukses = form.cleaned_data["alasan"], "Keputusan dihapus; riwayat mencatat isinya."
    terhapus = perform(
        request, services.hapus, pk, alasan=alasan, oleh=request.user, success=sukses
    )
    return redirect("pengawasan:keputusan-tim-daftar") if terhapus else redirect(keputusan)


@require_GET
def buka_berkas_keputusan_tim(request: HttpRequest, pk: int, versi_pk: int) -> FileResponse:
    """One version of the file of the decree."""
    require(boleh_melihat_keputusan_tim(request.user))
    semua = _terlihat(request, pk).berkas.select_related("berkas")
    return serve_berkas(request, get_object_or_404(semua, pk=versi_pk).berkas, tampilkan=True)


def _terlihat(request: HttpRequest, pk: int) -> KeputusanTim:
    return get_object_or_404(KeputusanTim.objects.terlihat_oleh(request.user), pk=pk)
