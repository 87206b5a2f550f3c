"""What a person opened last: kept in their own browser, as keys that nobody else can read.

The cookie is signed for one account and holds no title. What it names is asked of the sources of
the search at every reading, so that nothing is shown that one may not see any more; no row is
written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

from inti.queries.pencarian import sebutkan, semua_sumber

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.http.response import HttpResponseBase

    from inti.queries.pencarian import Temuan

TERBANYAK = 10
UMUR = 30 * 24 * 60 * 60


def terakhir_dibuka(request: HttpRequest) -> list[Temuan]:
    """The last ones, the newest first, as far as they may still be seen."""
    kunci = _baca(request)
    if not kunci or not request.user.is_authenticated:
        return []
    return sebutkan(request.user, kunci)


def ada_terakhir(request: HttpRequest) -> bool:
    """Whether anything is kept; asks nobody."""
    return bool(_baca(request))


def catat(request: HttpRequest, response: HttpResponseBase) -> None:
    """Put the page that was just shown in front, if it is of one thing."""
    if not (satu := _yang_dibuka(request)):
        return
    lama = [k for k in _baca(request) if k != satu]
    isi = ",".join(f"{kode}:{pk}" for kode, pk in [satu, *lama][:TERBANYAK])
    response.set_signed_cookie(
        settings.TERAKHIR_COOKIE,
        isi,
        salt=_garam(request),
        max_age=UMUR,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )


def lupakan(response: HttpResponseBase) -> None:
    """At signing out."""
    response.delete_cookie(settings.TERAKHIR_COOKIE, samesite="Lax")


def _yang_dibuka(request: HttpRequest) -> tuple[str, int] | None:
    cocok = request.resolver_match
    if request.method != "GET" or not cocok or "pk" not in cocok.kwargs:
        return None
    kode = [s.kode for s in semua_sumber() if s.sendiri and s.halaman == cocok.view_name]
    return (kode[0], cocok.kwargs["pk"]) if kode else None


def _baca(request: HttpRequest) -> list[tuple[str, int]]:
    isi = request.get_signed_cookie(
        settings.TERAKHIR_COOKIE, default="", salt=_garam(request), max_age=UMUR
    )
    pasangan = (satu.rpartition(":") for satu in (isi or "").split(",") if satu)
    return [(kode, int(pk)) for kode, _, pk in pasangan][:TERBANYAK]


def _garam(request: HttpRequest) -> str:
    """One account cannot read what another left in the same browser."""
    return f"terakhir-{request.user.pk}"
