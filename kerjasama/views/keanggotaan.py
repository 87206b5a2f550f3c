"""The door to the portal, opened and closed by staff."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from inti.enums import Peran
from inti.permissions import boleh
from inti.putusan import AturanDilanggar
from inti.roles import Kemampuan
from inti.views.guards import perform, require
from kerjasama.forms.keanggotaan import BukaAksesForm, TugasForm, TutupAksesForm
from kerjasama.models import Keanggotaan, Mitra, PerangkatDaerah
from kerjasama.permissions import boleh_mengelola_mitra, boleh_mengelola_rujukan
from kerjasama.services import keanggotaan as services

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_http_methods(["GET", "POST"])
def buka_akses_mitra(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a person into a partner."""
    mitra = get_object_or_404(Mitra.objects.terlihat_oleh(request.user).aktif(), pk=pk)
    require(boleh_mengelola_mitra(request.user))
    return _buka(request, mitra, Peran.MITRA)


@require_http_methods(["GET", "POST"])
def buka_akses_perangkat_daerah(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a person into a unit."""
    unit = get_object_or_404(PerangkatDaerah.objects.terlihat_oleh(request.user), pk=pk)
    require(boleh_mengelola_rujukan(request.user))
    return _buka(request, unit, Peran.PD)


def _buka(request: HttpRequest, tempat: Mitra | PerangkatDaerah, peran: Peran) -> HttpResponse:
    form = BukaAksesForm(request.POST or None, peran=peran)
    if request.method == "POST" and form.is_valid():
        isi = form.cleaned_data
        try:
            services.buka(
                tempat, isi["pengguna"], mulai=isi["mulai"], oleh=request.user, kunci=isi["kunci"]
            )
        except AturanDilanggar as error:
            form.add_error(None, error.alasan)
        else:
            messages.success(request, f"Akses {isi['pengguna']} dibuka.")
            return redirect(tempat)
    konteks = {"form": form, "tempat": tempat, "judul": "Buka akses"}
    return render(request, "kerjasama/keanggotaan/form.html", konteks)


@require_http_methods(["GET", "POST"])
def tutup_akses(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a person out again."""
    mitra = Mitra.objects.terlihat_oleh(request.user)
    unit = PerangkatDaerah.objects.terlihat_oleh(request.user)
    terlihat = Keanggotaan.objects.filter(Q(mitra__in=mitra) | Q(perangkat_daerah__in=unit))
    terlihat = terlihat.select_related("pengguna", "mitra", "perangkat_daerah")
    anggota = get_object_or_404(terlihat, pk=pk)
    kemampuan = Kemampuan.KELOLA_MITRA if anggota.mitra_id else Kemampuan.KELOLA_RUJUKAN
    require(boleh(request.user, kemampuan))
    tempat = anggota.mitra or anggota.perangkat_daerah
    form = TutupAksesForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.tutup(pk, sampai=form.cleaned_data["sampai"], oleh=request.user)
        except AturanDilanggar as error:
            form.add_error(None, error.alasan)
        else:
            messages.success(request, f"Akses {anggota.pengguna} ditutup.")
            return redirect(tempat)
    konteks = {"form": form, "tempat": tempat, "anggota": anggota, "judul": "Tutup akses"}
    return render(request, "kerjasama/keanggotaan/form.html", konteks)


@require_POST
def atur_tugas(request: HttpRequest, pk: int) -> HttpResponse:
    """Staff say who of a mitra sends its reports."""
    terlihat = Keanggotaan.objects.filter(mitra__in=Mitra.objects.terlihat_oleh(request.user))
    anggota = get_object_or_404(terlihat.select_related("mitra"), pk=pk)
    require(boleh_mengelola_mitra(request.user))
    form = TugasForm(request.POST)
    form.is_valid()
    perform(
        request,
        services.tetapkan_tugas,
        pk,
        **form.cleaned_data,
        oleh=request.user,
        oleh_staf=True,
        success="Tugas pengguna mitra diubah.",
    )
    return redirect(anggota.mitra)
