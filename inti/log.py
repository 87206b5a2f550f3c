"""Logs as JSON lines: text from outside can never forge one, and no secret gets into one.

Each line of a request carries its number and whose it was; bodies and headers are never logged.
"""

from __future__ import annotations

import json
import logging
import re
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.http import HttpRequest

# The request that this thread answers.
PERMINTAAN: ContextVar[HttpRequest | None] = ContextVar("permintaan", default=None)

_GANTI = "***"
# Every repetition has an end: a hostile line costs no more than its length.
# Addresses that open something for whoever knows them, and values that go by a telling name.
_RAHASIA = (
    re.compile(r"(/akun/sandi/lupa/)[0-9A-Za-z]+-[^\s/?\"']+"),
    re.compile(r"(/akun/surel/bukti/)[^\s/?\"']+"),
    re.compile(r"(/(?:hadir|kalender)/)[\w-]{16,}"),
    re.compile(r"(://)[^\s/@]{1,200}(?=@)"),
    re.compile(r"(\b(?:Bearer|Basic|Token)\s+)[\w.+/=~-]{8,}", re.IGNORECASE),
    re.compile(
        r"(\b(?:\w{0,24}(?:password|passwd|sandi|token|secret|rahasia|cookie|authorization)\w{0,24}|"
        r"sesi|csrf|code|kode|key|kunci)[\"']?\s{0,3}[=:]\s{0,3}[\"']?)[^\s&;,\"'}]+",
        re.IGNORECASE,
    ),
)
_SUREL = re.compile(r"\b([\w.+-])[\w.+-]{0,64}@([\w-]{1,64}\.[\w.-]{1,200})")


def samarkan(teks: str) -> str:
    """Without what opens an account, and with the name of every mail address cut to a letter."""
    for pola in _RAHASIA:
        teks = pola.sub(rf"\g<1>{_GANTI}", teks)
    return _SUREL.sub(rf"\1{_GANTI}@\2", teks)


class JsonFormatter(logging.Formatter):
    """One JSON object a line, time in UTC."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as JSON."""
        isi = {
            "waktu": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "tingkat": record.levelname,
            "asal": record.name,
            "pesan": samarkan(record.getMessage()),
        } | _konteks()
        if rinci := getattr(record, "rinci", None):
            isi["rinci"] = {k: samarkan(str(v)) for k, v in rinci.items()}
        if record.exc_info:
            isi["galat"] = samarkan(self.formatException(record.exc_info))
        return json.dumps(isi, ensure_ascii=False)


def _konteks() -> dict[str, Any]:
    """The request's number, and whose it is as far as that is known already."""
    if (request := PERMINTAAN.get()) is None:
        return {}
    # What AuthenticationMiddleware keeps once somebody asked; a line never asks the database.
    pengguna = getattr(request, "_cached_user", None)
    return {"permintaan": getattr(request, "nomor", ""), "siapa": getattr(pengguna, "pk", None)}
