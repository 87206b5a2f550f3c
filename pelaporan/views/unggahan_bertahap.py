"""Files of a report over a bad line: opened, sent piece by piece, finished, thrown away.

Answers are JSON for the page's script: what has arrived, or one sentence that says why not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import RequestDataTooBig
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from inti.putusan import AturanDilanggar
from inti.views.guards import require
from pelaporan.forms.unggahan_bertahap import BukaUnggahanForm, PotonganForm
from pelaporan.models import LaporanMitra, UnggahanBertahap
from pelaporan.permissions import boleh_mengisi
from pelaporan.queries.laporan_mitra import laporan_portal
from pelaporan.services import unggahan_bertahap as services

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

POTONGAN = 512 * 1024


@require_POST
def buka_unggahan(request: HttpRequest, pk: int) -> JsonResponse:
    """Declare a file of the draft; says where to send it and from which byte on."""
    laporan = get_object_or_404(laporan_portal(request.user), pk=pk)
    require(boleh_mengisi(request.user, laporan.kewajiban))
    form = BukaUnggahanForm(request.POST)
    if not form.is_valid():
        return _tolak("Sebutkan nama, ukuran, dan sidik berkasnya.")
    try:
        unggahan = services.buka(laporan.pk, **form.cleaned_data, oleh=request.user)
    except AturanDilanggar as error:
        return _tolak(error.alasan)
    return JsonResponse(
        {
            "diterima": unggahan.diterima,
            "potongan": POTONGAN,
            "kirim": reverse("pelaporan:portal-unggahan-potongan", args=[unggahan.pk]),
            "selesai": reverse("pelaporan:portal-unggahan-selesai", args=[unggahan.pk]),
        }
    )


@require_POST
def terima_potongan(request: HttpRequest, pk: int) -> JsonResponse:
    """The raw bytes from `?mulai=` on; says how much has arrived."""
    _milik(request, pk)
    form = PotonganForm(request.GET)
    if not form.is_valid():
        return _tolak("Sebutkan potongan ini mulai dari byte ke berapa.")
    try:
        isi = request.body
        unggahan = services.tambah(pk, mulai=form.cleaned_data["mulai"], potongan=isi)
    except RequestDataTooBig:
        return _tolak(f"Potongan terlalu besar; paling besar {POTONGAN // 1024} KB.")
    except AturanDilanggar as error:
        return _tolak(error.alasan)
    return JsonResponse({"diterima": unggahan.diterima})


@require_POST
def selesaikan_unggahan(request: HttpRequest, pk: int) -> JsonResponse:
    """All of it was sent: check and keep it."""
    _milik(request, pk)
    try:
        baris = services.selesaikan(pk, oleh=request.user)
    except AturanDilanggar as error:
        return _tolak(error.alasan)
    return JsonResponse({"nama": baris.berkas.nama})


@require_POST
def batalkan_unggahan(request: HttpRequest, pk: int) -> HttpResponse:
    """Do not go on with it."""
    laporan = _milik(request, pk).laporan
    services.batalkan(pk)
    return redirect(f"{reverse('pelaporan:portal-laporan', args=[laporan.pk])}#berkas")


def _tolak(alasan: str) -> JsonResponse:
    return JsonResponse({"galat": alasan}, status=400)


def _milik(request: HttpRequest, pk: int) -> UnggahanBertahap:
    """An upload into a report of one's own mitra."""
    laporan = LaporanMitra.objects.filter(pk__in=laporan_portal(request.user).values("pk"))
    semua = UnggahanBertahap.objects.filter(laporan__in=laporan)
    satu = get_object_or_404(semua.select_related("laporan__kewajiban"), pk=pk)
    require(boleh_mengisi(request.user, satu.laporan.kewajiban))
    return satu
