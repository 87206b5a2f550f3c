"""How often one address may ask: a small counter in the cache, for pages that need no sign-in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account.adapter import get_adapter
from django.core.cache import cache

if TYPE_CHECKING:
    from django.http import HttpRequest

JENDELA = 60


def dalam_batas(request: HttpRequest, ruang: str, *, banyak: int) -> bool:
    """Count this request; False once the address asked more than `banyak` times in a minute.

    Zero is no limit. Without Redis each process counts for itself.
    """
    if not banyak:
        return True
    # The address as the sign-in limits know it, behind a trusted proxy as well.
    alamat = get_adapter(request).get_client_ip(request)
    return hitung(f"laju:{ruang}:{alamat}", detik=JENDELA) <= banyak


def hitung(kunci: str, *, detik: int) -> int:
    """One more; how many there were in the window that the first of them opened."""
    cache.add(kunci, 0, detik)
    try:
        return cache.incr(kunci)
    except ValueError:  # the window closed between the two
        return 1
