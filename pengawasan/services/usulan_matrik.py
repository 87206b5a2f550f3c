"""A proposed row becomes a draft row, because somebody asked for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction

from inti import audit
from inti.putusan import AturanDilanggar
from pengawasan.models import BarisMatrik, Rekomendasi
from pengawasan.services.matrik import buka_matrik, periksa_unit, terbuka

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
    saran = [{k: v for k, v in satu.items() if k != "pk"} for satu in rekomendasi]
    Rekomendasi.objects.bulk_create([Rekomendasi(baris=baris, **satu) for satu in saran])
    nilai = {nama: ["", str(isi or "")] for nama, isi in data.items()}
    audit.catat(
        "matrik.pakai_usulan",
        kegiatan,
        oleh=oleh,
        baris=baris.urutan,
        baris_pk=baris.pk,
        versi=baris.versi,
        asal=asal,
        nilai=nilai,
    )
    return baris
