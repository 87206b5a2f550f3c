"""The row of a recap that is about to be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from inti.putusan import AturanDilanggar
from pelaporan.domain.masa_rekap import baca_masa
from pelaporan.models import Rekap

if TYPE_CHECKING:
    from kerjasama.models import PerangkatDaerah
    from pelaporan.enums import JenisRekap


@transaction.atomic
def siapkan(jenis: JenisRekap, kode_masa: str, unit: PerangkatDaerah | None) -> Rekap:
    """The one recap of a kind, period and unit; its document hangs on it.

    Raises AturanDilanggar for a period that cannot be read.
    """
    if baca_masa(kode_masa) is None:
        msg = "Masa rekap tidak dikenal."
        raise AturanDilanggar(msg)
    rekap, _ = Rekap.objects.get_or_create(jenis=jenis, kode_masa=kode_masa, perangkat_daerah=unit)
    return rekap
