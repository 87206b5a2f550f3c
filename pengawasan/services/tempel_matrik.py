"""Rows from a sheet, once somebody confirmed them: all of them or none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid5

from django.db import transaction

from inti import audit
from inti.putusan import AturanDilanggar
from pengawasan.models import BarisMatrik, Rekomendasi
from pengawasan.models.matrik import SEL
from pengawasan.services import rantai
from pengawasan.services.matrik import buka_matrik, terbuka

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from inti.models import Pengguna


@transaction.atomic
def tempel(
    kegiatan_pk: int, *, kunci: UUID, baris: Sequence[dict[str, Any]], oleh: Pengguna
) -> int:
    """Append the rows (dicts of isi and rekomendasi); the same `kunci` again adds nothing.

    Returns how many rows the block has. A constant few statements, whatever its size.
    """
    kegiatan = terbuka(kegiatan_pk)
    nama = [uuid5(kunci, str(ke)) for ke in range(len(baris))]
    if BarisMatrik.objects.filter(kunci__in=nama[:1]).exists():
        return len(baris)
    _periksa_panjang(baris)
    matrik, terakhir = buka_matrik(kegiatan, tambahan=len(baris), oleh=oleh)
    dibuat = BarisMatrik.objects.bulk_create(
        BarisMatrik(matrik=matrik, urutan=terakhir + 1 + ke, kunci=nama[ke], **satu["isi"])
        for ke, satu in enumerate(baris)
    )
    Rekomendasi.objects.bulk_create(
        Rekomendasi(baris=milik, **saran)
        for milik, satu in zip(dibuat, baris, strict=True)
        for saran in satu["rekomendasi"]
    )
    rantai.catat_saran(dibuat, oleh=oleh)
    isi = [{k: str(v) for k, v in satu["isi"].items() if v} for satu in baris]
    audit.catat(
        "matrik.tempel",
        kegiatan,
        oleh=oleh,
        nomor=[terakhir + 1, terakhir + len(baris)],
        isi=[
            satu | {"rekomendasi": [[s["jenis"], s["uraian"]] for s in asal["rekomendasi"]]}
            for satu, asal in zip(isi, baris, strict=True)
        ],
    )
    return len(baris)


def _periksa_panjang(baris: Sequence[dict[str, Any]]) -> None:
    """A note that was added for an unknown unit may have made a cell too long."""
    for ke, satu in enumerate(baris, start=1):
        if any(isinstance(teks, str) and len(teks) > SEL for teks in satu["isi"].values()):
            msg = f"Sel pada baris {ke} melebihi {SEL} karakter; pecah isinya lebih dahulu."
            raise AturanDilanggar(msg)
