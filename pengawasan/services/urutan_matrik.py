"""Rows of the matrix change places: numbers stay whole, nobody's order is overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F

from inti import audit
from inti.putusan import AturanDilanggar, wajib
from pengawasan.models import BarisMatrik, Matrik
from pengawasan.queries.matrik import urut_baris
from pengawasan.services.matrik import geser, terbuka

if TYPE_CHECKING:
    from inti.models import Pengguna


class UrutanBerubah(AturanDilanggar):
    """Someone else moved or removed a row meanwhile."""

    def __init__(self) -> None:
        super().__init__(
            "Urutan baris baru saja diubah orang lain, jadi baris ini belum dipindahkan. "
            "Urutan terkini ditampilkan; pindahkan lagi bila masih perlu."
        )


@transaction.atomic
def pindahkan(kegiatan_pk: int, *, baris_pk: int, ke: int, versi: int, oleh: Pengguna) -> Matrik:
    """Put a row at number `ke`; those between move up. `versi` is the order's on the page.

    A row that stands there already leaves everything as it is.
    """
    kegiatan = terbuka(kegiatan_pk)
    matrik = Matrik.objects.filter(kegiatan=kegiatan, versi_urutan=versi).first()
    if matrik is None:
        raise UrutanBerubah
    wajib(urut_baris(kegiatan_pk))
    baris = BarisMatrik.objects.filter(pk=baris_pk, matrik=matrik).first()
    if baris is None:
        raise UrutanBerubah
    dari, ke = baris.urutan, max(1, min(ke, matrik.baris.count()))
    if dari == ke:
        return matrik
    naik = Matrik.objects.filter(pk=matrik.pk, versi_urutan=versi)
    if not naik.update(versi_urutan=F("versi_urutan") + 1):
        raise UrutanBerubah
    matrik.refresh_from_db()
    BarisMatrik.objects.filter(pk=baris_pk).update(urutan=0)
    if dari < ke:
        geser(matrik, dari + 1, ke, oleh_satu=-1)
    else:
        geser(matrik, ke, dari - 1, oleh_satu=1)
    BarisMatrik.objects.filter(pk=baris_pk).update(urutan=ke)
    audit.catat(
        "matrik.pindahkan", kegiatan, oleh=oleh, baris_pk=baris_pk, nilai={"nomor": [dari, ke]}
    )
    return matrik
