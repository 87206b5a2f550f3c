"""The port of electronic signatures: none, a certificate on this server, a file signed elsewhere.

What signs and what reads a signed file runs in a child with limits (pelaporan.tanda_anak).
"""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings

from pelaporan.anak import jalankan
from pelaporan.tanda_anak import DITOLAK

if TYPE_CHECKING:
    from pathlib import Path

    from pelaporan.enums import CaraTandaTangan

logger = logging.getLogger(__name__)
PERINTAH = (sys.executable, "-m", "pelaporan.tanda_anak")
BATAS_DETIK = 120
GALAT = "Tanda tangan elektronik tidak dapat diproses; rinciannya ada di catatan server."


class TandaDitolakError(Exception):
    """The file cannot be signed, or is not what was signed; the message is for the user."""


@dataclass(frozen=True)
class Tanda:
    """What the certificate of the last signature says, and when it says it signed."""

    nama: str
    penerbit: str
    seri: str
    waktu: datetime | None


def memakai(cara: CaraTandaTangan) -> bool:
    """Whether documents are signed that way here."""
    return bool(cara == settings.TANDA_TANGAN)


def tandatangani(isi: bytes) -> tuple[Tanda, bytes]:
    """The file with a signature of the server's certificate after its own, unchanged bytes.

    Raises TandaDitolakError.
    """
    masukan = {
        "p12": settings.TANDA_TANGAN_P12,
        "sandi": settings.TANDA_TANGAN_SANDI,
        "alasan": "Diterbitkan oleh aplikasi Pengawasan Kerja Sama",
    }
    kepala, _, hasil = _anak("tandatangani", masukan, isi).partition(b"\n")
    return _tanda(kepala), hasil


def periksa(asal: Path, baru: bytes) -> Tanda:
    """Who signed the issued file `asal`, if `baru` is that and nothing but signatures more.

    Raises TandaDitolakError.
    """
    masukan = {"asal": str(asal), "akar": settings.TANDA_TANGAN_AKAR}
    return _tanda(_anak("periksa", masukan, baru))


def _tanda(baris: bytes) -> Tanda:
    isi = json.loads(baris)
    waktu = datetime.fromisoformat(isi["waktu"]) if isi["waktu"] else None
    return Tanda(isi["nama"], isi["penerbit"], isi["seri"], waktu)


def _anak(perintah: str, masukan: dict[str, Any], isi: bytes) -> bytes:
    baris = json.dumps(masukan).encode() + b"\n"
    try:
        anak = jalankan([*PERINTAH, perintah], baris + isi, detik=BATAS_DETIK)
    except subprocess.TimeoutExpired as error:
        raise TandaDitolakError(GALAT) from error
    galat = anak.stderr.decode(errors="replace").strip()
    if anak.returncode == DITOLAK:
        raise TandaDitolakError(galat.splitlines()[-1])
    if anak.returncode:
        logger.warning(
            "anak tanda tangan berhenti dengan kode %s: %s", anak.returncode, galat[-2_000:]
        )
        raise TandaDitolakError(GALAT)
    return anak.stdout
