"""Independent checks that count, not trust."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS

from inti.enums import KerusakanBerkas
from inti.models import Berkas, BerkasRusak, JejakAudit
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
    semua = JejakAudit.objects.using(basis_data).berantai()
    return telusuri(semua.iterator(), kepala)


def cacat_tercatat() -> Iterator[str]:
    """Every file that is noted as missing, changed or unreadable, in words; nothing is read."""
    for rusak in BerkasRusak.objects.select_related("berkas").order_by("berkas").iterator():
        yield sebutan_cacat(rusak.berkas, KerusakanBerkas(rusak.keadaan))


def sebutan_cacat(berkas: Berkas, keadaan: KerusakanBerkas) -> str:
    """In words."""
    return f"berkas {berkas.pk} ({berkas.nama}): {keadaan.label.lower()}"


def berkas_tanpa_baris() -> Iterator[str]:
    """Every file that belongs to no row, in words."""
    dikenal = set(Berkas.objects.values_list("sha256", flat=True))
    for path in sorted(Path(settings.BERKAS_DIR).glob("??/*")):
        if path.name not in dikenal:
            yield f"{path.name}: berkas tanpa baris"
