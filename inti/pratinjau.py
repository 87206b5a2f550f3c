"""Pictures as they are shown: made anew from their pixels, so nothing else comes along.

The file as it was received stays what it is, under its hash, and is only ever downloaded.
"""

from __future__ import annotations

import io
import time
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from PIL import Image, ImageOps

if TYPE_CHECKING:
    from inti.models import Berkas

SISI = 1_600
# Longer ago than this nobody has looked at it; it is made again when somebody does.
DISIMPAN = 90 * 24 * 3600
PNG = "image/png"


class TakTerbacaError(Exception):
    """The bytes of the original are gone, or are no picture."""


def pratinjau(berkas: Berkas) -> tuple[Path, str]:
    """Where the smaller picture lies, and its type: upright, SISI pixels at most, no EXIF.

    Raises TakTerbacaError.
    """
    tipe = PNG if berkas.tipe == PNG else "image/jpeg"
    path = Path(settings.PRATINJAU_DIR) / berkas.sha256[:2] / f"{berkas.sha256}.{tipe[6:]}"
    if not path.exists():
        _tulis(path, _susun(berkas.path, tipe))
    return path, tipe


def sapu_pratinjau(*, uji_coba: bool) -> int:
    """Remove what was made long ago; returns how many (or would, `uji_coba`)."""
    batas = time.time() - DISIMPAN
    lama = [p for p in Path(settings.PRATINJAU_DIR).glob("??/*") if p.stat().st_mtime < batas]
    if not uji_coba:
        for path in lama:
            path.unlink(missing_ok=True)
    return len(lama)


def _susun(asal: Path, tipe: str) -> bytes:
    isi = io.BytesIO()
    try:
        with Image.open(asal) as asli:
            asli.draft("RGB", (SISI, SISI))  # a large JPEG is read at a fraction of its size
            gambar = ImageOps.exif_transpose(asli).convert("RGBA" if tipe == PNG else "RGB")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise TakTerbacaError from error
    gambar.thumbnail((SISI, SISI))
    gambar.info.clear()  # comments and colour profiles would be written again
    gambar.save(isi, tipe[6:].upper(), optimize=True)
    return isi.getvalue()


def _tulis(path: Path, isi: bytes) -> None:
    """Two who look at once write the same bytes; neither reads half of them."""
    path.parent.mkdir(parents=True, exist_ok=True)
    sementara = path.with_name(f"{uuid.uuid4().hex}.baru")
    try:
        sementara.write_bytes(isi)
        sementara.replace(path)
    finally:
        sementara.unlink(missing_ok=True)
