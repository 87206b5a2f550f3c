"""Attendance as the officer sees it: the code on the wall, the lines that arrive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from inti.qr import kode_qr
from inti.views.guards import perform, require
from pengawasan.domain.sesi_hadir import jendela
from pengawasan.models import Rapat
from pengawasan.permissions import boleh_melihat, boleh_mencatat_hasil
from pengawasan.queries import hadir as queries
from pengawasan.services import hadir as services

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def _milik(request: HttpRequest, pk: int) -> Rapat:
    rapat = get_object_or_404(Rapat.objects.terlihat_oleh(request.user), pk=pk)
    require(boleh_mencatat_hasil(request.user))
    return rapat


@require_safe
def lihat_sesi(request: HttpRequest, pk: int) -> HttpResponse:
    """The code, as large as the screen, with its address and its hours."""
    rapat = _milik(request, pk)
    konteks: dict[str, Any] = {"rapat": rapat, "sesi": None}
    if sesi := queries.sesi_terbuka(rapat):
        alamat = settings.SITE_URL + sesi.get_absolute_url()
        awal, akhir = jendela(rapat.tanggal, rapat.mulai, rapat.selesai)
        konteks |= {"sesi": sesi, "alamat": alamat, "qr": kode_qr(alamat)}
        konteks |= {"awal": awal, "akhir": akhir, "jumlah": rapat.hadirin.count()}
    return render(request, "pengawasan/rapat/qr.html", konteks)


@require_POST
def buka_sesi(request: HttpRequest, pk: int) -> HttpResponse:
    """Let people check in."""
    rapat = _milik(request, pk)
    sukses = "Daftar hadir dengan QR dibuka."
    if perform(request, services.buka, pk, oleh=request.user, success=sukses):
        return redirect("pengawasan:rapat-hadir", pk)
    return redirect(rapat)


@require_POST
def tutup_sesi(request: HttpRequest, pk: int) -> HttpResponse:
    """No more; the code that is about opens nothing."""
    rapat = _milik(request, pk)
    sukses = "Daftar hadir dengan QR ditutup."
    perform(request, services.tutup, pk, oleh=request.user, success=sukses)
    return redirect(rapat)


@require_safe
def lihat_hadirin(request: HttpRequest, pk: int) -> HttpResponse:
    """The fragment that the page of the meeting asks for while people arrive."""
    rapat = get_object_or_404(Rapat.objects.terlihat_oleh(request.user), pk=pk)
    require(boleh_melihat(request.user))
    return render(request, "pengawasan/rapat/_daftar_hadir.html", konteks_hadirin(request, rapat))


def konteks_hadirin(request: HttpRequest, rapat: Rapat) -> dict[str, Any]:
    """What the fragment shows, on its own and as part of the page."""
    catat = boleh_mencatat_hasil(request.user)
    return {
        "rapat": rapat,
        "hadirin": list(queries.hadirin(rapat)),
        "catat": catat,
        "sesi": queries.sesi_terbuka(rapat) if catat else None,
        "putusan": queries.periksa_catat(rapat),
    }


@require_POST
def hapus_hadirin(request: HttpRequest, pk: int, hadirin_pk: int) -> HttpResponse:
    """Take a wrong line out."""
    rapat = _milik(request, pk)
    sukses = "Baris daftar hadir dihapus."
    perform(request, services.hapus, pk, hadirin_pk, oleh=request.user, success=sukses)
    return redirect(rapat)
