"""Recording units."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.utils.text import slugify

from inti import audit
from inti.putusan import AturanDilanggar
from inti.services.kolom import isi_kolom
from inti.services.sekali import pakai_kunci
from kerjasama.models import PerangkatDaerah
from kerjasama.services import baris_nama

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from inti.models import Pengguna


@transaction.atomic
def catat(data: dict[str, Any], *, oleh: Pengguna, kunci: UUID | None = None) -> PerangkatDaerah:
    """A new unit; its code comes from its name."""
    pakai_kunci(kunci, oleh=oleh)
    unit = PerangkatDaerah(**data, kode=_kode(data["nama"]))
    simpan(unit)
    baris_nama.kini(unit)
    audit.catat("perangkat_daerah.catat", unit, oleh=oleh)
    return unit


@transaction.atomic
def ubah(
    pk: int, data: dict[str, Any], *, oleh: Pengguna, asal: Mapping[str, str] | None = None
) -> PerangkatDaerah:
    """Change a unit; the trail holds what was and what is."""
    unit = PerangkatDaerah.objects.select_for_update().get(pk=pk)
    beda = isi_kolom(unit, data, asal=asal)
    if not beda:
        return unit
    simpan(unit)
    if "nama" in beda:
        baris_nama.betulkan(unit)
    audit.catat("perangkat_daerah.ubah", unit, oleh=oleh, nilai=beda)
    return unit


def _kode(nama: str) -> str:
    """The name as a code; numbered where another long name begins with the same letters."""
    utuh = slugify(nama)
    kode = utuh[:60]
    if len(utuh) <= 60:
        return kode
    serupa = PerangkatDaerah.objects.filter(kode__startswith=utuh[:56]).exclude(nama__iexact=nama)
    jumlah = serupa.count()
    return f"{utuh[:56]}-{jumlah + 1}" if jumlah else kode


def simpan(unit: PerangkatDaerah) -> None:
    """Write; a name that is taken is refused."""
    try:
        with transaction.atomic():
            unit.save()
    except IntegrityError as error:
        raise AturanDilanggar(
            "Perangkat daerah dengan nama yang sama sudah tercatat. Pakai yang sudah ada, atau "
            "perbaiki namanya."
        ) from error
