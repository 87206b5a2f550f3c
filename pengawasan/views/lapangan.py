"""The field kit: pages that a phone takes along, and what it sends once there is signal."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET, require_POST

from inti.permissions import boleh
from inti.putusan import AturanDilanggar
from inti.roles import Kemampuan
from inti.shell import shell
from inti.views.guards import refused, require
from pengawasan.domain.berita_acara import FOTO_TERBANYAK, periksa_isi
from pengawasan.domain.kegiatan import periksa_hasil
from pengawasan.enums import StatusKegiatan
from pengawasan.forms.baris_berita_acara import BarisBeritaAcara
from pengawasan.forms.lapangan import FotoLapanganForm, LapanganForm, SelesaiForm, galat
from pengawasan.models import BeritaAcara, Kegiatan
from pengawasan.permissions import boleh_mengubah_berita_acara, boleh_menyusun_berita_acara
from pengawasan.queries import berita_acara as berita_acara_queries
from pengawasan.queries import lapangan as queries
from pengawasan.queries.pemisahan import tim_bertugas
from pengawasan.services import lapangan as services
from pengawasan.services.berita_acara import KejadianSamaError

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import QuerySet
    from django.http import HttpRequest

    from kerjasama.models import PerangkatDaerah

ISIAN_SALAH = "Ada isian yang perlu diperbaiki; lihat tanda merah pada isiannya."


@require_GET
def lapangan(request: HttpRequest) -> HttpResponse:
    """What is to be visited, and what is kept on this phone."""
    require(boleh(request.user, Kemampuan.SUSUN_BERITA_ACARA))
    konteks = {"kegiatan": queries.untuk_ditinjau(request.user)}
    return render(request, "pengawasan/lapangan/lapangan.html", konteks)


@require_GET
def isi_lapangan(request: HttpRequest, pk: int) -> HttpResponse:
    """The form of one tinjau lokasi, made for a phone; what is typed stays on the phone."""
    kegiatan, unit = _kegiatan(request, pk)
    if refused(request, periksa_hasil(StatusKegiatan(kegiatan.status))):
        return redirect(kegiatan)
    awal = {"tempat": kegiatan.tempat}
    tim = tim_bertugas(kegiatan)
    baris_awal = berita_acara_queries.baris_awal(request.user, kegiatan, unit, tim)
    konteks = {
        "kegiatan": kegiatan,
        "form": LapanganForm(kegiatan=kegiatan, unit=unit, initial=awal),
        "baris": BarisBeritaAcara(None, naskah=kegiatan.naskah, tim=tim, awal=baris_awal),
        "foto_terbanyak": FOTO_TERBANYAK,
        "tanpa_temuan": periksa_isi(temuan=0, penanda_tangan_unit=1).alasan,
        "tanpa_penanda_tangan": periksa_isi(temuan=1, penanda_tangan_unit=0).alasan,
    }
    return render(request, "pengawasan/lapangan/isi.html", konteks)


@require_GET
def token_lapangan(request: HttpRequest) -> JsonResponse:
    """A token that is valid now, and whose: the one in a page kept on the phone is neither."""
    return JsonResponse({"token": get_token(request), "pengguna": request.user.pk})


@require_POST
def kirim_lapangan(request: HttpRequest, pk: int) -> JsonResponse:
    """The text of a draft, any number of times: 201 when it is new, 200 when it came before."""
    kegiatan, unit = _kegiatan(request, pk)
    form = LapanganForm(request.POST, kegiatan=kegiatan, unit=unit)
    baris = BarisBeritaAcara(request.POST, naskah=kegiatan.naskah, tim=tim_bertugas(kegiatan))
    if not all([form.is_valid(), baris.is_valid()]):
        return _salah(ISIAN_SALAH, galat(form, baris))
    isi = form.cleaned_data
    milik = BeritaAcara.objects.filter(disusun_oleh=request.user.pk, kunci_kirim=isi["kunci"])
    baru = not milik.exists()
    return _terima(
        lambda: services.terima(
            kegiatan.pk,
            form.data_berita_acara(),
            baris=baris.data(),
            perangkat_daerah=isi["perangkat_daerah"],
            kunci=isi["kunci"],
            versi=isi["versi"],
            kejadian_lain=isi["kejadian_lain"],
            oleh=request.user,
        ),
        milik,
        baru=baru,
    )


@require_POST
def foto_lapangan(request: HttpRequest, pk: int) -> JsonResponse:
    """One photo, once, however often it is sent."""
    berita_acara = _milik(request, pk)
    form = FotoLapanganForm(request.POST, request.FILES)
    if not form.is_valid():
        return _salah(next(iter(form.errors.values()))[0], galat(form))
    isi = form.cleaned_data
    baru = not berita_acara.foto.filter(kunci=isi["kunci"]).exists()

    def terima() -> BeritaAcara:
        services.terima_foto(
            berita_acara,
            isi["foto"],
            kunci=isi["kunci"],
            diambil_pada=isi["diambil_pada"],
            oleh=request.user,
        )
        return berita_acara

    return _terima(terima, BeritaAcara.objects.filter(pk=pk), baru=baru)


@require_POST
def selesai_lapangan(request: HttpRequest, pk: int) -> JsonResponse:
    """Everything is there: submit it."""
    berita_acara = _milik(request, pk)
    form = SelesaiForm(request.POST)
    if not form.is_valid():
        return _salah("Jumlah foto tidak terbaca.", galat(form))
    jumlah = form.cleaned_data["jumlah_foto"]
    return _terima(
        lambda: services.selesai(berita_acara, jumlah_foto=jumlah, oleh=request.user),
        BeritaAcara.objects.filter(pk=pk),
    )


def _salah(pesan: str, isian: dict[str, list[str]]) -> JsonResponse:
    return JsonResponse({"pesan": pesan, "galat": isian}, status=HTTPStatus.BAD_REQUEST)


def _terima(
    service: Callable[[], BeritaAcara], milik: QuerySet[BeritaAcara], *, baru: bool = False
) -> JsonResponse:
    """The record; or 409 with the sentence and, so that a person may insist, its version now.

    One that seems recorded already is answered at the box that says it is another.
    """
    try:
        berita_acara = service()
    except AturanDilanggar as error:
        versi = milik.values_list("versi", flat=True).first()
        isi: dict[str, object] = {"pesan": error.alasan, "versi": versi}
        if isinstance(error, KejadianSamaError):
            isi["galat"] = {"kejadian_lain": ["Centang bila kejadiannya memang lain."]}
        return JsonResponse(isi, status=HTTPStatus.CONFLICT)
    status = HTTPStatus.CREATED if baru else HTTPStatus.OK
    return JsonResponse(queries.jawaban(berita_acara), status=status)


def _kegiatan(request: HttpRequest, pk: int) -> tuple[Kegiatan, QuerySet[PerangkatDaerah]]:
    terlihat = Kegiatan.objects.terlihat_oleh(request.user)
    kegiatan = get_object_or_404(terlihat.select_related("naskah", "rapat__notulensi"), pk=pk)
    unit = berita_acara_queries.unit_penyusun(request.user, kegiatan)
    require(boleh_menyusun_berita_acara(request.user, unit))
    return kegiatan, unit


def _milik(request: HttpRequest, pk: int) -> BeritaAcara:
    terlihat = BeritaAcara.objects.terlihat_oleh(request.user)
    berita_acara = get_object_or_404(terlihat.select_related("kegiatan__naskah"), pk=pk)
    require(boleh_mengubah_berita_acara(request.user, berita_acara))
    return berita_acara


@require_GET
@login_not_required
@cache_control(no_cache=True)
def pekerja_lapangan(request: HttpRequest) -> HttpResponse:
    """The service worker, served from here so that its scope is this folder and no more."""
    kit = shell(queries.CANGKANG)
    tahu = {"version": kit.version, "assets": kit.assets, "static": settings.STATIC_URL}
    kerja = static("js/field/worker.js")
    skrip = f"self.KIT = {json.dumps(tahu)};\nimportScripts({json.dumps(kerja)});\n"
    return HttpResponse(skrip, content_type="text/javascript; charset=utf-8")


@require_GET
@login_not_required
def manifes_lapangan(request: HttpRequest) -> JsonResponse:
    """What a phone shows when the kit is put on its first screen."""
    alamat = reverse("pengawasan:lapangan")
    isi = {
        "name": "Alat lapangan – Pengawasan Kerja Sama",
        "short_name": "Alat lapangan",
        "lang": "id",
        "start_url": alamat,
        "scope": alamat,
        "display": "standalone",
        "theme_color": "#196bcd",
        "background_color": "#ffffff",
        "icons": [{"src": static("img/favicon.svg"), "sizes": "any", "type": "image/svg+xml"}],
    }
    return JsonResponse(isi, content_type="application/manifest+json")
