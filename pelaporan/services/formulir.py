"""Versions of the mitra's form: drafted from the one in force, published once, never changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils import timezone

from inti import audit
from inti.formats import tanggal_indonesia
from inti.putusan import AturanDilanggar, wajib
from inti.services.kolom import KolomBerubah
from pelaporan.domain import rancangan_formulir as rancangan
from pelaporan.domain.formulir import baca
from pelaporan.enums import StatusFormulir as Status
from pelaporan.models import FormulirLaporan
from pengawasan.domain.kertas_kerja import periksa_terbit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from inti.models import Pengguna
    from pelaporan.domain.formulir import Bagian, Definisi, Isian

TERBIT = "Formulir yang sudah terbit tidak dapat diubah. Buat versi baru."
BERUBAH = (
    "Formulir ini diubah orang lain sejak halaman ini dibuka, jadi yang Anda kirim belum disimpan."
)
SAMA_HARI = "Sudah ada formulir lain yang berlaku mulai hari itu."


@transaction.atomic
def buat(*, versi: str, oleh: Pengguna) -> FormulirLaporan:
    """A draft with the fields and codes of the version in force."""
    asal = FormulirLaporan.objects.berlaku_pada(timezone.localdate())
    isi = {"definisi": asal.definisi} if asal else {}
    try:
        with transaction.atomic():
            formulir = FormulirLaporan.objects.create(versi=versi, disusun_oleh=oleh, **isi)
    except IntegrityError as error:
        raise AturanDilanggar(f"Sudah ada formulir bernama “{versi}”.") from error
    audit.catat("formulir_laporan.buat", formulir, oleh=oleh, dari=str(asal or ""))
    return formulir


def simpan_bagian(
    pk: int, nomor: int | None, bagian: Bagian, *, sidik: str, oleh: Pengguna
) -> FormulirLaporan:
    """Write one section; without a number it is a new one at the end."""
    kata = bagian.judul
    return _ubah(pk, lambda d: rancangan.dengan_bagian(d, nomor, bagian), kata, sidik, oleh=oleh)


def hapus_bagian(pk: int, nomor: int, *, sidik: str, oleh: Pengguna) -> FormulirLaporan:
    """Take a section out, with its fields."""
    kata = f"hapus bagian {nomor + 1}"
    return _ubah(pk, lambda d: rancangan.tanpa_bagian(d, nomor), kata, sidik, oleh=oleh)


def naikkan_bagian(pk: int, nomor: int, *, sidik: str, oleh: Pengguna) -> FormulirLaporan:
    """Move a section up by one."""
    kata = f"naikkan bagian {nomor + 1}"
    return _ubah(pk, lambda d: rancangan.naik(d, nomor), kata, sidik, oleh=oleh)


def simpan_kolom(
    pk: int, kode: str, kolom: Sequence[Isian], *, sidik: str, oleh: Pengguna
) -> FormulirLaporan:
    """Write the columns of one table."""

    def dengan(definisi: Definisi) -> Definisi:
        wajib(rancangan.periksa_tabel(definisi, kode))
        return rancangan.dengan_kolom(definisi, kode, kolom)

    return _ubah(pk, dengan, f"kolom {kode}", sidik, oleh=oleh)


@transaction.atomic
def _ubah(
    pk: int, dengan: Callable[[Definisi], Definisi], kata: str, sidik: str, *, oleh: Pengguna
) -> FormulirLaporan:
    """A draft as the page saw it, changed; who changed it meanwhile is not overwritten."""
    formulir = _draf(pk)
    if formulir.sidik != sidik:
        raise KolomBerubah(BERUBAH)
    formulir.definisi = rancangan.tulis(dengan(baca(formulir.definisi)))
    formulir.save(update_fields=["definisi"])
    audit.catat("formulir_laporan.ubah", formulir, oleh=oleh, bagian=kata, sidik=formulir.sidik)
    return formulir


@transaction.atomic
def terbitkan(
    pk: int,
    *,
    nomor_keputusan: str,
    tanggal_keputusan: date,
    tentang: str,
    berlaku_mulai: date,
    oleh: Pengguna,
) -> FormulirLaporan:
    """Publish: reports begun from that day on use it; those begun before keep theirs.

    Raises AturanDilanggar when the form is not complete, the day has passed or is taken.
    """
    formulir = _draf(pk)
    dasar = f"Keputusan Nomor {nomor_keputusan} tanggal {tanggal_indonesia(tanggal_keputusan)}"
    dasar = f"{dasar} tentang {tentang}"[:250]
    terbit = FormulirLaporan.objects.filter(status=Status.TERBIT)
    wajib(rancangan.periksa(baca(formulir.definisi)))
    wajib(
        periksa_terbit(
            dasar=dasar,
            berlaku_mulai=berlaku_mulai,
            dipakai=[t for t in terbit.values_list("berlaku_mulai", flat=True) if t],
            hari_ini=timezone.localdate(),
            apa="formulir",
        )
    )
    kolom = {
        "dasar": dasar,
        "nomor_keputusan": nomor_keputusan,
        "tanggal_keputusan": tanggal_keputusan,
        "berlaku_mulai": berlaku_mulai,
        "diterbitkan_oleh": oleh,
        "diterbitkan_pada": timezone.now(),
    }
    draf = FormulirLaporan.objects.filter(pk=pk, status=Status.DRAF)
    try:
        with transaction.atomic():
            tertulis = draf.update(status=Status.TERBIT, **kolom)
    except IntegrityError as error:
        raise AturanDilanggar(SAMA_HARI) from error
    if not tertulis:
        raise AturanDilanggar(TERBIT)
    formulir.refresh_from_db()
    audit.catat(
        "formulir_laporan.terbitkan",
        formulir,
        oleh=oleh,
        dasar=dasar,
        berlaku_mulai=berlaku_mulai,
        sidik=formulir.sidik,
    )
    return formulir


@transaction.atomic
def hapus(pk: int, *, oleh: Pengguna) -> None:
    """Throw a draft away; nothing hangs on it."""
    formulir = _draf(pk)
    audit.catat("formulir_laporan.hapus", formulir, oleh=oleh, versi=formulir.versi)
    formulir.delete()


def _draf(pk: int) -> FormulirLaporan:
    formulir = FormulirLaporan.objects.select_for_update(of=("self",)).get(pk=pk)
    if formulir.status != Status.DRAF:
        raise AturanDilanggar(TERBIT)
    return formulir
