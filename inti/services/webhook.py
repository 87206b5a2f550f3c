"""The port to a message service (WhatsApp or another): off until an address and a key are set.

The service gets a signed JSON body: who (telephone, name), subject, text and link. Its signature
is HMAC-SHA256 over the bytes, so that it can tell our messages from anybody else's.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import ssl
from functools import partial
from http.client import HTTPSConnection
from typing import TYPE_CHECKING, Any
from urllib.request import HTTPRedirectHandler, HTTPSHandler, Request, build_opener

from django.conf import settings
from django.utils import timezone

from inti import keluar
from inti.enums import StatusKirim
from inti.models import KirimanWebhook
from inti.services.kiriman import kerjakan, kuras_kiriman, tandai

if TYPE_CHECKING:
    from http.client import HTTPResponse

    from inti.models import Notifikasi

BATAS_DETIK = 10


class _TanpaAlih(HTTPRedirectHandler):
    """A message goes where it was sent, or nowhere."""

    def redirect_request(self, *args: object, **kwargs: object) -> None:
        """Refuse; urllib then raises the answer as an error."""


class _Sambungan(HTTPSConnection):
    """To the open internet only, unless the setting says that the service is inside."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._create_connection = partial(keluar.sambung_umum, dalam=settings.WEBHOOK_DALAM)


class _Pintu(HTTPSHandler):
    """Takes that connection."""

    def https_open(self, req: Request) -> HTTPResponse:
        """As the one it stands for."""
        return self.do_open(_Sambungan, req, context=ssl.create_default_context())


def kirim_antrean(limit: int = 50) -> int:
    """Send what is due; returns how many were taken up. Nothing while the port is off."""
    if not settings.WEBHOOK_URL:
        return 0
    return kuras_kiriman(KirimanWebhook.objects.siap_kirim(timezone.now()), kirim, limit=limit)


def kirim(pk: int) -> bool | None:
    """Send one claimed row; whatever goes wrong stays with it. Answers as `notifikasi.kirim`."""
    satu = KirimanWebhook.objects.select_related("notifikasi__kepada").get(pk=pk)
    if not satu.notifikasi.kepada.is_active:
        tandai(satu, StatusKirim.TANPA_SUREL)
        return None
    return kerjakan(satu, lambda: _pos(isi(satu.notifikasi), f"notifikasi-{satu.notifikasi_id}"))


def isi(notifikasi: Notifikasi) -> bytes:
    """The body; the same for every attempt."""
    return json.dumps(
        {
            "id": notifikasi.pk,
            "telepon": notifikasi.kepada.telepon,
            "nama": notifikasi.kepada.nama,
            "subjek": notifikasi.subjek,
            "isi": notifikasi.isi,
            "tautan": f"{settings.SITE_URL}{notifikasi.tautan}" if notifikasi.tautan else "",
        },
        ensure_ascii=False,
        sort_keys=True,
    ).encode()


def tanda_tangan(isi_pesan: bytes) -> str:
    """What the service recomputes with the same key."""
    kunci = settings.WEBHOOK_KUNCI.encode()
    return f"sha256={hmac.new(kunci, isi_pesan, hashlib.sha256).hexdigest()}"


def _pos(isi_pesan: bytes, kunci: str) -> None:
    """Raises OSError for anything but a 2xx answer."""
    permintaan = Request(  # noqa: S310 - the address is the operator's own setting
        settings.WEBHOOK_URL,
        data=isi_pesan,
        headers={
            "Content-Type": "application/json",
            "Idempotency-Key": kunci,
            "X-Tanda-Tangan": tanda_tangan(isi_pesan),
        },
    )
    with build_opener(_TanpaAlih, _Pintu).open(permintaan, timeout=BATAS_DETIK):
        pass
