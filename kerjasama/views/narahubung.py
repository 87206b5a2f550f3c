"""Contact persons, and the page of a naskah's parties where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST
from django.views.generic import DetailView

from inti.permissions import boleh
from inti.putusan import AturanDilanggar, Putusan
from inti.roles import Kemampuan
from inti.services.kolom import KolomBerubah
from inti.urungkan import tawarkan
from inti.views.ekspor import BENTUK, kirim_daftar
from inti.views.guards import GuardMixin, perform, require
from kerjasama.forms.narahubung import NarahubungForm
from kerjasama.models import Mitra, Narahubung, Naskah, ParaPihak
from kerjasama.permissions import (
    boleh_melihat_pihak,
    boleh_melihat_register,
    boleh_mengelola_mitra,
    boleh_mengelola_naskah,
)
from kerjasama.queries.ekspor import PIHAK
from kerjasama.queries.mitra import pihak_naskah, unit_naskah
from kerjasama.services import narahubung as services

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse


class PihakNaskahView(GuardMixin, DetailView):
    """Who stands in a naskah, whom to call, who reads along."""

    guard = staticmethod(boleh_melihat_pihak)
    template_name = "kerjasama/naskah/pihak.html"

    def get_queryset(self) -> QuerySet[Naskah]:
        return Naskah.objects.terlihat_oleh(self.request.user)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """The page, or its parties as a file."""
        if request.GET.get("format") not in BENTUK:
            return super().get(request, *args, **kwargs)
        naskah = self.get_object()
        saringan = [f"Naskah: {naskah}"]
        return kirim_daftar(request, "para_pihak", PIHAK, pihak_naskah(naskah), saringan=saringan)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "kelola": boleh_mengelola_naskah(self.request.user),
            "lihat_akses": boleh_melihat_register(self.request.user),
            "pihak": pihak_naskah(self.object),
            "unit": unit_naskah(self.object),
        }


@require_http_methods(["GET", "POST"])
def tambah_narahubung_mitra(request: HttpRequest, pk: int) -> HttpResponse:
    """A contact of a partner."""
    mitra = get_object_or_404(Mitra.objects.terlihat_oleh(request.user).aktif(), pk=pk)
    require(boleh_mengelola_mitra(request.user))
    return _tambah(request, mitra, mitra.get_absolute_url())


@require_http_methods(["GET", "POST"])
def tambah_narahubung_pihak(request: HttpRequest, pk: int, pihak_pk: int) -> HttpResponse:
    """A contact of one partner for one naskah."""
    naskah = get_object_or_404(Naskah.objects.terlihat_oleh(request.user), pk=pk)
    require(boleh_mengelola_naskah(request.user))
    pihak = get_object_or_404(naskah.pihak.select_related("mitra"), pk=pihak_pk)
    return _tambah(request, pihak, reverse("kerjasama:naskah-pihak", args=[pk]))


def _tambah(request: HttpRequest, milik: Mitra | ParaPihak, kembali: str) -> HttpResponse:
    form = NarahubungForm(request.POST or None)

    def simpan(data: dict[str, Any]) -> None:
        services.tambah(milik, data, oleh=request.user, kunci=form.cleaned_data["kunci"])

    judul = "Tambah narahubung" if isinstance(milik, Mitra) else "Tambah narahubung naskah"
    return _form(request, form, simpan, judul=judul, milik=milik, kembali=kembali)


@require_http_methods(["GET", "POST"])
def ubah_narahubung(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is known of a contact."""
    orang = _orang(request, pk)
    require(_kelola(request, orang))
    form = NarahubungForm(request.POST or None, instance=orang)

    def simpan(data: dict[str, Any]) -> None:
        services.ubah(pk, data, oleh=request.user, asal=form.asal_halaman())

    milik = orang.pihak or orang.mitra
    kembali = _halaman(orang)
    return _form(request, form, simpan, judul="Ubah narahubung", milik=milik, kembali=kembali)


def _form(request: HttpRequest, form: NarahubungForm, simpan: Any, **konteks: Any) -> HttpResponse:
    """Show the form; save through the service; say what was refused beside the form."""
    if request.method == "POST" and form.is_valid():
        try:
            simpan(form.data_kolom())
        except KolomBerubah as error:
            form.hadapkan(Narahubung.objects.get(pk=form.instance.pk), error.alasan)
        except AturanDilanggar as error:
            form.add_error(None, error.alasan)
        else:
            messages.success(request, "Narahubung disimpan.")
            return redirect(konteks["kembali"])
    status = 409 if form.bentrok else 200
    return render(
        request, "kerjasama/narahubung/form.html", konteks | {"form": form}, status=status
    )


@require_POST
def hapus_narahubung(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a contact off the list."""
    orang = _orang(request, pk)
    require(_kelola(request, orang))
    semula = NarahubungForm(instance=orang)
    if perform(request, services.hapus, pk, oleh=request.user, success="Narahubung dihapus."):
        tawarkan(request, _alamat_tambah(orang), semula)
    return redirect(_halaman(orang))


def _orang(request: HttpRequest, pk: int) -> Narahubung:
    """Of a mitra or a naskah one may see."""
    mitra = Mitra.objects.terlihat_oleh(request.user)
    naskah = Naskah.objects.terlihat_oleh(request.user)
    terlihat = Narahubung.objects.filter(Q(mitra__in=mitra) | Q(pihak__naskah__in=naskah))
    return get_object_or_404(terlihat.select_related("mitra", "pihak__mitra"), pk=pk)


def _kelola(request: HttpRequest, orang: Narahubung) -> Putusan:
    kemampuan = Kemampuan.KELOLA_MITRA if orang.mitra_id else Kemampuan.KELOLA_NASKAH
    return boleh(request.user, kemampuan)


def _alamat_tambah(orang: Narahubung) -> str:
    if orang.pihak:
        return reverse("kerjasama:naskah-narahubung", args=[orang.pihak.naskah_id, orang.pihak_id])
    return reverse("kerjasama:mitra-narahubung", args=[orang.mitra_id])


def _halaman(orang: Narahubung) -> str:
    if orang.pihak:
        return reverse("kerjasama:naskah-pihak", args=[orang.pihak.naskah_id])
    return reverse("kerjasama:mitra-rincian", args=[orang.mitra_id])
