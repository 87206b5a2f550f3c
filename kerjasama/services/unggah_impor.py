"""Receiving a list: kept as it came, its columns named by a person, then read into rows."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction

from inti import audit
from inti.putusan import AturanDilanggar, wajib
from inti.services.berkas import simpan
from inti.unggahan import XLSX
from kerjasama.domain.baris_impor import Bawaan
from kerjasama.domain.impor import periksa_pemetaan, periksa_petakan
from kerjasama.domain.kolom import kenali
from kerjasama.enums import PekerjaanImpor, StatusBarisImpor, StatusImpor
from kerjasama.models import Impor
from kerjasama.queries.pemetaan import sidik_judul
from kerjasama.services import antrean_impor
from kerjasama.services.contoh_lembar import contoh_lembar, lembar_utama
from kerjasama.services.lembar import Tata, baca_lembar

if TYPE_CHECKING:
    from inti.models import Pengguna

CSV = "text/csv"


def unggah(nama: str, isi: bytes, *, oleh: Pengguna | None) -> tuple[Impor, bool]:
    """Keep a file until its columns are named; False when the same bytes are here already.

    A list that was undone begins anew. Raises AturanDilanggar when the file cannot be read;
    nothing is written then.
    """
    sha256 = hashlib.sha256(isi).hexdigest()
    if ada := _sudah(sha256):
        return ada, False
    daftar = contoh_lembar(nama, isi)
    lembar = lembar_utama(daftar)
    try:
        return _simpan(nama, isi, sha256, daftar, lembar, oleh=oleh)
    except IntegrityError:  # the same file at the same moment
        return Impor.objects.get(sha256=sha256, lembar=lembar), False


def _sudah(sha256: str) -> Impor | None:
    """The same bytes, unless everything that came of them was undone."""
    hidup = Impor.objects.filter(sha256=sha256).exclude(status=StatusImpor.DIBATALKAN)
    return hidup.order_by("pk").first()


@transaction.atomic
def _simpan(
    nama: str,
    isi: bytes,
    sha256: str,
    daftar: list[dict[str, Any]],
    lembar: int,
    *,
    oleh: Pengguna | None,
) -> tuple[Impor, bool]:
    """The list anew, unless somebody was faster."""
    ada = Impor.objects.select_for_update().filter(sha256=sha256, lembar=lembar).first()
    if ada and ada.status != StatusImpor.DIBATALKAN:
        return ada, False
    tipe = XLSX if isi.startswith(b"PK") else CSV
    impor = ada or Impor(sha256=sha256, lembar=lembar)
    impor.nama, impor.daftar_lembar = nama[:120], daftar
    impor.berkas = simpan(isi, nama=nama, tipe=tipe, oleh=oleh)
    return _mulai(impor, oleh=oleh), True


def _mulai(impor: Impor, *, oleh: Pengguna | None) -> Impor:
    """From the beginning: the columns are to be named, no row is read."""
    impor.baris_judul = impor.daftar_lembar[impor.lembar]["usul_judul"]
    impor.pemetaan, impor.bawaan, impor.dibuat_oleh = [], {}, oleh
    impor.status, impor.langkah, impor.alasan_tahan = StatusImpor.PEMETAAN, "", ""
    impor.save()
    impor.baris.all().delete()
    audit.catat("impor.unggah", impor, oleh=oleh, sha256=impor.sha256, lembar=impor.lembar)
    return impor


@transaction.atomic
def buka_lembar(impor_pk: int, lembar: int, *, oleh: Pengguna) -> Impor:
    """Bring in another sheet of the same file; the one that is here already, if it is."""
    asal = Impor.objects.get(pk=impor_pk)
    if lembar >= len(asal.daftar_lembar):
        raise AturanDilanggar("Lembar itu tidak ada pada berkas ini. Muat ulang halaman.")
    sama = Impor.objects.select_for_update(of=("self",)).filter(sha256=asal.sha256, lembar=lembar)
    ada = sama.first()
    if ada and ada.status != StatusImpor.DIBATALKAN:
        return ada
    impor = ada or Impor(sha256=asal.sha256, lembar=lembar)
    impor.nama, impor.berkas, impor.daftar_lembar = asal.nama, asal.berkas, asal.daftar_lembar
    try:
        with transaction.atomic():
            return _mulai(impor, oleh=oleh)
    except IntegrityError:  # the same sheet at the same moment
        return Impor.objects.get(sha256=asal.sha256, lembar=lembar)


def petakan(impor_pk: int, tata: Tata, *, oleh: Pengguna | None) -> bool:
    """Name the columns; a short list is read at once (True), a long one by the worker.

    Raises AturanDilanggar when the list cannot be read so; it then waits for other columns.
    """
    banyak = _antrekan(impor_pk, tata, oleh=oleh)
    if 0 < banyak <= antrean_impor.SEGERA:
        baca_sekarang(impor_pk)
    return Impor.objects.get(pk=impor_pk).status != StatusImpor.DIBACA


def baca_sekarang(impor_pk: int) -> None:
    """Read a list in this process. Raises AturanDilanggar when it cannot be read."""
    antrean_impor.kerjakan(impor_pk)
    impor = Impor.objects.get(pk=impor_pk)
    if impor.status == StatusImpor.PEMETAAN:
        raise AturanDilanggar(impor.langkah)


@transaction.atomic
def _antrekan(impor_pk: int, tata: Tata, *, oleh: Pengguna | None) -> int:
    """Write down how the list is to be read, and that it is to be read.

    Returns how long it may be; 0 when it was asked for already.
    """
    impor = Impor.objects.select_for_update(of=("self",)).get(pk=impor_pk)
    if _diminta(impor, tata):
        return 0
    putus = (StatusBarisImpor.DITERIMA, StatusBarisImpor.DITOLAK)
    diputuskan = impor.baris.filter(status__in=putus).count()
    wajib(periksa_petakan(StatusImpor(impor.status), impor.pekerjaan, diputuskan=diputuskan))
    wajib(periksa_pemetaan(tata.kolom))
    if tata.lembar >= len(impor.daftar_lembar):
        raise AturanDilanggar("Lembar yang dipilih tidak ada pada berkas ini.")
    lembar = impor.daftar_lembar[tata.lembar]
    bebas = Impor.objects.filter(pk=impor_pk, status=impor.status, pekerjaan="")
    _tulis_tata(bebas, tata, lembar, oleh=oleh)
    impor.baris.all().delete()
    audit.catat(
        "impor.petakan", impor, oleh=oleh, kolom=tata.kolom, lembar=tata.lembar,
        bawaan=asdict(tata.bawaan),
    )  # fmt: skip
    return int(lembar["tinggi"])


def _diminta(impor: Impor, tata: Tata) -> bool:
    """Asked for already, in just this way: a second click changes nothing."""
    bawaan = Bawaan(**impor.bawaan)
    sama = Tata(impor.lembar, impor.baris_judul, impor.pemetaan, bawaan) == tata
    return sama and impor.status not in {StatusImpor.PEMETAAN, StatusImpor.DIBATALKAN}


def _tulis_tata(bebas: Any, tata: Tata, lembar: dict[str, Any], *, oleh: Pengguna | None) -> None:
    judul = lembar["contoh"][tata.baris_judul - 1] if tata.baris_judul else []
    try:
        with transaction.atomic():
            tertulis = bebas.update(
                lembar=tata.lembar,
                baris_judul=tata.baris_judul,
                pemetaan=tata.kolom,
                bawaan=asdict(tata.bawaan),
                judul_kolom=judul,
                sidik_judul=sidik_judul(judul),
                status=StatusImpor.DIBACA,
                pekerjaan=PekerjaanImpor.BACA,
                pekerjaan_oleh=oleh,
                persen=0,
                langkah="Menunggu giliran",
                percobaan=0,
                diambil_pada=None,
            )
    except IntegrityError as error:
        kata = f"Lembar “{lembar['nama']}” dari berkas ini sudah dibawa masuk."
        raise AturanDilanggar(kata) from error
    if not tertulis:
        raise AturanDilanggar("Impor ini baru saja berubah. Muat ulang halaman.")


def bawa_masuk(nama: str, isi: bytes, *, oleh: Pengguna | None) -> tuple[Impor, bool]:
    """Stage a file whose headings say enough, without asking; False when it was staged before.

    Raises AturanDilanggar when the file cannot be read or its headings are not known; nothing is
    written then.
    """
    ada = _sudah(hashlib.sha256(isi).hexdigest())
    if ada and ada.status != StatusImpor.PEMETAAN:
        return ada, False
    judul = baca_lembar(nama, isi).judul_kolom
    impor, _ = unggah(nama, isi, oleh=oleh)
    if impor.status != StatusImpor.PEMETAAN:
        return impor, False
    tata = Tata(impor.lembar, impor.baris_judul, kenali(judul))
    baru = _antrekan_sekali(impor, tata, oleh=oleh)
    if baru:
        baca_sekarang(impor.pk)
    impor.refresh_from_db()
    return impor, baru


def _antrekan_sekali(impor: Impor, tata: Tata, *, oleh: Pengguna | None) -> bool:
    """False when somebody else has begun to read the list at the same moment."""
    try:
        return _antrekan(impor.pk, tata, oleh=oleh) > 0
    except AturanDilanggar:
        impor.refresh_from_db()
        if impor.status == StatusImpor.PEMETAAN:
            raise
        return False
