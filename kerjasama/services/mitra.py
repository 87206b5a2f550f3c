"""Recording partners."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction

from inti import audit
from inti.putusan import AturanDilanggar
from inti.services.sekali import pakai_kunci
from kerjasama.domain.kunci import kunci_nama
from kerjasama.models import Mitra, NamaMitra
from kerjasama.services import baris_nama

if TYPE_CHECKING:
    from uuid import UUID

    from inti.models import Pengguna


@transaction.atomic
def catat(data: dict[str, Any], *, oleh: Pengguna, kunci: UUID | None = None) -> Mitra:
    """A new partner. Raises AturanDilanggar when its name, folded, is already there."""
    pakai_kunci(kunci, oleh=oleh)
    mitra = Mitra(**data)
    simpan(mitra)
    baris_nama.kini(mitra)
    audit.catat("mitra.catat", mitra, oleh=oleh, jenis=mitra.jenis)
    return mitra


def buka(pk: int) -> Mitra:
    """The row, held until the end of the transaction. Raises AturanDilanggar when it was merged."""
    mitra = Mitra.objects.select_for_update(of=("self",)).get(pk=pk)
    if mitra.digabung_ke_id:
        raise AturanDilanggar(f"{mitra} sudah digabung ke mitra lain. Pakai mitra itu.")
    return mitra


@transaction.atomic
def ubah(pk: int, data: dict[str, Any], *, oleh: Pengguna) -> Mitra:
    """Change a partner; the trail holds what was and what is."""
    mitra = buka(pk)
    beda = {n: [getattr(mitra, n), v] for n, v in data.items() if getattr(mitra, n) != v}
    if not beda:
        return mitra
    for nama, nilai in data.items():
        setattr(mitra, nama, nilai)
    simpan(mitra)
    if "nama" in beda:
        baris_nama.betulkan(mitra)
    audit.catat("mitra.ubah", mitra, oleh=oleh, nilai=beda)
    return mitra


def cari_atau_catat(nama: str, jenis: str, *, oleh: Pengguna) -> Mitra:
    """The partner of that name (folded), a former one included; recorded if it is new."""
    kunci = kunci_nama(nama)
    ada = Mitra.objects.filter(kunci=kunci).first() or pemilik_nama(kunci)
    return ada or catat({"nama": nama, "jenis": jenis}, oleh=oleh)


def pemilik_nama(kunci: str) -> Mitra | None:
    """Who carries or carried the name, or had it from a merged twin."""
    nama = NamaMitra.objects.filter(kunci=kunci, mitra__digabung_ke=None)
    baris = nama.select_related("mitra").order_by("pk").first()
    return baris.mitra if baris else None


def wajib_bebas(kunci: str, *, milik: int | None) -> None:
    """Raises AturanDilanggar when another partner carries or carried the name."""
    nama = NamaMitra.objects.filter(kunci=kunci, mitra__digabung_ke=None).exclude(mitra=milik)
    if baris := nama.select_related("mitra").order_by("pk").first():
        raise AturanDilanggar(
            f"{baris.nama} tercatat sebagai nama {baris.mitra}. Pakai mitra itu, atau bedakan "
            "namanya."
        )


def simpan(mitra: Mitra) -> None:
    """Write with the key of its name; a name that is taken is refused with who has it."""
    mitra.kunci = kunci_nama(mitra.nama)
    try:
        with transaction.atomic():
            mitra.save()
    except IntegrityError as error:
        kembar = Mitra.objects.filter(kunci=mitra.kunci).exclude(pk=mitra.pk).first()
        raise AturanDilanggar(
            f"Mitra ini sudah tercatat sebagai {kembar}. Pakai yang sudah ada, atau perbaiki "
            "namanya."
        ) from error
    wajib_bebas(mitra.kunci, milik=mitra.pk)
