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

from inti import audit, kabar
from inti.enums import Peran
from inti.enums import StatusKarantina as Status
from inti.keamanan import peristiwa
from inti.models import BerkasKarantina, Pengguna
from inti.notifikasi import antrekan
from inti.putusan import AturanDilanggar

if TYPE_CHECKING:
    from inti.models import JejakAudit

DISIMPAN = timedelta(days=90)
TAK_BERISI = "Isi berkas ini sudah tidak disimpan."


def sisihkan(
    file: BinaryIO, *, nama: str, temuan: str, oleh: Pengguna | None, tujuan: str
) -> BerkasKarantina:
    """Keep the bytes outside the file store and tell the administrators and the staff.

    `tujuan` says where it was to go: an address of the site, or a command. No address hands the
    bytes out. Without room only their hash is noted.
    """
    file.seek(0)
    sha256 = hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]
    disimpan = _simpan(file, sha256)
    peristiwa(
        "berkas.karantina", tingkat=logging.ERROR, berkas=nama, temuan=temuan, sha256=sha256,
        disimpan=disimpan,
    )  # fmt: skip
    with transaction.atomic():
        satu = BerkasKarantina.objects.create(
            nama=nama[:120], sha256=sha256, ukuran=file.seek(0, 2), temuan=temuan[:100],
            tujuan=tujuan[:200], diunggah_oleh=oleh,
            status=Status.DISIMPAN if disimpan else Status.TANPA_ISI,
        )  # fmt: skip
        jejak = audit.catat(
            "berkas.karantina", satu, oleh=oleh, nama=nama, temuan=temuan, sha256=sha256,
            tujuan=satu.tujuan,
        )  # fmt: skip
        _kabari(jejak, satu)
    return satu


@transaction.atomic
def hapus(pk: int, *, oleh: Pengguna | None) -> None:
    """Delete the bytes for good; what was found, and in whose file, stays known.

    The same bytes may have come more than once: they go for all. Raises AturanDilanggar when they
    are gone already.
    """
    satu = _berisi(pk)
    _akhiri(satu, oleh=oleh)


@transaction.atomic
def pertahankan(pk: int, *, oleh: Pengguna) -> None:
    """Keep the bytes until somebody deletes them, as evidence. Raises AturanDilanggar."""
    satu = _berisi(pk)
    if satu.status == Status.DIPERTAHANKAN:
        raise AturanDilanggar("Isi berkas ini sudah dipertahankan.")
    satu.status = Status.DIPERTAHANKAN
    satu.save(update_fields=["status"])
    audit.catat("berkas_karantina.pertahankan", satu, oleh=oleh, sha256=satu.sha256)


def bersihkan(*, uji_coba: bool) -> int:
    """Take out what has been kept long enough to be looked at; returns how many.

    What is kept as evidence stays, and so do the same bytes of another refusal.
    """
    batas = timezone.now() - DISIMPAN
    lama = BerkasKarantina.objects.filter(status=Status.DISIMPAN, pada__lt=batas)
    tetap = BerkasKarantina.objects.berisi().exclude(pk__in=lama).values("sha256")
    habis = list(lama.exclude(sha256__in=tetap).values_list("pk", flat=True))
    yatim = _sapu_yatim(uji_coba=uji_coba)
    if not uji_coba:
        for pk in habis:
            _kedaluwarsa(pk)
    return len(habis) + yatim


def _berisi(pk: int) -> BerkasKarantina:
    satu = BerkasKarantina.objects.select_for_update(of=("self",)).berisi().filter(pk=pk).first()
    if satu is None:
        raise AturanDilanggar(TAK_BERISI)
    return satu


@transaction.atomic
def _kedaluwarsa(pk: int) -> None:
    satu = BerkasKarantina.objects.select_for_update(of=("self",)).filter(
        pk=pk, status=Status.DISIMPAN
    )
    for lama in satu:  # gone, or kept as evidence meanwhile
        _akhiri(lama, oleh=None)


def _akhiri(satu: BerkasKarantina, *, oleh: Pengguna | None) -> None:
    """Of all refusals with these bytes: one line for the one that was meant."""
    BerkasKarantina.objects.berisi().filter(sha256=satu.sha256).update(
        status=Status.DIHAPUS, dihapus_pada=timezone.now()
    )
    audit.catat("berkas_karantina.hapus", satu, oleh=oleh, sha256=satu.sha256)
    transaction.on_commit(lambda: satu.path.unlink(missing_ok=True))


def _sapu_yatim(*, uji_coba: bool) -> int:
    """Bytes that no refusal stands for: their writer vanished before it made its row."""
    batas = time.time() - DISIMPAN.total_seconds()
    lama = {p.name: p for p in Path(settings.KARANTINA_DIR).glob("*") if p.stat().st_mtime < batas}
    dikenal = BerkasKarantina.objects.berisi().filter(sha256__in=list(lama))
    yatim = lama.keys() - set(dikenal.values_list("sha256", flat=True))
    for nama in () if uji_coba else yatim:
        lama[nama].unlink(missing_ok=True)
    return len(yatim)


def _simpan(file: BinaryIO, sha256: str) -> bool:
    """Whether it was written, in blocks; a crash leaves a file under another name, swept later."""
    tempat = Path(settings.KARANTINA_DIR)
    tempat.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(tempat).free < settings.CADANGAN_DISK:
        return False
    sementara = tempat / uuid.uuid4().hex
    file.seek(0)
    with sementara.open("wb") as salinan:
        shutil.copyfileobj(file, salinan)
    sementara.replace(tempat / sha256)
    return True


def _kabari(jejak: JejakAudit, satu: BerkasKarantina) -> None:
    """The administrators, whose page it is, and the staff, who know the sender."""
    asal = f"yang diunggah {satu.diunggah_oleh.nama}" if satu.diunggah_oleh else "dari server"
    pesan = kabar.BERKAS_BERVIRUS.tulis(berkas=satu.nama, asal=asal, temuan=satu.temuan)
    for peran, tautan in ((Peran.ADMIN, satu.get_absolute_url()), (Peran.STAF, "")):
        antrekan(
            jejak,
            kepada=Pengguna.objects.berperan(peran, pada=timezone.localdate()),
            pesan=pesan,
            tautan=tautan,
        )
