"""Everything about one naskah as a ZIP: ask, watch, download."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from inti.laju import batasi_dokumen
from inti.views.berkas import serve_berkas
from inti.views.guards import perform, require
from kerjasama.models import Naskah
from pelaporan.enums import StatusBerkasLengkap
from pelaporan.models import BerkasLengkap
from pelaporan.permissions import (
    boleh_melihat_publikasi,
    boleh_meminta_berkas_lengkap,
    boleh_mengunduh_berkas_lengkap,
)
from pelaporan.queries.berkas_lengkap import sidik_hak
from pelaporan.services import berkas_lengkap as services

if TYPE_CHECKING:
    from django.http import FileResponse, HttpRequest, HttpResponse

RIWAYAT_TERBANYAK = 10


def _naskah(request: HttpRequest, pk: int) -> Naskah:
    require(boleh_meminta_berkas_lengkap(request.user))
    return get_object_or_404(Naskah.objects.terlihat_oleh(request.user), pk=pk)


def _milik(request: HttpRequest, pk: int) -> BerkasLengkap:
    require(boleh_meminta_berkas_lengkap(request.user))
    terlihat = BerkasLengkap.objects.terlihat_oleh(request.user)
    return get_object_or_404(terlihat.select_related("berkas"), pk=pk)


@require_GET
def naskah_berkas_lengkap(request: HttpRequest, pk: int) -> HttpResponse:
    """The last one asked for, and those before."""
    naskah = _naskah(request, pk)
    milik = BerkasLengkap.objects.terlihat_oleh(request.user).filter(naskah=naskah)
    semua = list(milik.select_related("berkas")[:RIWAYAT_TERBANYAK])
    konteks = {
        "naskah": naskah,
        "terakhir": semua[0] if semua else None,
        "riwayat": semua[1:],
        "terbatas": not boleh_melihat_publikasi(request.user),
        "berjalan": any(s.berjalan for s in semua),
    }
    return render(request, "pelaporan/berkas_lengkap/naskah.html", konteks)


@require_POST
def minta_berkas_lengkap(request: HttpRequest, pk: int) -> HttpResponse:
    """Queue one."""
    naskah = _naskah(request, pk)
    batasi_dokumen(request)
    kabar = "Berkas lengkap sedang disusun; Anda dapat meninggalkan halaman ini."
    perform(request, services.minta, pk, oleh=request.user, success=kabar)
    return redirect("pelaporan:berkas-lengkap-naskah", naskah.pk)


@require_GET
def kemajuan_berkas_lengkap(request: HttpRequest, pk: int) -> HttpResponse:
    """The fragment that the page asks for until it is ready."""
    konteks = {"satu": _milik(request, pk)}
    return render(request, "pelaporan/berkas_lengkap/_kemajuan.html", konteks)


@require_GET
def unduh_berkas_lengkap(request: HttpRequest, pk: int) -> FileResponse:
    """The ZIP, as long as the person's rights are those it was cut to."""
    satu = _milik(request, pk)
    if satu.status != StatusBerkasLengkap.SIAP:
        raise Http404
    require(boleh_mengunduh_berkas_lengkap(satu, sidik_hak(request.user)))
    return serve_berkas(request, satu.berkas)
