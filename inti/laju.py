"""How often one address may ask: a small counter in the cache, for pages that need no sign-in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account.adapter import get_adapter

from inti import singgahan

if TYPE_CHECKING:
    from django.http import HttpRequest

JENDELA = 60


def dalam_batas(request: HttpRequest, ruang: str, *, banyak: int) -> bool:
    """Count this request; False once the address asked more than `banyak` times in a minute.

    Zero is no limit. Without a cache nobody is refused: the counter guards the server, not data.
    """
    if not banyak:
        return True
    # The address as the sign-in limits know it, behind a trusted proxy as well.
    alamat = get_adapter(request).get_client_ip(request)
    return singgahan.hitung(f"laju:{ruang}:{alamat}", detik=JENDELA) <= banyak
