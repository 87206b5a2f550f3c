"""The filters that the reader keeps of the list that is asked for; read once a request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode

from django.db.models import CharField

from inti.models import SaringanTersimpan
from inti.queries.tetap import PEMBACA, Kelak, Tetap

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, QueryDict

# A list that is opened by itself shows the filter that is applied then; this asks for all of it.
SEMUA = "semua"
BUKAN_SARINGAN = frozenset({"page", "sebelum", "setelah", "format", SEMUA})


def saringan_tersimpan(request: HttpRequest) -> list[SaringanTersimpan]:
    """By name; none for a visitor, nor for a list that belongs to one thing."""
    if (tersimpan := getattr(request, "saringan_tersimpan", None)) is not None:
        return list(tersimpan)
    dibaca = _baca(request) if dapat_disimpan(request) else []
    request.saringan_tersimpan = dibaca  # type: ignore[attr-defined] # before the list, and in it
    return dibaca


def _baca(request: HttpRequest) -> list[SaringanTersimpan]:
    halaman = request.resolver_match.view_name  # type: ignore[union-attr] # see dapat_disimpan
    return MILIK.objek(pembaca=request.user.pk, halaman=halaman)


def dapat_disimpan(request: HttpRequest) -> bool:
    """Whether the list has an address of its own and a reader with an account."""
    pengguna, cocok = getattr(request, "user", None), request.resolver_match
    masuk = pengguna is not None and pengguna.is_authenticated
    return bool(masuk and cocok and not cocok.kwargs and daftar_tersaring(cocok.func))


def daftar_tersaring(tampilan: Any) -> bool:
    """Whether it is a list with filters, and with the way to apply one by itself."""
    return hasattr(getattr(tampilan, "view_class", tampilan), "filterset_class")


def kueri_saringan(params: QueryDict) -> str:
    """What narrows and orders the list, in an address: without places in it and empty choices."""
    isi = sorted((k, v) for k, v in _pasangan(params) if v and k not in BUKAN_SARINGAN)
    return urlencode(isi)


def sama(satu: str, lain: str) -> bool:
    """Whether both narrow alike."""
    return sorted(parse_qsl(satu)) == sorted(parse_qsl(lain))


def _pasangan(params: QueryDict) -> list[tuple[str, str]]:
    return [(kunci, nilai) for kunci, semua in params.lists() for nilai in map(str, semua)]


def _milik() -> QuerySet[SaringanTersimpan]:
    halaman = Kelak("halaman", CharField())
    return SaringanTersimpan.objects.filter(pengguna=PEMBACA, halaman=halaman)


MILIK = Tetap(_milik)
