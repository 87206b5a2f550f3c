"""Storing bytes under their own hash: the file first, the row after."""

from __future__ import annotations

import hashlib
import os
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from inti.models import Berkas

if TYPE_CHECKING:
    from inti.models import Pengguna
    from inti.unggahan import Diperiksa


def simpan_unggahan(diperiksa: Diperiksa, *, oleh: Pengguna) -> Berkas:
    """Store a checked upload."""
    return simpan(diperiksa.isi, nama=diperiksa.nama, tipe=diperiksa.tipe, oleh=oleh)


def simpan(isi: bytes, *, nama: str, tipe: str, oleh: Pengguna | None) -> Berkas:
    """Write the bytes to a staging name, rename, then make the row.

    A crash in between leaves an orphan file, never a row without one. Raises OSError when the
    disk refuses; nothing half-written stays.
    """
    sha256 = hashlib.sha256(isi).hexdigest()
    berkas = Berkas(sha256=sha256, ukuran=len(isi), tipe=tipe, nama=nama[:120], diunggah_oleh=oleh)
    if not berkas.path.exists():
        _tulis(berkas.path, isi)
    berkas.save(force_insert=True)
    return berkas


def _tulis(tujuan: Path, isi: bytes) -> None:
    singgah = Path(settings.BERKAS_DIR) / "singgah"
    singgah.mkdir(parents=True, exist_ok=True)
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    sementara = singgah / uuid.uuid4().hex
    try:
        with sementara.open("xb") as file:
            file.write(isi)
            file.flush()
            os.fsync(file.fileno())
        sementara.replace(tujuan)
    finally:
        sementara.unlink(missing_ok=True)
