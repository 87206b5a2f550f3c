"""Where this application may connect to: what its settings name, and nothing else.

One gate below every library, whichever of them connects: Python tells of each name that is looked
up and each connection that is opened, before it happens. This machine itself is always open. The
driver of PostgreSQL and `pg_dump` connect by themselves, to DATABASE_URL alone.
"""

from __future__ import annotations

import ipaddress
import logging
import socket
import sys
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from django.conf import settings

from inti import pemindai
from inti.keamanan import peristiwa

if TYPE_CHECKING:
    from collections.abc import Iterator

Tujuan = tuple[str, int]
INTERNET = frozenset({socket.AF_INET, socket.AF_INET6})
PORT = {"https": 443, "http": 80, "redis": 6379, "rediss": 6379, "amqp": 5672}
PORT_BASIS_DATA = 5432


class TujuanDitolakError(OSError):
    """Not among the places that the settings name, or inside a network that it must not be in."""


def jaga() -> None:
    """Close the gate: once a process, and it cannot be taken off again."""
    sys.addaudithook(_dengar)


def tujuan() -> frozenset[Tujuan]:
    """Every place that the settings name, as name and port."""
    return frozenset(_tujuan())


def periksa(host: Any, port: Any) -> None:
    """Raises TujuanDitolakError, and notes it, unless it may be reached."""
    nama = host.decode() if isinstance(host, bytes) else str(host or "")
    nomor = int(port) if str(port).isdigit() else 0
    if _mesin_ini(nama) or (nama.lower(), nomor) in tujuan():
        return
    tempat = f"{nama}:{port}"
    peristiwa("tujuan.ditolak", tingkat=logging.WARNING, tujuan=tempat)
    raise TujuanDitolakError(f"{tempat} tidak disebut pengaturan; lihat TUJUAN_LAIN.")


def sambung_umum(
    alamat: Tujuan, timeout: float | None = None, *lain: Any, dalam: bool = False
) -> socket.socket:
    """Connect to a name of the open internet: to the very addresses that were looked at.

    A name that leads into a private network is refused, unless `dalam`.
    """
    temuan = socket.getaddrinfo(*alamat, type=socket.SOCK_STREAM)
    if not dalam and not all(_umum(str(satu[4][0])) for satu in temuan):
        raise TujuanDitolakError(f"{alamat[0]} berada di jaringan dalam.")
    gagal: OSError = TujuanDitolakError(f"{alamat[0]} tidak mempunyai alamat.")
    for keluarga, jenis, protokol, _, tempat in temuan:
        soket = socket.socket(keluarga, jenis, protokol)
        soket.settimeout(timeout)
        try:
            soket.connect(tempat)
        except OSError as error:
            soket.close()
            gagal = error
        else:
            return soket
    raise gagal


def _dengar(nama: str, args: tuple[Any, ...]) -> None:
    """What Python is about to do; all but these two is none of our business."""
    if nama == "socket.getaddrinfo":
        periksa(args[0], args[1])
    elif nama == "socket.connect" and args[0].family in INTERNET:
        host, port = args[1][:2]
        # The name was looked at above; of its address only the port can still be told.
        if not _mesin_ini(host) and port not in {satu[1] for satu in tujuan()}:
            periksa(host, port)


def _tujuan() -> Iterator[Tujuan]:
    for satu in (settings.OIDC_ALAMAT, settings.WEBHOOK_URL, settings.CELERY_BROKER_URL):
        bagian = urlsplit(satu)
        if bagian.hostname:
            yield bagian.hostname, bagian.port or PORT.get(bagian.scheme, 0)
    yield str(settings.EMAIL_HOST).lower(), int(settings.EMAIL_PORT)
    if settings.CLAMD and isinstance(tempat := pemindai.alamat(settings.CLAMD), tuple):
        yield tempat
    for basis in settings.DATABASES.values():
        for host in str(basis.get("HOST") or "").split(","):
            yield host.lower(), int(basis.get("PORT") or PORT_BASIS_DATA)
    for satu in settings.TUJUAN_LAIN:
        host, _, port = satu.rpartition(":")
        yield host.lower(), int(port)


def _mesin_ini(nama: str) -> bool:
    if nama in {"", "localhost", socket.gethostname()}:
        return True
    try:
        alamat = ipaddress.ip_address(nama)
    except ValueError:
        return False
    return alamat.is_loopback or alamat.is_unspecified


def _umum(alamat: str) -> bool:
    satu = ipaddress.ip_address(alamat.partition("%")[0])
    asal = getattr(satu, "ipv4_mapped", None) or satu
    return bool(asal.is_global) and not asal.is_multicast
