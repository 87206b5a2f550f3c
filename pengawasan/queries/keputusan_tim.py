"""The decree that sets the team as the screens need it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from pengawasan.models import Pembinaan, SuratTugas

if TYPE_CHECKING:
    from pengawasan.models import KeputusanTim


@dataclass(frozen=True)
class DalamMasa:
    """How many acts are dated within the period of one decree."""

    pembinaan: int
    surat_tugas: int


def dalam_masa(keputusan: KeputusanTim) -> DalamMasa:
    """What was done under it; cancelled pembinaan counts, for its record stays."""
    return DalamMasa(
        pembinaan=Pembinaan.objects.filter(_masa("tanggal_mulai", keputusan)).count(),
        surat_tugas=SuratTugas.objects.filter(_masa("tanggal", keputusan)).count(),
    )


def _masa(kolom: str, keputusan: KeputusanTim) -> Q:
    sejak = Q(**{f"{kolom}__gte": keputusan.mulai})
    akhir = keputusan.akhir
    return sejak if akhir is None else sejak & Q(**{f"{kolom}__lte": akhir})
