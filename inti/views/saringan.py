"""Keeping, renaming and removing one's own filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST
from django_filters.views import FilterView

from inti.forms.saringan import NamaSaringanForm, SaringanForm
from inti.models import SaringanTersimpan
from inti.saringan import SEMUA, saringan_tersimpan
from inti.services import saringan as services
from inti.views.guards import perform

if TYPE_CHECKING:
    from typing import Any

    from django.forms import Form
    from django.http import HttpRequest, HttpResponse
    from django.http.response import HttpResponseBase


class SaringanMixin(FilterView):
    """For a FilterView: opened by itself, it shows what the reader wants to see first."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Lead there, so that the address says what is shown."""
        bawaan = [] if request.GET else [s for s in saringan_tersimpan(request) if s.bawaan]
        if bawaan:
            return redirect(bawaan[0])
        jawaban: HttpResponseBase = super().get(request, *args, **kwargs)
        return jawaban


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
    pesan = f"Saringan “{satu}” dihapus."
    perform(request, services.hapus, pk, oleh=request.user, success=pesan)
    return redirect(f"{reverse(satu.halaman)}?{SEMUA}=1")


def _tolak(request: HttpRequest, form: Form) -> None:
    galat = [str(satu) for semua in form.errors.values() for satu in semua]
    messages.error(request, " ".join(["Saringan belum disimpan.", *galat]))
