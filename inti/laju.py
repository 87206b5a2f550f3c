"""How often one address, or one person, may ask: a small counter in the cache."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.core.internal.ratelimit import get_ip
from django.conf import settings
from django.core.cache import cache

if TYPE_CHECKING:
    from django.http import HttpRequest

JENDELA = 60


class TerlaluSeringError(Exception):
    """Asked for more than this in a minute: answered 429 with a sentence and when to come again."""


def dalam_batas(request: HttpRequest, ruang: str, *, banyak: int) -> bool:
    """Count this request; False once the address asked more than `banyak` times in a minute.

    Zero is no limit. Without Redis each process counts for itself.
    """
    if not banyak:
        return True
    # As the sign-in limits count: behind a trusted proxy as well, and the 2**64 addresses of an
    # IPv6 network as the one visitor who has them all.
    return hitung(f"laju:{ruang}:{get_ip(request)}", detik=JENDELA) <= banyak


def batasi_ekspor(request: HttpRequest) -> None:
    """So many lists a minute as files for one person, whichever they are."""
    _batasi(request, "ekspor", settings.EKSPOR_PER_MENIT)


def batasi_dokumen(request: HttpRequest) -> None:
    """So many PDFs and ZIPs a minute that one person has made."""
    _batasi(request, "dokumen", settings.DOKUMEN_PER_MENIT)


def _batasi(request: HttpRequest, ruang: str, banyak: int) -> None:
    """Zero is no limit. Raises TerlaluSeringError."""
    kunci = f"laju:{ruang}:orang-{request.user.pk}"
    if banyak and hitung(kunci, detik=JENDELA) > banyak:
        raise TerlaluSeringError(ruang)


def hitung(kunci: str, *, detik: int) -> int:
    """One more; how many there were in the window that the first of them opened."""
    cache.add(kunci, 0, detik)
    try:
        return cache.incr(kunci)
    except ValueError:  # the window closed between the two
        return 1
