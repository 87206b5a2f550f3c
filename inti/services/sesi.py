"""Where a person is signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.usersessions.models import UserSession
from django.utils import timezone

from inti.models import TokenApi

if TYPE_CHECKING:
    from django.http import HttpRequest

    from inti.models import Pengguna


def perbarui_sesi(request: HttpRequest) -> None:
    """Another number for the session of this device; a copy of the old cookie opens nothing."""
    lama = request.session.session_key
    request.session.cycle_key()
    baru = request.session.session_key
    UserSession.objects.filter(session_key=lama).update(session_key=baru)


def akhiri_sesi(pengguna: Pengguna) -> int:
    """Sign the person out everywhere, and their programs; returns how many devices and tokens."""
    semua = list(UserSession.objects.filter(user=pengguna))
    hidup: int = sum(satu.exists() for satu in semua)
    for satu in semua:
        satu.end()
    token = TokenApi.objects.milik(pengguna).filter(dicabut_pada=None)
    return hidup + token.update(dicabut_pada=timezone.now())
