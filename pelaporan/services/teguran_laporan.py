"""Warning a mitra whose report is late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from inti.formats import tanggal_indonesia
from inti.putusan import AturanDilanggar
from pelaporan.models import KewajibanLaporan
from pengawasan.enums import DasarTeguran
from pengawasan.services import teguran

if TYPE_CHECKING:
    from inti.models import Pengguna
    from pengawasan.models import Teguran


def buka(pk: int, *, oleh: Pengguna) -> Teguran:
    """A case on one duty; raises AturanDilanggar while it is not late."""
    kewajiban = KewajibanLaporan.objects.select_related("naskah", "mitra").get(pk=pk)
    terlambat = KewajibanLaporan.objects.terlambat_pada(timezone.localdate())
    if not terlambat.filter(pk=pk).exists():
        raise AturanDilanggar("Laporan ini belum lewat batasnya.")
    return teguran.buka(
        kewajiban.naskah,
        kewajiban.mitra,
        DasarTeguran.LAPORAN,
        uraian=f"{kewajiban.sebutan} belum disampaikan; batasnya "
        f"{tanggal_indonesia(kewajiban.batas)} (Pasal 9 ayat (1)).",
        acuan=kewajiban.pk,
        oleh=oleh,
    )
