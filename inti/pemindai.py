"""The port of the virus scanner: none, or a clamd that is spoken to over INSTREAM."""

from __future__ import annotations

import re
import socket
import struct
import time
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urlsplit

from django.conf import settings

if TYPE_CHECKING:
    from collections.abc import Callable

DETIK_SAMBUNG = 5
# Of one file, from the first byte to the verdict.
DETIK_PINDAI = 60
DETIK_DENYUT = 2
POTONGAN = 64 * 1024
JAWABAN_TERPANJANG = 4096
JAWABAN = re.compile(r"stream: (?:OK|(?P<temuan>.+) FOUND)")


class PemindaiMatiError(Exception):
    """No verdict: it cannot be reached, takes too long, or says something else."""


def menyala() -> bool:
    """Whether there is a scanner here."""
    return bool(settings.CLAMD)


def alamat(teks: str) -> str | tuple[str, int]:
    """Where it listens: `unix:/jalur` or `tcp://host:port`. Raises ValueError for all else."""
    bagian = urlsplit(teks)
    if bagian.scheme == "unix" and bagian.path.startswith("/"):
        return bagian.path
    if bagian.scheme == "tcp" and bagian.hostname and bagian.port:
        return bagian.hostname, bagian.port
    raise ValueError(teks)


def pindai(file: BinaryIO) -> str:
    """The name of what was found in the file; empty when it is clean.

    Raises PemindaiMatiError.
    """

    def kirim(soket: socket.socket) -> None:
        soket.sendall(b"zINSTREAM\0")
        file.seek(0)
        for blok in iter(lambda: file.read(POTONGAN), b""):
            soket.sendall(struct.pack("!I", len(blok)) + blok)
        soket.sendall(struct.pack("!I", 0))

    return baca_jawaban(_tanya(kirim, DETIK_PINDAI))


def hidup() -> bool:
    """Whether it answers."""
    try:
        return _tanya(lambda soket: soket.sendall(b"zPING\0"), DETIK_DENYUT) == b"PONG"
    except PemindaiMatiError:
        return False


def baca_jawaban(jawaban: bytes) -> str:
    """What a verdict names; empty for a clean file. Raises PemindaiMatiError when it is none."""
    cocok = JAWABAN.fullmatch(jawaban.decode("utf-8", errors="replace").strip())
    if cocok is None:
        raise PemindaiMatiError(repr(jawaban[:100]))
    temuan = cocok["temuan"] or ""
    return "".join(c for c in temuan if c.isprintable())[:100] or ("?" if temuan else "")


def _tanya(kirim: Callable[[socket.socket], None], detik: float) -> bytes:
    """Send, and wait for the answer up to its NUL, `detik` in all."""
    batas = time.monotonic() + detik
    try:
        with _sambung() as soket:
            soket.settimeout(detik)
            kirim(soket)
            jawaban = b""
            while b"\0" not in jawaban and len(jawaban) < JAWABAN_TERPANJANG:
                soket.settimeout(max(batas - time.monotonic(), 0.01))
                if not (lanjut := soket.recv(JAWABAN_TERPANJANG)):
                    break
                jawaban += lanjut
    except (OSError, ValueError) as error:
        raise PemindaiMatiError(str(error)) from error
    return jawaban.partition(b"\0")[0]


def _sambung() -> socket.socket:
    tempat = alamat(settings.CLAMD)
    if isinstance(tempat, tuple):
        return socket.create_connection(tempat, timeout=DETIK_SAMBUNG)
    soket = socket.socket(socket.AF_UNIX)
    soket.settimeout(DETIK_SAMBUNG)
    try:
        soket.connect(tempat)
    except OSError:
        soket.close()
        raise
    return soket
