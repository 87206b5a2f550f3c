"""Devices on which an account has signed in before: their failures are counted apart.

Whoever fails on purpose for somebody else's name fills the counter of strangers; the owner still
signs in from the usual device. The cookie opens nothing.
"""

from __future__ import annotations

import hashlib
import secrets
from typing import TYPE_CHECKING

from django.conf import settings
from django.core import signing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from inti.models import Pengguna

GARAM = "inti.perangkat"
UMUR = 90 * 24 * 3600


def kenali(response: HttpResponse, pengguna: Pengguna) -> None:
    """Let this browser be known as one of the person's."""
    isi = signing.dumps([secrets.token_hex(8), *sidik(pengguna)], salt=GARAM)
    response.set_cookie(
        settings.PERANGKAT_COOKIE_NAME,
        isi,
        max_age=UMUR,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )


def nomor(request: HttpRequest, masuk: str) -> str:
    """The number of this device, if the account of that name signed in on it last; or nothing."""
    isi = _baca(request)
    return str(isi[0]) if _sidik(masuk) in isi[1:] else ""


def pemilik(request: HttpRequest) -> list[str]:
    """The digests of the account that signed in last on this device; none where it is not known."""
    return _baca(request)[1:]


def sidik(pengguna: Pengguna) -> list[str]:
    """The digests of the names that an account signs in with."""
    return sorted({_sidik(satu) for satu in (pengguna.username, pengguna.email) if satu})


def _baca(request: HttpRequest) -> list[str]:
    kuki = request.COOKIES.get(settings.PERANGKAT_COOKIE_NAME, "")
    try:
        return list(signing.loads(kuki, salt=GARAM, max_age=UMUR))
    except signing.BadSignature:
        return []


def _sidik(masuk: str) -> str:
    return hashlib.sha256(f"{GARAM}:{settings.SECRET_KEY}:{masuk.lower()}".encode()).hexdigest()[
        :32
    ]
