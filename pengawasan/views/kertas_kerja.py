"""Sheets of the working paper: list, fill, compare, return."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.db.models import BigAutoField
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_filters.views import FilterView

from inti.forms import CatatanForm
from inti.halaman import Urutan
from inti.models import JejakAudit
from inti.putusan import AturanDilanggar
from inti.views.ekspor import EksporMixin
from inti.views.guards import GuardMixin, perform, require
from inti.views.halaman import HalamanKunciMixin
from pengawasan.domain.kegiatan import periksa_hasil
from pengawasan.domain.kertas_kerja import periksa
from pengawasan.enums import AksiKertasKerja, StatusKegiatan, StatusKertasKerja
from pengawasan.filters import KertasKerjaFilterSet
from pengawasan.forms.kertas_kerja import KertasKerjaForm
from pengawasan.models import Kegiatan, KertasKerja
from pengawasan.permissions import (
    boleh_melihat_kertas_kerja,
    boleh_melihat_semua,
    boleh_mencatat_hasil,
    boleh_mengelola_kuesioner,
    boleh_mengisi_kertas_kerja,
)
from pengawasan.queries import kertas_kerja as queries
from pengawasan.queries.ekspor import KERTAS_KERJA
from pengawasan.services import kertas_kerja as services

if TYPE_CHECKING:
    from typing import Any

    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse


class KertasKerjaDaftarView(GuardMixin, EksporMixin, HalamanKunciMixin, FilterView):
    """The sheets one may see, newest first."""

    guard = staticmethod(boleh_melihat_kertas_kerja)
    filterset_class = KertasKerjaFilterSet
    template_name = "pengawasan/kertas_kerja/daftar.html"
    paginate_by = 25
    ekspor = "kertas_kerja"
    kolom = KERTAS_KERJA
    urutan = {"baru": Urutan("pk", BigAutoField())}
    urutan_awal = "-baru"

    def daftar(self) -> QuerySet[KertasKerja]:
        return KertasKerja.objects.terlihat_oleh(self.request.user).untuk_daftar()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kelola = boleh_mengelola_kuesioner(self.request.user)
        return super().get_context_data(**kwargs) | {"kelola": kelola}


@require_http_methods(["GET", "POST"])
def isi_kertas_kerja(request: HttpRequest, pk: int) -> HttpResponse:
    """One sheet: a form for its side while it is open, read by everybody else who may."""
    require(boleh_melihat_kertas_kerja(request.user))
    kertas = _terlihat(request, pk)
    jawaban = list(kertas.jawaban.all())
    if request.method == "POST":
        require(boleh_mengisi_kertas_kerja(request.user, kertas))
    form = KertasKerjaForm(request.POST or None, jawaban=jawaban, versi=kertas.versi)
    if form.is_valid() and _simpan(request, kertas, form):
        return redirect(kertas)
    return _tampilkan(request, kertas, form, CatatanForm())


def _tampilkan(
    request: HttpRequest, kertas: KertasKerja, form: KertasKerjaForm, catatan: CatatanForm
) -> HttpResponse:
    putusan = boleh_mengisi_kertas_kerja(request.user, kertas)
    buka = periksa(StatusKertasKerja(kertas.status), AksiKertasKerja.SIMPAN)
    terkunci = periksa_hasil(StatusKegiatan(kertas.kegiatan.status))
    konteks = {
        "kertas": kertas,
        "form": form,
        "isi": bool(putusan and buka and terkunci),
        "terkunci": terkunci,
        "terlihat": putusan or kertas.status == StatusKertasKerja.DISAMPAIKAN,
        "jawaban": [(j, queries.kata_jawaban(j)) for j in form.jawaban],
        "banding": boleh_melihat_semua(request.user),
        "kembali": boleh_mencatat_hasil(request.user) and terkunci,
        "catatan_form": catatan,
        "jejak": JejakAudit.objects.tentang(kertas)[:20],
    }
    return render(request, "pengawasan/kertas_kerja/rincian.html", konteks)


def _simpan(request: HttpRequest, kertas: KertasKerja, form: KertasKerjaForm) -> bool:
    """Save, or submit too when that button was pressed; a refusal leaves the form as it was."""
    service = services.sampaikan if form.sampaikan() else services.simpan
    versi = form.cleaned_data["versi"]
    try:
        service(kertas.pk, form.isi(), versi=versi, oleh=request.user)
    except services.KertasKerjaBerubah as error:
        form.add_error(None, error.alasan)
        form.bandingkan(kertas.jawaban.all(), versi=error.versi)
        return False
    except AturanDilanggar as error:
        form.add_error(None, error.alasan)
        return False
    kata = "Kertas kerja disampaikan kepada Tim." if form.sampaikan() else "Jawaban disimpan."
    messages.success(request, kata)
    return True


@require_POST
def kembalikan_kertas_kerja(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a sheet back with a note."""
    require(boleh_melihat_kertas_kerja(request.user))
    kertas = _terlihat(request, pk)
    require(boleh_mencatat_hasil(request.user))
    form = CatatanForm(request.POST)
    if form.is_valid() and perform(
        request,
        services.kembalikan,
        pk,
        **form.cleaned_data,
        oleh=request.user,
        success="Kertas kerja dikembalikan.",
    ):
        return redirect(kertas)
    isian = KertasKerjaForm(jawaban=list(kertas.jawaban.all()), versi=kertas.versi)
    return _tampilkan(request, kertas, isian, form)


def _terlihat(request: HttpRequest, pk: int) -> KertasKerja:
    terlihat = KertasKerja.objects.terlihat_oleh(request.user).untuk_daftar()
    return get_object_or_404(terlihat.select_related("kuesioner", "disampaikan_oleh"), pk=pk)


def _kegiatan(request: HttpRequest, pk: int) -> Kegiatan:
    require(boleh_melihat_semua(request.user))
    terlihat = Kegiatan.objects.terlihat_oleh(request.user).select_related("naskah")
    return get_object_or_404(terlihat, pk=pk)


@require_safe
def banding_kertas_kerja(request: HttpRequest, pk: int) -> HttpResponse:
    """The sheets of one kegiatan side by side, with their scores."""
    kegiatan = _kegiatan(request, pk)
    konteks = {
        "kegiatan": kegiatan,
        "banding": queries.banding(kegiatan),
        "minta": boleh_mencatat_hasil(request.user),
        "terkunci": periksa_hasil(StatusKegiatan(kegiatan.status)),
    }
    return render(request, "pengawasan/kertas_kerja/banding.html", konteks)


@require_POST
def minta_kertas_kerja(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask every side that has no sheet yet."""
    kegiatan = _kegiatan(request, pk)
    require(boleh_mencatat_hasil(request.user))
    sukses = "Kertas kerja dibuka untuk semua pihak, dan mereka diberi tahu."
    perform(request, services.minta, kegiatan.pk, oleh=request.user, success=sukses)
    return redirect("pengawasan:kertas-kerja-banding", pk=pk)
