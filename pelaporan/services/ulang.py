"""Trying again what failed for good."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction

from inti import audit
from inti.enums import StatusKirim
from inti.models.klaim import ANTRE
from inti.putusan import AturanDilanggar
from pelaporan.queries.pekerjaan import (
    berkas_lengkap_gagal,
    bundel_gagal,
    dokumen_gagal,
    permintaan_sandi_gagal,
    surel_akun_gagal,
    surel_gagal,
    webhook_gagal,
)

if TYPE_CHECKING:
    from inti.models import Pengguna

_PEKERJAAN = {
    "status": ANTRE,
    "percobaan": 0,
    "persen": 0,
    "langkah": "Menunggu giliran",
    "kesalahan": "",
}
_KIRIMAN = {
    "status": StatusKirim.ANTRE,
    "percobaan": 0,
    "tunda_sampai": None,
    "kesalahan": "",
}
# What was part of a digest goes into the next one.
_SUREL = _KIRIMAN | {"ringkasan": None}
ULANG: dict[str, tuple[Any, dict[str, Any]]] = {
    "bundel": (bundel_gagal, _PEKERJAAN),
    "dokumen": (dokumen_gagal, _PEKERJAAN),
    "berkas-lengkap": (berkas_lengkap_gagal, _PEKERJAAN),
    "surel": (surel_gagal, _SUREL),
    "webhook": (webhook_gagal, _KIRIMAN),
    "surel-akun": (surel_akun_gagal, _KIRIMAN),
    "permintaan-sandi": (permintaan_sandi_gagal, _KIRIMAN),
}


@transaction.atomic
def ulangi(kunci: str, pk: int, *, oleh: Pengguna) -> None:
    """Back in the queue, with all its attempts.

    Raises AturanDilanggar when it no longer waits for that: somebody else did it, or a newer one
    has taken its place.
    """
    gagal, kolom = ULANG[kunci]
    satu = gagal().filter(pk=pk).first()
    try:
        with transaction.atomic():
            tertulis = satu and type(satu).objects.filter(pk=pk, status=satu.status).update(**kolom)
    except IntegrityError:
        tertulis = 0
    if not tertulis:
        raise AturanDilanggar("Pekerjaan ini sudah diulang atau sudah diganti yang lebih baru.")
    audit.catat(f"{satu._meta.model_name}.ulangi", satu, oleh=oleh)
