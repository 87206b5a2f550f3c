"""How much a mitra's reports hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import Sum

from inti.models import Berkas
from pelaporan.domain.berkas_laporan import periksa_tambah
from pelaporan.models import BerkasLaporan, UnggahanBertahap

if TYPE_CHECKING:
    from inti.putusan import Putusan
    from pelaporan.models import LaporanMitra


def terpakai(mitra_pk: int) -> int:
    """Bytes of all files of the mitra's reports, and of those that are on their way."""
    milik = BerkasLaporan.objects.filter(laporan__kewajiban__mitra=mitra_pk).values("berkas")
    jalan = UnggahanBertahap.objects.filter(laporan__kewajiban__mitra=mitra_pk)
    tersimpan = Berkas.objects.filter(pk__in=milik).aggregate(n=Sum("ukuran"))["n"] or 0
    return int(tersimpan + (jalan.aggregate(n=Sum("ukuran"))["n"] or 0))


def boleh_tambah(laporan: LaporanMitra, ukuran: int) -> Putusan:
    """Whether the draft takes one more file of this size, besides those on their way."""
    jalan = UnggahanBertahap.objects.filter(laporan=laporan)
    jumlah = laporan.berkas.filter(putaran=0).count() + jalan.count()
    return periksa_tambah(
        jumlah=jumlah,
        terpakai=terpakai(laporan.kewajiban.mitra_id),
        ukuran=ukuran,
        kuota=settings.KUOTA_MITRA,
    )
