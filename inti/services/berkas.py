"""Storing bytes under their own hash: the file first, the row after."""

from __future__ import annotations

import hashlib
import os
import time
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction

from inti.models import Berkas

if TYPE_CHECKING:
    from inti.models import Pengguna
    from inti.unggahan import Diperiksa

SEHARI = 24 * 3600


def simpan_unggahan(diperiksa: Diperiksa, *, oleh: Pengguna) -> Berkas:
    """Store a checked upload."""
    return simpan(diperiksa.isi, nama=diperiksa.nama, tipe=diperiksa.tipe, oleh=oleh)


def simpan(isi: bytes, *, nama: str, tipe: str, oleh: Pengguna | None) -> Berkas:
    """Write the bytes to a staging name, rename, then make the row.

    A crash in between leaves an orphan file, never a row without one. Bytes that were there and
    are damaged are written anew. Raises OSError when the disk refuses; nothing half-written stays.
    """
    sha256 = hashlib.sha256(isi).hexdigest()
    berkas = Berkas(sha256=sha256, ukuran=len(isi), tipe=tipe, nama=nama[:120], diunggah_oleh=oleh)
    if not _sudah_ada(berkas.path) or berkas.kerusakan():
        _tulis(berkas.path, isi)
    berkas.save(force_insert=True)
    return berkas


def simpan_sementara(sementara: Path, *, nama: str, tipe: str, oleh: Pengguna | None) -> Berkas:
    """Take over a file written to `tempat_singgah`: too large to be held in memory."""
    with sementara.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        os.fsync(file.fileno())
    ukuran = sementara.stat().st_size
    berkas = Berkas(sha256=sha256, ukuran=ukuran, tipe=tipe, nama=nama[:120], diunggah_oleh=oleh)
    berkas.path.parent.mkdir(parents=True, exist_ok=True)
    sementara.replace(berkas.path)  # the same bytes, if they were there
    berkas.save(force_insert=True)
    return berkas


def hapus(berkas: Berkas) -> None:
    """Take out a file made by the system; its bytes go once no other row has them."""
    path, sha256 = berkas.path, berkas.sha256
    berkas.delete()
    transaction.on_commit(lambda: _buang(path, sha256))


def tempat_singgah(nama: str = "") -> Path:
    """A name on the disk of the files, for what is still being written; a new one if none given."""
    singgah = Path(settings.BERKAS_DIR) / "singgah"
    singgah.mkdir(parents=True, exist_ok=True)
    return singgah / (nama or uuid.uuid4().hex)


def sapu_singgah() -> int:
    """Remove what writers that vanished left behind a day ago; returns how many."""
    batas = time.time() - SEHARI
    lama = [p for p in tempat_singgah().parent.iterdir() if p.stat().st_mtime < batas]
    for path in lama:
        path.unlink(missing_ok=True)
    return len(lama)


def _buang(path: Path, sha256: str) -> None:
    if not Berkas.objects.filter(sha256=sha256).exists():
        path.unlink(missing_ok=True)


def _sudah_ada(path: Path) -> bool:
    """Whether the bytes are there; then touch them, so that housekeeping knows they are wanted."""
    try:
        os.utime(path)
    except FileNotFoundError:
        return False
    return True


def _tulis(tujuan: Path, isi: bytes) -> None:
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    sementara = tempat_singgah()
    try:
        with sementara.open("xb") as file:
            file.write(isi)
            file.flush()
            os.fsync(file.fileno())
        sementara.replace(tujuan)
    finally:
        sementara.unlink(missing_ok=True)
