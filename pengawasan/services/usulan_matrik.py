"""A proposed row becomes a draft row, because somebody asked for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction

from inti.putusan import AturanDilanggar
from pengawasan.models import BarisMatrik
from pengawasan.services.matrik import buka_matrik, catat_baru, periksa_unit, terbuka

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inti.models import Pengguna


@transaction.atomic
def pakai(
    kegiatan_pk: int,
    *,
    asal: dict[str, int],
    data: dict[str, Any],
    rekomendasi: Sequence[dict[str, Any]],
    oleh: Pengguna,
) -> BarisMatrik:
    """Make the row; `asal` names the one thing it comes from. Nothing is used twice."""
    kegiatan = terbuka(kegiatan_pk)
    if data.get("perangkat_daerah"):
        periksa_unit(kegiatan, data)
    matrik, terakhir = buka_matrik(kegiatan, tambahan=1, oleh=oleh)
    try:
        with transaction.atomic():
            baris = BarisMatrik.objects.create(matrik=matrik, urutan=terakhir + 1, **asal, **data)
    except IntegrityError as error:
        msg = "Usulan ini sudah menjadi baris matrik."
        raise AturanDilanggar(msg) from error
    catat_baru("matrik.pakai_usulan", kegiatan, baris, data, rekomendasi, oleh=oleh, asal=asal)
    return baris
