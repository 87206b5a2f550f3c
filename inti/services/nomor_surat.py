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

if TYPE_CHECKING:
    from inti.models import Pengguna


@transaction.atomic
def ambil(*, jenis: str, perihal: str, tanggal: date, oleh: Pengguna) -> NomorSurat:
    """The next number of the year, as `kode/urut/UNIT/tahun`.

    The counter is raised in the caller's transaction: if the letter is not made after all, the
    number was never given out, so the series has no gaps. Raises AturanDilanggar when no
    classification code is valid on the date.
    """
    kode = KlasifikasiSurat.objects.berlaku_pada(tanggal).values_list("kode", flat=True).first()
    if kode is None:
        msg = "Belum ada kode klasifikasi surat yang berlaku pada tanggal surat."
        raise AturanDilanggar(msg)
    UrutanSurat.objects.get_or_create(tahun=tanggal.year)
    # The update locks the row until commit; whoever comes next waits and sees the raised value.
    UrutanSurat.objects.filter(tahun=tanggal.year).update(terakhir=F("terakhir") + 1)
    urut = UrutanSurat.objects.get(tahun=tanggal.year).terakhir
    unit = Pemerintah.objects.saat_ini().kode_unit_surat
    return NomorSurat.objects.create(
        tahun=tanggal.year,
        urut=urut,
        nomor=f"{kode}/{urut}/{unit}/{tanggal.year}",
        tanggal=tanggal,
        perihal=perihal[:250],
        jenis=jenis,
        dibuat_oleh=oleh,
    )


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
