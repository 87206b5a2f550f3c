"""Faults of the machine that a person should hear of by name: no room, no database, a bad file."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from http import HTTPStatus

from django.db import InterfaceError, OperationalError
from django.http import Http404

PENUH = {errno.ENOSPC, errno.EDQUOT}
# PostgreSQL's codes (sqlstate) for a full disk and for a statement that was cut off.
DISK_PENUH, DIHENTIKAN = "53100", "57014"
TUNGGU_DETIK = 10


@dataclass(frozen=True)
class Gangguan:
    """What the page says; `tunggu` seconds later the same request may do."""

    status: HTTPStatus
    judul: str
    pesan: str
    tunggu: int = 0

    def kepala(self) -> dict[str, str]:
        """What the answer says of when to try again."""
        return {"Retry-After": str(self.tunggu)} if self.tunggu else {}


RUANG_HABIS = Gangguan(
    HTTPStatus.INSUFFICIENT_STORAGE,
    "Ruang penyimpanan penuh",
    "Permintaan Anda tidak disimpan karena ruang penyimpanan server penuh; yang sudah ada tetap "
    "utuh dan dapat dibaca. Hubungi administrator, lalu ulangi setelah ada ruang.",
)
TANPA_BASIS_DATA = Gangguan(
    HTTPStatus.SERVICE_UNAVAILABLE,
    "Basis data sedang tidak menjawab",
    "Permintaan Anda tidak selesai, dan tidak ada yang disimpan sebagian. Tunggu sebentar, lalu "
    "ulangi; bila sudah tersimpan, pengulangannya tidak menjadi dua. Bila tetap begini lebih dari "
    "lima menit, hubungi administrator.",
    TUNGGU_DETIK,
)
TERLALU_LAMA = Gangguan(
    HTTPStatus.SERVICE_UNAVAILABLE,
    "Terlalu lama",
    "Server sedang terlalu sibuk untuk menyelesaikan permintaan ini, dan tidak ada yang disimpan "
    "sebagian. Tunggu sebentar, lalu ulangi; persempit saringannya bila ini sebuah daftar.",
    TUNGGU_DETIK,
)
BERKAS_BERUBAH = Gangguan(
    HTTPStatus.INTERNAL_SERVER_ERROR,
    "Berkas tidak dikirim",
    "Isi berkas ini di penyimpanan server tidak terbaca atau bukan lagi yang dahulu diterima, jadi "
    "tidak dikirim. Administrator diberi tahu; isi aslinya dapat dikembalikan dari cadangan.",
)


class BerkasBerubahError(Exception):
    """The bytes of a stored file are not those that were received; names its row."""


class BerkasHilangError(Http404):
    """The bytes of a stored file are gone."""


def kenali(error: BaseException | None) -> Gangguan | None:
    """Which of them this error is; None when it is a fault of the program."""
    if isinstance(error, OSError) and error.errno in PENUH:
        return RUANG_HABIS
    if isinstance(error, OperationalError):
        kode = getattr(error.__cause__, "sqlstate", None)
        if kode == DISK_PENUH or "disk is full" in str(error):
            return RUANG_HABIS
        return TERLALU_LAMA if kode == DIHENTIKAN else TANPA_BASIS_DATA
    if isinstance(error, BerkasBerubahError):
        return BERKAS_BERUBAH
    return TANPA_BASIS_DATA if isinstance(error, InterfaceError) else None
