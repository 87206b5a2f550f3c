"""Keeping, renaming and removing one's own filters."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST
from django_filters.views import FilterView

from inti.forms.saringan import NamaSaringanForm, SaringanForm
from inti.models import SaringanTersimpan
from inti.saringan import SEMUA, saringan_tersimpan
from inti.services import saringan as services
from inti.urungkan import tawarkan
from inti.views.guards import perform

if TYPE_CHECKING:
    from django.forms import Form
    from django.http import HttpRequest, HttpResponse
    from django.http.response import HttpResponseBase
    from django_filters import FilterSet

    Tampilan = Callable[..., HttpResponseBase]


class SaringanMixin(FilterView):
    """For a FilterView: opened by itself, it shows what the reader wants to see first."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Lead there, so that the address says what is shown."""
        if bawaan := _bawaan(request):
            return redirect(bawaan)
        jawaban: HttpResponseBase = super().get(request, *args, **kwargs)
        return jawaban


def tersaring(kelas: type[FilterSet]) -> Callable[[Tampilan], Tampilan]:
    """The same for a list that is a function: its filters are of this class."""

    def bungkus(tampilan: Tampilan) -> Tampilan:
        @wraps(tampilan)
        def lihat(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if bawaan := _bawaan(request):
                return redirect(bawaan)
            return tampilan(request, *args, **kwargs)

        lihat.filterset_class = kelas  # as the views of classes say it
        return lihat

    return bungkus


def _bawaan(request: HttpRequest) -> SaringanTersimpan | None:
    """What is applied where nothing was asked for."""
    milik = [] if request.GET else saringan_tersimpan(request)
    return next((satu for satu in milik if satu.bawaan), None)


@require_POST
def simpan_saringan(request: HttpRequest) -> HttpResponse:
    """Under the name that was given."""
    form = SaringanForm(request.POST)
    if not form.is_valid():
        _tolak(request, form)
        return redirect("beranda")
    isi = form.cleaned_data
    pesan = f"Saringan “{isi['nama']}” disimpan."
    perform(request, services.simpan, oleh=request.user, success=pesan, **isi)
    return redirect(f"{reverse(isi['halaman'])}?{isi['kueri']}")


@require_POST
def ubah_saringan(request: HttpRequest, pk: int) -> HttpResponse:
    """Its name, and whether it is applied by itself."""
    satu = get_object_or_404(SaringanTersimpan, pk=pk, pengguna=request.user)
    form = NamaSaringanForm(request.POST)
    if form.is_valid():
        isi = form.cleaned_data
        perform(request, services.ubah, pk, oleh=request.user, success="Saringan diubah.", **isi)
    else:
        _tolak(request, form)
    return redirect(satu)


@require_POST
def hapus_saringan(request: HttpRequest, pk: int) -> HttpResponse:
    """The list is shown whole again."""
    satu = get_object_or_404(SaringanTersimpan, pk=pk, pengguna=request.user)
    semula = SaringanForm(instance=satu)
    pesan = f"Saringan “{satu}” dihapus."
    if perform(request, services.hapus, pk, oleh=request.user, success=pesan):
        tawarkan(request, reverse("saringan-simpan"), semula)
    return redirect(f"{reverse(satu.halaman)}?{SEMUA}=1")


def _tolak(request: HttpRequest, form: Form) -> None:
    galat = [str(satu) for semua in form.errors.values() for satu in semua]
    messages.error(request, " ".join(["Saringan belum disimpan.", *galat]))
