"""Recording partners."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction

from inti import audit
from inti.putusan import AturanDilanggar
from inti.services.sekali import pakai_kunci
from kerjasama.domain.kunci import kunci_nama
from kerjasama.models import Mitra

if TYPE_CHECKING:
    from uuid import UUID

    from inti.models import Pengguna


@transaction.atomic
def catat(data: dict[str, Any], *, oleh: Pengguna, kunci: UUID | None = None) -> Mitra:
    """A new partner. Raises AturanDilanggar when its name, folded, is already there."""
    pakai_kunci(kunci, oleh=oleh)
    mitra = Mitra(**data, kunci=kunci_nama(data["nama"]))
    _simpan(mitra)
    audit.catat("mitra.catat", mitra, oleh=oleh, jenis=mitra.jenis)
    return mitra


@transaction.atomic
def ubah(pk: int, data: dict[str, Any], *, oleh: Pengguna) -> Mitra:
    """Change a partner; the trail holds what was and what is."""
    mitra = Mitra.objects.select_for_update().get(pk=pk)
    beda = {n: [getattr(mitra, n), v] for n, v in data.items() if getattr(mitra, n) != v}
    if not beda:
        return mitra
    for nama, nilai in data.items():
        setattr(mitra, nama, nilai)
    mitra.kunci = kunci_nama(mitra.nama)
    _simpan(mitra)
    audit.catat("mitra.ubah", mitra, oleh=oleh, nilai=beda)
    return mitra


def cari_atau_catat(nama: str, jenis: str, *, oleh: Pengguna) -> Mitra:
    """The partner of that name (folded), recorded if it is new."""
    ada = Mitra.objects.filter(kunci=kunci_nama(nama)).first()
    return ada or catat({"nama": nama, "jenis": jenis}, oleh=oleh)


def _simpan(mitra: Mitra) -> None:
    try:
        with transaction.atomic():
            mitra.save()
    except IntegrityError as error:
        kembar = Mitra.objects.filter(kunci=mitra.kunci).exclude(pk=mitra.pk).first()
        raise AturanDilanggar(
            f"Mitra ini sudah tercatat sebagai {kembar}. Pakai yang sudah ada, atau perbaiki "
            "namanya."
        ) from error
