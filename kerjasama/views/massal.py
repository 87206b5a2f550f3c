"""One action on many naskah: choose, look at what would change, confirm, undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from inti.putusan import AturanDilanggar
from inti.views.guards import require
from kerjasama.enums import JenisTindakanMassal as Jenis
from kerjasama.filters import NaskahFilterSet
from kerjasama.forms.massal import TerapkanForm, TindakanForm, meterai
from kerjasama.models import Naskah, TindakanMassal
from kerjasama.permissions import boleh_mengelola_naskah
from kerjasama.queries.massal import BATAS_MASSAL, pratinjau
from kerjasama.services import massal as services

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

RIWAYAT = 10


@require_GET
def pilih_massal(request: HttpRequest) -> HttpResponse:
    """What to do with the chosen naskah; with an action chosen too, what would change."""
    require(boleh_mengelola_naskah(request.user))
    dipilih, galat = _dipilih(request)
    form = TindakanForm(request.GET if "jenis" in request.GET else None)
    konteks: dict[str, Any] = {
        "form": form,
        "dipilih": dipilih,
        "galat": galat,
        "tombol": Jenis.choices,
        "pilihan": _pilihan(request),
        "riwayat": TindakanMassal.objects.select_related("dibuat_oleh")[:RIWAYAT],
    }
    if dipilih and form.is_valid():
        jenis, nilai, sebutan = form.tindakan()
        hasil = pratinjau(jenis, nilai, dipilih)
        baris = [[b.naskah.pk, b.dari] for b in hasil.berubah]
        konteks |= {
            "pratinjau": hasil,
            "jenis": jenis.label,
            "sebutan": sebutan,
            "meterai": meterai(jenis, nilai, sebutan, baris, pengguna=request.user),
        }
        return render(request, "kerjasama/massal/pratinjau.html", konteks)
    return render(request, "kerjasama/massal/pilih.html", konteks)


def _dipilih(request: HttpRequest) -> tuple[list[Naskah], str]:
    """The naskah that were ticked, or all that the list's filter finds; or why there are none."""
    terlihat = Naskah.objects.terlihat_oleh(request.user).select_related("penanggung_jawab")
    if "semua" in request.GET:
        saringan = NaskahFilterSet(
            QueryDict(request.GET.get("saringan", "")), terlihat, request=request
        )
        naskah = saringan.qs if saringan.is_valid() else terlihat.none()
    else:
        kunci = [pk for pk in request.GET.getlist("pilih") if pk.isdecimal() and len(pk) < 19]
        naskah = terlihat.filter(pk__in=kunci)
    semua = list(naskah[: BATAS_MASSAL + 1])
    if len(semua) > BATAS_MASSAL:
        return [], f"Lebih dari {BATAS_MASSAL} naskah cocok. Persempit saringannya, lalu ulangi."
    return semua, "" if semua else "Belum ada naskah yang dipilih. Centang di daftar naskah."


def _pilihan(request: HttpRequest) -> list[tuple[str, str]]:
    """The choice of naskah, to be carried from page to page."""
    return [(n, v) for n in ("semua", "saringan", "pilih") for v in request.GET.getlist(n)]


@require_POST
def terapkan_massal(request: HttpRequest) -> HttpResponse:
    """Do what the preview showed."""
    require(boleh_mengelola_naskah(request.user))
    form = TerapkanForm(request.POST, pengguna=request.user)
    if not form.is_valid():
        messages.error(request, next(iter(form.errors.values()))[0])
        return redirect("kerjasama:naskah-daftar")
    isi = form.cleaned_data["meterai"]
    try:
        tindakan = services.terapkan(
            Jenis(isi["jenis"]),
            isi["nilai"],
            sebutan=isi["sebutan"],
            baris=[(pk, dari) for pk, dari in isi["baris"]],
            oleh=request.user,
            kunci=UUID(isi["kunci"]),
        )
    except AturanDilanggar as error:
        messages.error(request, error.alasan)
        return redirect("kerjasama:naskah-daftar")
    messages.success(request, f"{len(tindakan.baris)} naskah diubah.")
    return redirect(tindakan)


@require_GET
def rincian_massal(request: HttpRequest, pk: int) -> HttpResponse:
    """What was done, and the way back."""
    require(boleh_mengelola_naskah(request.user))
    orang = TindakanMassal.objects.select_related("dibuat_oleh", "dibatalkan_oleh")
    tindakan = get_object_or_404(orang, pk=pk)
    return render(request, "kerjasama/massal/rincian.html", {"tindakan": tindakan})


@require_POST
def batal_massal(request: HttpRequest, pk: int) -> HttpResponse:
    """Give back what stood there before."""
    require(boleh_mengelola_naskah(request.user))
    tindakan = get_object_or_404(TindakanMassal, pk=pk)
    try:
        tetap = services.batalkan(pk, oleh=request.user)
    except AturanDilanggar as error:
        messages.error(request, error.alasan)
        return redirect(tindakan)
    messages.success(request, f"{len(tindakan.baris) - len(tetap)} naskah dikembalikan.")
    if tetap:
        kata = "Sudah berubah lagi sesudahnya dan dibiarkan: "
        messages.warning(request, kata + "; ".join(tetap[:20]))
    return redirect(tindakan)
