"""Independent checks that count, not trust."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS

from inti.models import Berkas, JejakAudit
from inti.rantai import Kepala, telusuri

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def jejak_rusak(basis_data: str = DEFAULT_DB_ALIAS, kepala: Iterable[Kepala] = ()) -> str:
    """The first broken line of the audit trail, in words; empty when the chain is whole."""
    return periksa_jejak(kepala, basis_data)[0]


def periksa_jejak(
    kepala: Iterable[Kepala] = (), basis_data: str = DEFAULT_DB_ALIAS
) -> tuple[str, Kepala]:
    """The same against heads that were kept elsewhere, and the head of today."""
    semua = JejakAudit.objects.using(basis_data).order_by("pk")
    return telusuri(semua.iterator(), kepala)


def berkas_rusak() -> Iterator[str]:
    """Every file that is missing, changed or belongs to no row, in words."""
    dikenal = set()
    for berkas in Berkas.objects.order_by("pk").iterator():
        dikenal.add(berkas.sha256)
        sidik = berkas.sidik()
        if not sidik:
            yield f"berkas {berkas.pk} ({berkas.nama}): isi hilang"
        elif sidik != berkas.sha256:
            yield f"berkas {berkas.pk} ({berkas.nama}): isi berubah"
    for path in sorted(Path(settings.BERKAS_DIR).glob("??/*")):
        if path.name not in dikenal:
            yield f"{path.name}: berkas tanpa baris"
