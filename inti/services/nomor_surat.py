"""Giving out letter numbers without gaps, under any number of writers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from inti import audit
from inti.models import KlasifikasiSurat, NomorSurat, Pemerintah, UrutanSurat
from inti.putusan import AturanDilanggar
from inti.services.sekali import pakai_kunci

if TYPE_CHECKING:
    from uuid import UUID

    from inti.models import Pengguna


@transaction.atomic
def ambil(
    *,
    jenis: str,
    perihal: str,
    tanggal: date,
    oleh: Pengguna,
    di_luar: bool = False,
    tujuan: str = "",
) -> NomorSurat:
    """The next number of the year, as `kode/urut/UNIT/tahun`.

    The counter is raised in the caller's transaction: if the letter is not made after all, the
    number was never given out, so the series has no gaps. The code is that of the kind of letter
    (`jenis`) on the date. `di_luar` marks a letter made outside of the application. Raises
    AturanDilanggar when no classification code is valid on the date.
    """
    klasifikasi = KlasifikasiSurat.objects.untuk(jenis, tanggal)
    if klasifikasi is None:
        msg = (
            "Belum ada kode klasifikasi surat yang berlaku pada tanggal surat. "
            "Tambahkan pada Register surat, Kode klasifikasi."
        )
        raise AturanDilanggar(msg)
    UrutanSurat.objects.get_or_create(tahun=tanggal.year)
    # The update locks the row until commit; whoever comes next waits and sees the raised value.
    UrutanSurat.objects.filter(tahun=tanggal.year).update(terakhir=F("terakhir") + 1)
    urut = UrutanSurat.objects.get(tahun=tanggal.year).terakhir
    unit = Pemerintah.objects.saat_ini().kode_unit_surat
    return NomorSurat.objects.create(
        tahun=tanggal.year,
        urut=urut,
        nomor=f"{klasifikasi.kode}/{urut}/{unit}/{tanggal.year}",
        tanggal=tanggal,
        perihal=perihal[:250],
        jenis=jenis,
        di_luar_sistem=di_luar,
        tujuan=tujuan,
        dibuat_oleh=oleh,
    )


@transaction.atomic
def pesan(
    *,
    jenis: str,
    perihal: str,
    tujuan: str,
    tanggal: date,
    oleh: Pengguna,
    kunci: UUID | None = None,
) -> NomorSurat:
    """Reserve the next number by hand, for a letter made outside of the application.

    Raises AturanDilanggar for a date to come or of a year whose register is closed.
    """
    pakai_kunci(kunci, oleh=oleh)
    hari_ini = timezone.localdate()
    if tanggal > hari_ini:
        msg = "Tanggal surat tidak boleh di masa depan."
        raise AturanDilanggar(msg)
    if tanggal.year != hari_ini.year:
        msg = f"Register tahun {tanggal.year} sudah ditutup; pakai tanggal tahun {hari_ini.year}."
        raise AturanDilanggar(msg)
    nomor = ambil(
        jenis=jenis, perihal=perihal, tanggal=tanggal, oleh=oleh, di_luar=True, tujuan=tujuan
    )
    audit.catat("nomor_surat.pesan", nomor, oleh=oleh, jenis=jenis, tujuan=tujuan)
    return nomor


@transaction.atomic
def batalkan(pk: int, *, alasan: str, oleh: Pengguna) -> None:
    """Cancel a number; it stays in the register with its reason."""
    if not alasan.strip():
        msg = "Pembatalan nomor wajib disertai alasan."
        raise AturanDilanggar(msg)
    aktif = NomorSurat.objects.filter(pk=pk, dibatalkan_pada=None)
    if not aktif.update(dibatalkan_pada=timezone.now(), alasan_batal=alasan):
        msg = "Nomor surat ini sudah dibatalkan."
        raise AturanDilanggar(msg)
    audit.catat("nomor_surat.batalkan", NomorSurat.objects.get(pk=pk), oleh=oleh, alasan=alasan)
