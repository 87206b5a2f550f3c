"""Addresses of rows: a list names a hundred of them."""

from __future__ import annotations

from functools import lru_cache

from django.conf import settings
from django.urls import get_script_prefix, get_urlconf, reverse

# A key that no pattern holds by itself.
TANDA = 9_090_909_090


def alamat_baris(nama: str, pk: int) -> str:
    """As `reverse(nama, args=[pk])`, which walks through all patterns for every row.

    Raises NoReverseMatch for a name that leads nowhere.
    """
    kepala, ekor = _tepi(nama, get_urlconf() or settings.ROOT_URLCONF, get_script_prefix())
    return f"{kepala}{pk}{ekor}"


@lru_cache(maxsize=512)
def _tepi(nama: str, urlconf: str, awalan: str) -> tuple[str, str]:
    """What stands before and after the key, for the site that is mounted there."""
    kepala, _, ekor = reverse(nama, urlconf=urlconf, args=[TANDA]).rpartition(str(TANDA))
    return kepala, ekor
