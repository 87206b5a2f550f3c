"""The register of naskah: list, detail, record, change, put in force, end."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from django.contrib import messages
from django.db.models import CharField, DateField
from django.db.models.functions import Left
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST
from django.views.generic import DetailView
from django_filters.views import FilterView

from inti.halaman import Urutan
from inti.models import JejakAudit
from inti.permissions import boleh
from inti.putusan import AturanDilanggar
from inti.roles import Kemampuan
from inti.views.berkas import serve_berkas
from inti.views.ekspor import EksporMixin
from inti.views.guards import GuardMixin, perform, require
from inti.views.halaman import HalamanKunciMixin
from kerjasama.domain.batas import peringatan
from kerjasama.enums import JenisNaskah
from kerjasama.filters import NaskahFilterSet
from kerjasama.forms.baris_naskah import ButirFormSet, KeterlibatanFormSet, PihakFormSet
from kerjasama.forms.bentrok_naskah import asal_halaman, hadapkan
from kerjasama.forms.naskah import AkhiriForm, DokumenForm, NaskahForm
from kerjasama.models import DokumenNaskah, Naskah
from kerjasama.permissions import (
    boleh_melihat_naskah,
    boleh_melihat_register,
    boleh_mengelola_naskah,
    boleh_mengimpor,
)
from kerjasama.queries import naskah as queries
from kerjasama.queries.asal import asal_naskah
from kerjasama.queries.ekspor import NASKAH, NASKAH_PENGAWAS
from kerjasama.services import dokumen_naskah
from kerjasama.services import naskah as services

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet
    from django.http import FileResponse, HttpRequest, HttpResponse

    from inti.lembar import Kolom
    from kerjasama.models.naskah import NaskahQuerySet

URUTAN = {
    "nomor": Urutan("nomor", CharField()),
    # As far as the index goes; nobody tells titles apart by what comes later.
    "judul": Urutan(Left("judul", 100), CharField()),
    "tanggal_ttd": Urutan("tanggal_ttd", DateField(), kosong=True),
    "tanggal_berakhir": Urutan("tanggal_berakhir", DateField(), kosong=True),
    "status": Urutan("status", CharField()),
}


class NaskahDaftarView(GuardMixin, EksporMixin, HalamanKunciMixin, FilterView):
    """What is registered, newest first, or what ends soonest first, unless asked otherwise."""

    guard = staticmethod(boleh_melihat_naskah)
    filterset_class = NaskahFilterSet
    template_name = "kerjasama/naskah/daftar.html"
    paginate_by = 25
    ekspor = "naskah"
    urutan = URUTAN
    urutan_awal = "-tanggal_ttd"

    @cached_property
    def pandangan(self) -> queries.Pandangan:
        """What this reader sees."""
        return queries.pandangan(self.request.user)

    def daftar(self) -> QuerySet[Naskah]:
        return self.pandangan.naskah.untuk_daftar()

    def paginate_queryset(self, queryset: Any, page_size: int) -> Any:
        hasil = super().paginate_queryset(queryset, page_size)
        queries.lengkapi_daftar(hasil[2])
        return hasil

    def baris_ekspor(self, baris: QuerySet[Any]) -> Iterable[Any]:
        return super().baris_ekspor(cast("NaskahQuerySet", baris).untuk_ekspor())

    def batas_hitung(self) -> int | None:
        return self.pandangan.batas_hitung

    def sekaligus(self) -> bool:
        return self.pandangan.sedikit

    def nama_urutan_awal(self) -> str:
        return "tanggal_berakhir" if self.request.GET.get("masa") else self.urutan_awal

    def kolom_ekspor(self) -> tuple[Kolom, ...]:
        return NASKAH + (NASKAH_PENGAWAS if boleh_melihat_register(self.request.user) else ())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kelola = boleh_mengelola_naskah(self.request.user)
        return super().get_context_data(**kwargs) | {
            "kelola": kelola,
            "pengawas": boleh_melihat_register(self.request.user),
            "hari_ini": timezone.localdate(),
        }


class NaskahRincianView(GuardMixin, DetailView):
    """One naskah, whole."""

    guard = staticmethod(boleh_melihat_naskah)
    template_name = "kerjasama/naskah/rincian.html"

    def get_queryset(self) -> QuerySet[Naskah]:
        return queries.untuk_rincian(Naskah.objects.terlihat_oleh(self.request.user))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        naskah, hari_ini = self.object, timezone.localdate()
        kelola = boleh_mengelola_naskah(self.request.user)
        isian = {"dokumen_form": DokumenForm()}
        return (
            isian
            | super().get_context_data(**kwargs)
            | {
                "kelola": kelola,
                "terbatas": not boleh(self.request.user, Kemampuan.LIHAT_REGISTER),
                "hari_ini": hari_ini,
                "peringatan": peringatan(
                    naskah.jenis,
                    naskah.jenis_kerja_sama,
                    status=naskah.status,
                    ttd=naskah.tanggal_ttd,
                    berakhir=naskah.tanggal_berakhir,
                    per=hari_ini,
                ),
                "keluarga": queries.keluarga(naskah, self.request.user),
                "jejak": JejakAudit.objects.tentang(naskah)[:20] if kelola else [],
                "asal": asal_naskah(naskah) if boleh_mengimpor(self.request.user) else [],
            }
        )


def _halaman_naskah(request: HttpRequest, pk: int, **isian: Any) -> HttpResponse:
    """The page of the naskah again, with the form that has to be mended in its place."""
    halaman = NaskahRincianView(extra_context=isian)
    halaman.setup(request, pk=pk)
    return halaman.get(request)


def _formset(data: Any, naskah: Naskah | None, isi: dict[str, list[Any]]) -> dict[str, Any]:
    """The three row sets of the page, filled with the rows of the naskah where nothing was sent.

    What was sent stands for itself: beside rows that were stored meanwhile, an empty row would
    look half filled.
    """
    nama = dict(naskah.mitra.values_list("pk", "nama")) if naskah and isi else {}
    pihak = [p | {"mitra": nama[p["mitra"]]} for p in isi.get("pihak", [])]
    return {
        "pihak": PihakFormSet(data, prefix="pihak", initial=pihak),
        "pd": KeterlibatanFormSet(data, prefix="pd", initial=isi.get("perangkat_daerah")),
        "butir": ButirFormSet(data, prefix="butir", initial=isi.get("butir")),
    }


def _sah(form: NaskahForm, formset: dict[str, Any]) -> bool:
    """Whether all that was sent is sound; every part is asked, so that all faults are shown."""
    if not all([form.is_valid(), *(f.is_valid() for f in formset.values())]):
        return False
    butir, isi = formset["butir"], form.cleaned_data
    return all(
        [butir.periksa_tenggat(isi["tanggal_ttd"]), butir.periksa_jenis(JenisNaskah(isi["jenis"]))]
    )


def _baris(formset: dict[str, Any]) -> dict[str, Any]:
    return {
        "pihak": formset["pihak"].baris(),
        "perangkat_daerah": formset["pd"].baris(),
        "butir": formset["butir"].baris(),
    }


@require_http_methods(["GET", "POST"])
def tambah_naskah(request: HttpRequest) -> HttpResponse:
    """Record a new naskah."""
    require(boleh_mengelola_naskah(request.user))
    form = NaskahForm(request.POST or None)
    formset = _formset(request.POST or None, None, {})
    if request.method == "POST" and _sah(form, formset):
        data = form.data_naskah() | {"status": form.status_awal()}
        try:
            naskah = services.catat(
                data, **_baris(formset), oleh=request.user, kunci=form.cleaned_data["kunci"]
            )
        except AturanDilanggar as error:
            form.add_error(None, error.alasan)
        else:
            messages.success(request, "Naskah dicatat.")
            return redirect(naskah)
    konteks = {"form": form, "formset": formset, "judul": "Catat naskah"}
    return render(request, "kerjasama/naskah/form.html", konteks)


@require_http_methods(["GET", "POST"])
def ubah_naskah(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct a naskah."""
    naskah = get_object_or_404(Naskah.objects.terlihat_oleh(request.user), pk=pk)
    require(boleh_mengelola_naskah(request.user))
    kirim = request.method == "POST"
    isi = {} if kirim else queries.isi_baris(naskah)
    awal = asal_halaman(naskah, isi) if isi else None
    form = NaskahForm(request.POST or None, instance=naskah, initial=awal)
    formset = _formset(request.POST or None, naskah, isi)
    if kirim and _sah(form, formset):
        sidik = form.cleaned_data["sidik"]
        try:
            services.ubah(pk, form.data_naskah(), **_baris(formset), oleh=request.user, sidik=sidik)
        except services.NaskahBerubah as error:
            return _bentrok(request, form, formset, error)
        except AturanDilanggar as error:
            form.add_error(None, error.alasan)
        else:
            messages.success(request, "Perubahan disimpan.")
            return redirect(naskah)
    konteks = {"form": form, "formset": formset, "naskah": naskah, "judul": "Ubah naskah"}
    return render(request, "kerjasama/naskah/form.html", konteks)


def _bentrok(
    request: HttpRequest, form: NaskahForm, formset: dict[str, Any], error: AturanDilanggar
) -> HttpResponse:
    """409: the form with what was typed, and both versions of what differs."""
    kini = Naskah.objects.get(pk=form.instance.pk)
    data, bentrok = hadapkan(form, formset, kini, error.alasan)
    konteks = {
        "form": NaskahForm(data, instance=kini),
        "formset": _formset(data, kini, {}),
        "naskah": kini,
        "judul": "Ubah naskah",
        "bentrok": bentrok,
    }
    return render(request, "kerjasama/naskah/form.html", konteks, status=409)


@require_POST
def berlakukan_naskah(request: HttpRequest, pk: int) -> HttpResponse:
    """A draft comes into force."""
    naskah = get_object_or_404(Naskah.objects.terlihat_oleh(request.user), pk=pk)
    require(boleh_mengelola_naskah(request.user))
    sukses = "Naskah berlaku; jadwal pengawasan sedang disusun."
    perform(request, services.berlakukan, pk, oleh=request.user, success=sukses)
    return redirect(naskah)


@require_http_methods(["GET", "POST"])
def akhiri_naskah(request: HttpRequest, pk: int) -> HttpResponse:
    """The cooperation ends."""
    naskah = get_object_or_404(Naskah.objects.terlihat_oleh(request.user), pk=pk)
    require(boleh_mengelola_naskah(request.user))
    kirim = request.method == "POST"
    form = AkhiriForm(request.POST) if kirim else AkhiriForm.terisi(request.GET)
    if kirim and form.is_valid():
        try:
            services.akhiri(pk, **form.cleaned_data, oleh=request.user)
        except AturanDilanggar as error:
            form.add_error(None, error.alasan)
        else:
            messages.success(request, "Pengakhiran dicatat.")
            return redirect(naskah)
    konteks = {"form": form, "naskah": naskah}
    return render(request, "kerjasama/naskah/akhiri.html", konteks)


@require_POST
def unggah_dokumen(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep a file with the naskah."""
    naskah = get_object_or_404(Naskah.objects.terlihat_oleh(request.user), pk=pk)
    require(boleh_mengelola_naskah(request.user))
    form = DokumenForm(request.POST, request.FILES)
    if form.is_valid():
        isi = form.cleaned_data
        try:
            dokumen_naskah.unggah(
                pk, diperiksa=isi["berkas"], jenis=isi["jenis"], keterangan=isi["keterangan"],
                oleh=request.user,
            )  # fmt: skip
        except AturanDilanggar as error:
            form.add_error("berkas", error.alasan)
        else:
            messages.success(request, "Dokumen disimpan.")
            return redirect(naskah)
    return _halaman_naskah(request, pk, dokumen_form=form)


def buka_dokumen(request: HttpRequest, pk: int, dokumen_pk: int) -> FileResponse:
    """One file of a naskah one may see."""
    naskah = get_object_or_404(Naskah.objects.terlihat_oleh(request.user), pk=pk)
    dokumen = get_object_or_404(DokumenNaskah, naskah=naskah, pk=dokumen_pk)
    return serve_berkas(request, dokumen.berkas, tampilkan=True)
