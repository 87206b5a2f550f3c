"""A file of a report, piece by piece: declared, sent on from where it stopped, checked, kept."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from inti.putusan import AturanDilanggar, wajib
from inti.services.berkas import simpan_sementara, tempat_singgah
from inti.unggahan import AKHIRAN, DOCX, JPEG, PDF, PNG, XLSX, nama_aman, periksa_isi
from pelaporan.domain.berkas_laporan import MB, periksa_potongan
from pelaporan.models import BerkasLaporan, UnggahanBertahap
from pelaporan.queries.kuota import boleh_tambah
from pelaporan.services.laporan_mitra import lampirkan, terkunci, wajib_dapat_diisi

if TYPE_CHECKING:
    from inti.models import Pengguna

TIPE_BERKAS = (PDF, JPEG, PNG, DOCX, XLSX)
RUSAK = "Berkas “{}” berubah dalam perjalanan. Unggah sekali lagi."
HILANG = "Unggahan ini sudah selesai atau dibatalkan."


@transaction.atomic
def buka(
    laporan_pk: int, *, nama: str, ukuran: int, sha256: str, oleh: Pengguna
) -> UnggahanBertahap:
    """Declare a file; the same bytes declared again go on where they stopped."""
    laporan = terkunci(laporan_pk)
    wajib_dapat_diisi(laporan)
    sama = UnggahanBertahap.objects.filter(laporan=laporan, sha256=sha256, ukuran=ukuran)
    if lama := sama.first():
        return _selaraskan(lama)
    label = nama_aman(nama)
    _wajib_pantas(label, ukuran)
    if laporan.berkas.filter(putaran=0, berkas__sha256=sha256).exists():
        raise AturanDilanggar(f"Berkas “{label}” sudah diunggah.")
    wajib(boleh_tambah(laporan, ukuran))
    try:
        with transaction.atomic():
            return UnggahanBertahap.objects.create(
                laporan=laporan, nama=label, ukuran=ukuran, sha256=sha256, dibuat_oleh=oleh
            )
    except IntegrityError as error:  # another size was declared for the same hash
        raise AturanDilanggar(RUSAK.format(label)) from error


def _wajib_pantas(label: str, ukuran: int) -> None:
    if ukuran > settings.BATAS_UNGGAH:
        batas = settings.BATAS_UNGGAH // MB
        raise AturanDilanggar(f"Berkas “{label}” terlalu besar; paling besar {batas} MB.")
    akhiran = tuple(a for tipe in TIPE_BERKAS for a in AKHIRAN[tipe])
    if not label.lower().endswith(akhiran):
        raise AturanDilanggar(f"Berkas “{label}” bukan PDF, JPEG, PNG, DOCX, atau XLSX.")


def _selaraskan(unggahan: UnggahanBertahap) -> UnggahanBertahap:
    """What the row says, no more than what lies on the disk."""
    ada = unggahan.path.stat().st_size if unggahan.path.exists() else 0
    if ada < unggahan.diterima:
        UnggahanBertahap.objects.filter(pk=unggahan.pk).update(diterima=ada)
        unggahan.diterima = ada
    return unggahan


@transaction.atomic
def tambah(pk: int, *, mulai: int, potongan: bytes) -> UnggahanBertahap:
    """Write a piece behind what has arrived; a piece that is there already changes nothing.

    The answer says how much has arrived, and the sender goes on from there.
    """
    unggahan = UnggahanBertahap.objects.select_for_update(of=("self",)).filter(pk=pk).first()
    if unggahan is None:
        raise AturanDilanggar(HILANG)
    unggahan = _selaraskan(unggahan)
    if mulai != unggahan.diterima:
        return unggahan
    panjang, semula = len(potongan), unggahan.diterima
    wajib(periksa_potongan(mulai=mulai, panjang=panjang, diterima=semula, ukuran=unggahan.ukuran))
    _tulis(unggahan, mulai, potongan)
    kini = {"diterima": mulai + panjang, "diubah_pada": timezone.now()}
    if UnggahanBertahap.objects.filter(pk=pk, diterima=semula).update(**kini):
        unggahan.diterima = mulai + panjang
    return unggahan


def _tulis(unggahan: UnggahanBertahap, mulai: int, potongan: bytes) -> None:
    tempat_singgah(unggahan.kunci.hex).touch(exist_ok=True)
    with unggahan.path.open("r+b") as file:
        file.seek(mulai)
        file.write(potongan)
        file.truncate()
        file.flush()
        os.fsync(file.fileno())


def selesaikan(pk: int, *, oleh: Pengguna) -> BerkasLaporan:
    """The whole is what was declared and what its name says: it becomes a file of the draft.

    What is not is thrown away, with the reason. Read in blocks: no file is held in memory.
    """
    unggahan = UnggahanBertahap.objects.filter(pk=pk).first()
    if unggahan is None:
        raise AturanDilanggar(HILANG)
    if unggahan.diterima < unggahan.ukuran:
        raise AturanDilanggar(f"Berkas “{unggahan}” belum lengkap: baru {unggahan.persen} %.")
    try:
        tipe = _periksa(unggahan)
        return _simpan(unggahan, tipe, oleh=oleh)
    except (ValidationError, AturanDilanggar) as error:
        batalkan(pk)
        pesan = error.alasan if isinstance(error, AturanDilanggar) else error.messages[0]
        raise AturanDilanggar(pesan) from error


def _periksa(unggahan: UnggahanBertahap) -> str:
    """The type by its content, once the hash is the declared one."""
    if not unggahan.path.exists():
        raise AturanDilanggar(HILANG)
    with unggahan.path.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != unggahan.sha256:
            raise AturanDilanggar(RUSAK.format(unggahan))
        return periksa_isi(file, unggahan.nama, TIPE_BERKAS)


@transaction.atomic
def _simpan(unggahan: UnggahanBertahap, tipe: str, *, oleh: Pengguna) -> BerkasLaporan:
    laporan = terkunci(unggahan.laporan_id)
    wajib_dapat_diisi(laporan)
    if not UnggahanBertahap.objects.filter(pk=unggahan.pk).delete()[0]:
        raise AturanDilanggar(HILANG)
    berkas = simpan_sementara(unggahan.path, nama=unggahan.nama, tipe=tipe, oleh=oleh)
    return lampirkan(laporan, berkas, oleh=oleh)


def batalkan(pk: int) -> None:
    """Throw away what has arrived."""
    unggahan = UnggahanBertahap.objects.filter(pk=pk).first()
    if unggahan is not None:
        unggahan.delete()
        unggahan.path.unlink(missing_ok=True)


def sapu() -> int:
    """Nightly: what nobody went on with for a day; returns how many."""
    lama = list(UnggahanBertahap.objects.terbengkalai(timezone.now()).values_list("pk", flat=True))
    for pk in lama:
        batalkan(pk)
    return len(lama)
