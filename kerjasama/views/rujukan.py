"""Partners and units: list, detail, record, change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.db.models import CharField, Count
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods
from django.views.generic import DetailView
from django_filters.views import FilterView

from inti.halaman import Urutan
from inti.putusan import AturanDilanggar
from inti.services.kolom import KolomBerubah
from inti.views.ekspor import EksporMixin
from inti.views.guards import GuardMixin, require
from inti.views.halaman import HalamanKunciMixin
from kerjasama.filters import MitraFilterSet, PerangkatDaerahFilterSet
from kerjasama.forms.rujukan import MitraForm, PerangkatDaerahForm
from kerjasama.models import Mitra, PerangkatDaerah
from kerjasama.permissions import (
    boleh_melihat_register,
    boleh_mengelola_mitra,
    boleh_mengelola_rujukan,
)
from kerjasama.queries.ekspor import MITRA, PERANGKAT_DAERAH
from kerjasama.queries.gabung import mungkin_kembar
from kerjasama.queries.mitra import (
    akses,
    dengan_jumlah_naskah,
    halaman_naskah,
    jumlah_naskah_lama,
    riwayat,
)
from kerjasama.queries.mitra_lepas import menggantung
from kerjasama.services import mitra as mitra_services
from kerjasama.services import perangkat_daerah as pd_services

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse


class MitraDaftarView(GuardMixin, EksporMixin, HalamanKunciMixin, FilterView):
    """Partners by name."""

    guard = staticmethod(boleh_melihat_register)
    filterset_class = MitraFilterSet
    template_name = "kerjasama/mitra/daftar.html"
    paginate_by = 25
    ekspor = "mitra"
    kolom = MITRA
    urutan = {"nama": Urutan("nama", CharField())}
    urutan_awal = "nama"

    def daftar(self) -> QuerySet[Mitra]:
        terlihat = Mitra.objects.terlihat_oleh(self.request.user).aktif()
        return dengan_jumlah_naskah(terlihat.prefetch_related("riwayat_nama"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kelola = boleh_mengelola_mitra(self.request.user)
        # Twins are for who can merge them, and only where nothing was asked for.
        return super().get_context_data(**kwargs) | {
            "kelola": kelola,
            "kembar": mungkin_kembar() if kelola and not self.request.GET else [],
        }


class MitraRincianView(GuardMixin, DetailView):
    """One partner, its naskah and its users."""

    guard = staticmethod(boleh_melihat_register)
    template_name = "kerjasama/mitra/rincian.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """A twin that was merged leads to the mitra that stays, with a word about it."""
        self.object = self.get_object()
        if tujuan := self.object.digabung_ke:
            messages.info(request, f"{self.object} sudah digabung ke {tujuan}; ini halamannya.")
            return redirect(tujuan)
        return self.render_to_response(self.get_context_data(object=self.object))

    def get_queryset(self) -> QuerySet[Mitra]:
        return Mitra.objects.terlihat_oleh(self.request.user).select_related("digabung_ke")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        gabungan = list(self.object.gabungan.order_by("nama"))
        lama = f"{reverse('kerjasama:naskah-daftar')}?mantan_mitra={self.object.pk}"
        return (
            super().get_context_data(**kwargs)
            | _terkait(self.request, self.object, gabungan)
            | {
                "kelola": boleh_mengelola_mitra(self.request.user),
                "gabungan": gabungan,
                "narahubung": self.object.narahubung.all(),
                "naskah_lama": lama,
                "jumlah_lama": jumlah_naskah_lama(self.object, self.request.user),
            }
        )


class PerangkatDaerahDaftarView(GuardMixin, EksporMixin, FilterView):
    """Units by name."""

    guard = staticmethod(boleh_melihat_register)
    filterset_class = PerangkatDaerahFilterSet
    template_name = "kerjasama/perangkat_daerah/daftar.html"
    paginate_by = 50
    ekspor = "perangkat_daerah"
    kolom = PERANGKAT_DAERAH

    def get_queryset(self) -> QuerySet[PerangkatDaerah]:
        terlihat = PerangkatDaerah.objects.terlihat_oleh(self.request.user)
        return terlihat.annotate(jumlah_naskah=Count("naskah")).order_by("nama")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "kelola": boleh_mengelola_rujukan(self.request.user)
        }


class PerangkatDaerahRincianView(GuardMixin, DetailView):
    """One unit, its naskah and its users."""

    guard = staticmethod(boleh_melihat_register)
    template_name = "kerjasama/perangkat_daerah/rincian.html"

    def get_queryset(self) -> QuerySet[PerangkatDaerah]:
        return PerangkatDaerah.objects.terlihat_oleh(self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return (
            super().get_context_data(**kwargs)
            | _terkait(self.request, self.object, [])
            | {"kelola": boleh_mengelola_rujukan(self.request.user)}
        )


def _terkait(request: HttpRequest, objek: Any, gabungan: list[Mitra]) -> dict[str, Any]:
    """The naskah one may see, the names, who has access, the trail."""
    saringan = "mitra" if isinstance(objek, Mitra) else "perangkat_daerah"
    return {
        "halaman_naskah": halaman_naskah(
            objek,
            request.user,
            setelah=request.GET.get("setelah", ""),
            sebelum=request.GET.get("sebelum", ""),
        ),
        "semua_naskah": f"{reverse('kerjasama:naskah-daftar')}?{saringan}={objek.pk}",
        "riwayat_nama": list(objek.riwayat_nama.all()),
        "akses": akses(objek),
        "hari_ini": timezone.localdate(),
        "jejak": riwayat(objek, gabungan),
    }


def _form(
    request: HttpRequest, form: MitraForm | PerangkatDaerahForm, judul: str, simpan: Any
) -> HttpResponse:
    """Show the form; save through the service; say what was refused beside the form."""
    if request.method == "POST" and form.is_valid():
        try:
            objek = simpan(form.data_kolom())
        except KolomBerubah as error:
            form.hadapkan(type(form.instance).objects.get(pk=form.instance.pk), error.alasan)
        except AturanDilanggar as error:
            form.add_error(None, error.alasan)
        else:
            messages.success(request, "Data disimpan.")
            return redirect(objek)
    konteks = {"form": form, "judul": judul} | _kembali(form.instance)
    status = 409 if form.bentrok else 200
    return render(request, "kerjasama/rujukan/form.html", konteks, status=status)


def _kembali(objek: Any) -> dict[str, str]:
    """To the page of what is changed, or to the list that a new one joins."""
    if objek.pk:
        return {"kembali": objek.get_absolute_url(), "kembali_label": str(objek)}
    if isinstance(objek, Mitra):
        return {"kembali": reverse("kerjasama:mitra-daftar"), "kembali_label": "Mitra"}
    alamat = reverse("kerjasama:perangkat-daerah-daftar")
    return {"kembali": alamat, "kembali_label": "Perangkat Daerah"}


@require_http_methods(["GET", "POST"])
def tambah_mitra(request: HttpRequest) -> HttpResponse:
    """Record a partner."""
    require(boleh_mengelola_mitra(request.user))
    form = MitraForm(request.POST or None)

    def simpan(data: dict[str, Any]) -> Mitra:
        return mitra_services.catat(data, oleh=request.user, kunci=form.cleaned_data["kunci"])

    return _form(request, form, "Catat mitra", simpan)


@require_http_methods(["GET", "POST"])
def ubah_mitra(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a partner."""
    mitra = get_object_or_404(Mitra.objects.terlihat_oleh(request.user).aktif(), pk=pk)
    require(boleh_mengelola_mitra(request.user))
    form = MitraForm(request.POST or None, instance=mitra)

    def simpan(data: dict[str, Any]) -> Mitra:
        return mitra_services.ubah(pk, data, oleh=request.user, asal=form.asal_halaman())

    return _form(request, form, "Ubah mitra", simpan)


@require_http_methods(["GET", "POST"])
def hapus_mitra(request: HttpRequest, pk: int) -> HttpResponse:
    """Take out a partner that was recorded by mistake, while nothing hangs on it."""
    mitra = get_object_or_404(Mitra.objects.terlihat_oleh(request.user).aktif(), pk=pk)
    require(boleh_mengelola_mitra(request.user))
    alasan = ""
    if request.method == "POST":
        try:
            mitra_services.hapus(pk, oleh=request.user)
        except AturanDilanggar as error:
            alasan = error.alasan
        else:
            messages.success(request, f"{mitra} dihapus; jejak auditnya tetap ada.")
            return redirect("kerjasama:mitra-daftar")
    konteks = {"mitra": mitra, "gantungan": menggantung(mitra), "alasan": alasan}
    status = 409 if alasan else 200
    return render(request, "kerjasama/mitra/hapus.html", konteks, status=status)


@require_http_methods(["GET", "POST"])
def tambah_perangkat_daerah(request: HttpRequest) -> HttpResponse:
    """Record a unit."""
    require(boleh_mengelola_rujukan(request.user))
    form = PerangkatDaerahForm(request.POST or None)

    def simpan(data: dict[str, Any]) -> PerangkatDaerah:
        return pd_services.catat(data, oleh=request.user, kunci=form.cleaned_data["kunci"])

    return _form(request, form, "Catat perangkat daerah", simpan)


@require_http_methods(["GET", "POST"])
def ubah_perangkat_daerah(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a unit."""
    unit = get_object_or_404(PerangkatDaerah.objects.terlihat_oleh(request.user), pk=pk)
    require(boleh_mengelola_rujukan(request.user))
    form = PerangkatDaerahForm(request.POST or None, instance=unit)

    def simpan(data: dict[str, Any]) -> PerangkatDaerah:
        return pd_services.ubah(pk, data, oleh=request.user, asal=form.asal_halaman())

    return _form(request, form, "Ubah perangkat daerah", simpan)
