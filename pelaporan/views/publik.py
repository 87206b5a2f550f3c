"""The public register: no sign-in, the same bytes for everyone, kept for a minute."""

from __future__ import annotations

import hashlib
from functools import wraps
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.http import Http404, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from inti.laju import dalam_batas
from inti.models import Pemerintah
from inti.views.ekspor import csv_response
from pelaporan.domain.publik import KOLOM
from pelaporan.enums import KeadaanPublik, KetepatanPengawasan
from pelaporan.filters import PublikFilterSet
from pelaporan.queries import publik as queries

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from django.http import HttpRequest
    from django.http.response import HttpResponseBase

SEHALAMAN = 25
SEKALI_JSON = 100
DETIK = 60
DETIK_CSV = 300
# The whole list is dear to make: one in so many requests of an address may ask for it.
BAGIAN_CSV = 20
DIKENAL = frozenset({*PublikFilterSet.base_filters, "sesudah", "sebelum"})


def terbuka(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """For anyone, unless switched off; within the limit; with only the parameters we know."""

    @login_not_required
    @require_safe
    @wraps(view)
    def dijaga(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not Pemerintah.objects.saat_ini().register_publik:
            raise Http404
        if not dalam_batas(request, "publik", banyak=settings.PUBLIK_PER_MENIT):
            return _terlalu_sering(request)
        # Kept pages must not carry what someone else put in the address.
        request.GET = _dikenal(request.GET)  # type: ignore[assignment] # immutable as well
        return view(request, *args, **kwargs)

    return dijaga


@terbuka
def daftar_publik(request: HttpRequest) -> HttpResponseBase:
    """Which agreements there are, with whom, until when, and whether supervised on time."""
    return _singgah(request, _daftar)


@terbuka
def rincian_publik(request: HttpRequest, pk: int) -> HttpResponseBase:
    """One agreement; a draft, a withheld one and one that does not exist answer alike."""
    return _singgah(request, lambda r: _rincian(r, pk))


@terbuka
def json_publik(request: HttpRequest) -> HttpResponseBase:
    """The same rows, a hundred at a time."""
    return _singgah(request, _json)


@terbuka
def csv_publik(request: HttpRequest) -> HttpResponseBase:
    """The whole list as filtered, streamed."""
    banyak = settings.PUBLIK_PER_MENIT and max(1, settings.PUBLIK_PER_MENIT // BAGIAN_CSV)
    if not dalam_batas(request, "publik-csv", banyak=banyak):
        return _terlalu_sering(request)
    per = timezone.localdate()
    isi = queries.lembar(_tersaring(request, per).qs, per=per)
    jawaban = csv_response(isi, f"register-publik-{per}")
    # Made from the version and the hour's part, because the bytes are not known beforehand.
    potongan = int(timezone.now().timestamp()) // DETIK_CSV
    etag = _sidik(f"{queries.versi()}|{per}|{potongan}|{request.GET.urlencode()}".encode())
    return _umum(request, jawaban, etag, DETIK_CSV)


def _daftar(request: HttpRequest) -> HttpResponse:
    per = timezone.localdate()
    saringan = _tersaring(request, per)
    halaman = queries.halaman(saringan.qs, per=per, banyak=SEHALAMAN, **_tempat(request))
    konteks = {
        "filter": saringan,
        "halaman": halaman,
        "per": per,
        "sesudah": _alamat(request, "", sesudah=halaman.sesudah),
        "sebelum": _alamat(request, "", sebelum=halaman.sebelum),
        "csv": _alamat(request, reverse("pelaporan:publik-csv")),
        "json": _alamat(request, reverse("pelaporan:publik-json")),
    }
    return render(request, "pelaporan/publik/daftar.html", konteks)


def _rincian(request: HttpRequest, pk: int) -> HttpResponse:
    per = timezone.localdate()
    baris = queries.baca(queries.naskah_publik(per).filter(pk=pk), per=per)
    if not baris:
        raise Http404
    konteks = {"baris": baris[0], "per": per}
    return render(request, "pelaporan/publik/rincian.html", konteks)


def _json(request: HttpRequest) -> HttpResponse:
    per = timezone.localdate()
    saringan = _tersaring(request, per)
    halaman = queries.halaman(saringan.qs, per=per, banyak=SEKALI_JSON, **_tempat(request))
    alamat = settings.SITE_URL + reverse("pelaporan:publik-json")
    isi = {
        "per": per.isoformat(),
        "kolom": {k.kode: k.judul for k in KOLOM},
        "arti": {
            "keadaan": dict(KeadaanPublik.choices),
            "pengawasan": dict(KetepatanPengawasan.choices),
        },
        "data": [baris.polos() for baris in halaman.baris],
        "berikut": _alamat(request, alamat, sesudah=halaman.sesudah) or None,
    }
    return JsonResponse(isi, json_dumps_params={"ensure_ascii": False})


def _tersaring(request: HttpRequest, per: date) -> PublikFilterSet:
    return PublikFilterSet(request.GET, queryset=queries.naskah_publik(per), request=request)


def _singgah(request: HttpRequest, buat: Callable[[HttpRequest], HttpResponse]) -> HttpResponseBase:
    """What was made for this address within the minute, as long as nothing changed since."""
    alamat = f"{request.path}?{request.GET.urlencode()}"
    kunci = f"publik:{_sidik(f'{queries.versi()}|{timezone.localdate()}|{alamat}'.encode())}"
    if (ada := cache.get(kunci)) is None:
        jawaban = buat(request)
        ada = (jawaban.content, jawaban["Content-Type"], _sidik(jawaban.content))
        cache.set(kunci, ada, DETIK)
    isi, jenis, etag = ada
    return _umum(request, HttpResponse(isi, content_type=jenis), etag, DETIK)


def _umum(
    request: HttpRequest, jawaban: HttpResponseBase, etag: str, detik: int
) -> HttpResponseBase:
    jawaban["Cache-Control"] = f"public, max-age={detik}"
    jawaban["ETag"] = quote_etag(etag)
    return get_conditional_response(request, etag=jawaban["ETag"], response=jawaban) or jawaban


def _terlalu_sering(request: HttpRequest) -> HttpResponse:
    jawaban = render(request, "pelaporan/publik/terlalu_sering.html", status=429)
    jawaban["Cache-Control"] = "no-store"
    return jawaban


def _dikenal(kueri: QueryDict) -> QueryDict:
    """The last value of each parameter we know, in one order."""
    isi = {n: kueri[n] for n in sorted(DIKENAL & kueri.keys()) if kueri[n]}
    return QueryDict(urlencode(isi))


def _tempat(request: HttpRequest) -> dict[str, str]:
    return {n: request.GET.get(n, "") for n in ("sesudah", "sebelum")}


def _alamat(request: HttpRequest, pangkal: str, **tempat: str) -> str:
    """With the filters of this page; nothing where there is no such place to go on from."""
    if tempat and not all(tempat.values()):
        return ""
    tetap = {n: v for n, v in request.GET.items() if n not in {"sesudah", "sebelum"}}
    kueri = urlencode(tetap | tempat)
    return f"{pangkal}?{kueri}" if kueri else pangkal


def _sidik(isi: bytes) -> str:
    return hashlib.sha256(isi).hexdigest()[:32]
