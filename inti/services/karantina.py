"""Files in which the scanner found something: kept apart, told of, never handed out."""

from __future__ import annotations

import hashlib
import logging
import shutil
import time
import uuid
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from inti import audit
from inti.enums import Peran
from inti.keamanan import peristiwa
from inti.models import Pengguna
from inti.notifikasi import antrekan

if TYPE_CHECKING:
    from inti.models import JejakAudit

DISIMPAN = timedelta(days=90)


def sisihkan(file: BinaryIO, *, nama: str, temuan: str, oleh: Pengguna | None) -> None:
    """Keep the bytes outside the file store and tell the administrators and the staff.

    No row has it, so that no address can hand it out. Without room only its hash is noted.
    """
    file.seek(0)
    isi = file.read()
    sha256 = hashlib.sha256(isi).hexdigest()
    peristiwa(
        "berkas.karantina", tingkat=logging.ERROR, berkas=nama, temuan=temuan, sha256=sha256,
        disimpan=_simpan(isi, sha256),
    )  # fmt: skip
    if oleh is None:
        return
    with transaction.atomic():
        jejak = audit.catat(
            "berkas.karantina", oleh, oleh=oleh, nama=nama, temuan=temuan, sha256=sha256
        )
        _kabari(jejak, nama=nama, temuan=temuan, oleh=oleh)


def bersihkan(*, uji_coba: bool) -> int:
    """Take out what has been kept long enough to be looked at; returns how many."""
    batas = time.time() - DISIMPAN.total_seconds()
    lama = [p for p in Path(settings.KARANTINA_DIR).glob("*") if p.stat().st_mtime < batas]
    for path in () if uji_coba else lama:
        path.unlink(missing_ok=True)
    return len(lama)


def _simpan(isi: bytes, sha256: str) -> bool:
    """Whether it was written; a crash in between leaves a file under another name, swept later."""
    tempat = Path(settings.KARANTINA_DIR)
    tempat.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(tempat).free < settings.CADANGAN_DISK:
        return False
    sementara = tempat / uuid.uuid4().hex
    sementara.write_bytes(isi)
    sementara.replace(tempat / sha256)
    return True


def _kabari(jejak: JejakAudit, *, nama: str, temuan: str, oleh: Pengguna) -> None:
    antrekan(
        jejak,
        kepada=Pengguna.objects.berperan(Peran.ADMIN, Peran.STAF, pada=timezone.localdate()),
        subjek="Berkas bervirus disisihkan",
        isi=(
            f"Berkas “{nama}” yang diunggah {oleh.nama} ditolak: pemindai virus menemukan "
            f"“{temuan}”. Isinya disisihkan di server dan tidak dapat dibuka dari aplikasi. "
            "Mintalah pengunggahnya memeriksa komputernya."
        ),
    )
