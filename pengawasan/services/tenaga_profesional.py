"""Keeping the list of tenaga profesional; letters that named one keep what they said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction

from inti import audit
from inti.putusan import AturanDilanggar
from inti.services.kolom import isi_kolom
from inti.services.sekali import pakai_kunci
from pengawasan.models import TenagaProfesional

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from inti.models import Pengguna

SUDAH = "Orang ini sudah tercatat pada instansi tersebut."


@transaction.atomic
def catat(
    data: Mapping[str, Any], *, oleh: Pengguna, kunci: UUID | None = None
) -> TenagaProfesional:
    """One person on the list; `data` are columns of TenagaProfesional."""
    pakai_kunci(kunci, oleh=oleh)
    tenaga = TenagaProfesional(**data, dicatat_oleh=oleh)
    _simpan(tenaga)
    audit.catat("tenaga_profesional.catat", tenaga, oleh=oleh, keahlian=tenaga.keahlian)
    return tenaga


@transaction.atomic
def ubah(
    pk: int, data: Mapping[str, Any], *, oleh: Pengguna, asal: Mapping[str, str] | None = None
) -> TenagaProfesional:
    """Correct one, or take them out of the choice."""
    tenaga = TenagaProfesional.objects.select_for_update(of=("self",)).get(pk=pk)
    beda = isi_kolom(tenaga, data, asal=asal)
    if not beda:
        return tenaga
    _simpan(tenaga)
    audit.catat("tenaga_profesional.ubah", tenaga, oleh=oleh, nilai=beda)
    return tenaga


def _simpan(tenaga: TenagaProfesional) -> None:
    try:
        with transaction.atomic():
            tenaga.save()
    except IntegrityError as error:
        raise AturanDilanggar(SUDAH) from error
