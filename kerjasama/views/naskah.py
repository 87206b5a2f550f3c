"""The register of naskah: list, detail, record, change, put in force, end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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
from kerjasama.filters import NaskahFilterSet
from kerjasama.forms.baris_naskah import ButirFormSet, KeterlibatanFormSet, PihakFormSet
from kerjasama.forms.naskah import AkhiriForm, DokumenForm, NaskahForm
from kerjasama.models import DokumenNaskah, Naskah
from kerjasama.permissions import (
    boleh_melihat_naskah,
    boleh_melihat_register,
    boleh_mengelola_naskah,
)
from kerjasama.queries import naskah as queries
from kerjasama.queries.ekspor import NASKAH, NASKAH_PENGAWAS
from kerjasama.services import dokumen_naskah
from kerjasama.services import naskah as services

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import FileResponse, HttpRequest, HttpResponse

    from inti.lembar import Kolom

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

    def daftar(self) -> QuerySet[Naskah]:
        return queries.terlihat_berurutan(self.request.user).untuk_daftar()

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
        return super().get_context_data(**kwargs) | {
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
            "akhiri_form": AkhiriForm(),
            "dokumen_form": DokumenForm(),
            "jejak": JejakAudit.objects.tentang(naskah)[:20] if kelola else [],
        }


def _formset(data: Any, naskah: Naskah | None) -> dict[str, Any]:
    """The three row sets of the page, filled from the naskah when there is one."""
    isi: dict[str, list[dict[str, Any]]] = {"pihak": [], "pd": [], "butir": []}
    if naskah is not None:
        isi["pihak"] = [
            {"mitra": p.mitra.nama, "nomor": p.nomor}
            | {"penanda_tangan": p.penanda_tangan, "jabatan": p.jabatan}
            for p in naskah.pihak.select_related("mitra")
        ]
        isi["pd"] = list(naskah.keterlibatan.values("perangkat_daerah", "peran"))
        isi["butir"] = list(
            naskah.butir.values("pk", "jenis", "pihak", "uraian", "target", "tenggat")
        )
    return {
        "pihak": PihakFormSet(data, prefix="pihak", initial=isi["pihak"]),
        "pd": KeterlibatanFormSet(data, prefix="pd", initial=isi["pd"]),
        "butir": ButirFormSet(data, prefix="butir", initial=isi["butir"]),
    }


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
    formset = _formset(request.POST or None, None)
    if request.method == "POST" and form.is_valid() and all(f.is_valid() for f in formset.values()):
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
    form = NaskahForm(request.POST or None, instance=naskah)
    formset = _formset(request.POST or None, naskah)
    if request.method == "POST" and form.is_valid() and all(f.is_valid() for f in formset.values()):
        try:
            services.ubah(pk, form.data_naskah(), **_baris(formset), oleh=request.user)
        except AturanDilanggar as error:
            form.add_error(None, error.alasan)
        else:
            messages.success(request, "Perubahan disimpan.")
            return redirect(naskah)
    konteks = {"form": form, "formset": formset, "naskah": naskah, "judul": "Ubah naskah"}
    return render(request, "kerjasama/naskah/form.html", konteks)


@require_POST
def berlakukan_naskah(request: HttpRequest, pk: int) -> HttpResponse:
    """A draft comes into force."""
    naskah = get_object_or_404(Naskah.objects.terlihat_oleh(request.user), pk=pk)
    require(boleh_mengelola_naskah(request.user))
    sukses = "Naskah berlaku; jadwal pengawasan sedang disusun."
    perform(request, services.berlakukan, pk, oleh=request.user, success=sukses)
    return redirect(naskah)


@require_POST
def akhiri_naskah(request: HttpRequest, pk: int) -> HttpResponse:
    """The cooperation ends."""
    naskah = get_object_or_404(Naskah.objects.terlihat_oleh(request.user), pk=pk)
    require(boleh_mengelola_naskah(request.user))
    form = AkhiriForm(request.POST)
    if form.is_valid():
        perform(
            request, services.akhiri, pk, **form.cleaned_data, oleh=request.user,
            success="Naskah diakhiri.",
        )  # fmt: skip
    else:
        messages.error(request, "Pilih alasan dan isi hari terakhir berlaku.")
    return redirect(naskah)


@require_POST
def unggah_dokumen(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep a file with the naskah."""
    naskah = get_object_or_404(Naskah.objects.terlihat_oleh(request.user), pk=pk)
    require(boleh_mengelola_naskah(request.user))
    form = DokumenForm(request.POST, request.FILES)
    if form.is_valid():
        isi = form.cleaned_data
        perform(
            request, dokumen_naskah.unggah, pk, diperiksa=isi["berkas"], jenis=isi["jenis"],
            keterangan=isi["keterangan"], oleh=request.user, success="Dokumen disimpan.",
        )  # fmt: skip
    else:
        messages.error(request, next(iter(form.errors.values()))[0])
    return redirect(naskah)


def buka_dokumen(request: HttpRequest, pk: int, dokumen_pk: int) -> FileResponse:
    """One file of a naskah one may see."""
    naskah = get_object_or_404(Naskah.objects.terlihat_oleh(request.user), pk=pk)
    dokumen = get_object_or_404(DokumenNaskah, naskah=naskah, pk=dokumen_pk)
    return serve_berkas(request, dokumen.berkas, tampilkan=True)
