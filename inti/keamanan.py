"""Security events, all in one stream: the logger `keamanan`.

Sign-ins, refusals, limits, refused uploads and every change to how one signs in. Who, from where
and which request; never what was typed.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from allauth.account.adapter import get_adapter
from allauth.account.signals import (
    authentication_step_completed,
    password_changed,
    password_reset,
)
from allauth.mfa.signals import (
    authentication_failed,
    authenticator_added,
    authenticator_removed,
    authenticator_reset,
)
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.core.exceptions import PermissionDenied

from inti.log import PERMINTAAN
from inti.services.sesi import perbarui_sesi

if TYPE_CHECKING:
    from django.http import HttpRequest

logger = logging.getLogger("keamanan")
# Answers that are events by themselves.
DITOLAK = {401: "akses.tanpa_masuk", 403: "akses.ditolak", 429: "akses.dibatasi"}


def peristiwa(
    nama: str, *, request: HttpRequest | None = None, tingkat: int = logging.INFO, **rinci: Any
) -> None:
    """One line: the event, whose request it was, from which address, and what else is given."""
    request = request or PERMINTAAN.get()
    if request is not None:
        rinci = {"alamat": _alamat(request), "jalur": request.path} | rinci
    logger.log(tingkat, nama, extra={"rinci": rinci})


def sambungkan() -> None:
    """Listen to what Django and django-allauth tell of accounts."""
    user_logged_in.connect(_masuk, dispatch_uid="keamanan")
    user_logged_out.connect(_keluar, dispatch_uid="keamanan")
    user_login_failed.connect(_gagal_masuk, dispatch_uid="keamanan")
    authentication_step_completed.connect(_membuktikan_diri, dispatch_uid="keamanan")
    for sinyal, nama in (
        (password_changed, "sandi.diganti"),
        (password_reset, "sandi.diganti_lewat_tautan"),
    ):
        sinyal.connect(_pencatat(nama), dispatch_uid="keamanan", weak=False)
    for sinyal, nama in (
        (authenticator_added, "faktor_kedua.dipasang"),
        (authenticator_removed, "faktor_kedua.dilepas"),
        (authenticator_reset, "faktor_kedua.kode_baru"),
        (authentication_failed, "faktor_kedua.salah"),
    ):
        sinyal.connect(_pencatat(nama), dispatch_uid="keamanan", weak=False)


def _alamat(request: HttpRequest) -> str:
    """As the limits know it; empty when nobody told. A log line refuses no request."""
    try:
        return str(get_adapter(request).get_client_ip(request))
    except PermissionDenied:
        return ""


def _masuk(sender: Any, request: HttpRequest, user: Any, **kwargs: Any) -> None:
    peristiwa("masuk.berhasil", request=request, akun=user.pk)


def _keluar(sender: Any, request: HttpRequest, user: Any, **kwargs: Any) -> None:
    if user is not None:
        peristiwa("keluar", request=request, akun=user.pk)


def _gagal_masuk(sender: Any, request: HttpRequest | None = None, **kwargs: Any) -> None:
    # What was typed as a name may be a password: it is not written down.
    peristiwa("masuk.gagal", request=request, tingkat=logging.WARNING)


def _membuktikan_diri(
    sender: Any, request: HttpRequest, *, reauthenticated: bool = False, **kwargs: Any
) -> None:
    # What it opens is for the owner's browser alone, not for whoever holds a copy of the cookie.
    if reauthenticated:
        perbarui_sesi(request)


def _pencatat(nama: str) -> Any:
    def catat(sender: Any, request: HttpRequest | None = None, **kwargs: Any) -> None:
        rinci = {"akun": getattr(kwargs.get("user"), "pk", None)}
        if (alat := kwargs.get("authenticator")) is not None:
            rinci["jenis"] = alat.type
        peristiwa(nama, request=request, tingkat=logging.WARNING, **rinci)

    return catat
