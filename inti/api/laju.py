"""How often one token may ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from rest_framework.throttling import BaseThrottle

from inti.laju import JENDELA, hitung

if TYPE_CHECKING:
    from rest_framework.request import Request


class LajuToken(BaseThrottle):
    """So many requests a minute; the next window opens a minute after its first request."""

    def allow_request(self, request: Request, view: Any) -> bool:
        """Count it; who has no token was refused before."""
        if not settings.API_PER_MENIT or request.auth is None:
            return True
        kunci = f"laju:api:{request.auth.pk}"
        return hitung(kunci, detik=JENDELA) <= settings.API_PER_MENIT

    def wait(self) -> float:
        """When to come again."""
        return JENDELA
