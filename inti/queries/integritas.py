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

    Cacat = tuple[Berkas, KerusakanBerkas]


def jejak_rusak(basis_data: str = DEFAULT_DB_ALIAS, kepala: Iterable[Kepala] = ()) -> str:
    """The first broken line of the audit trail, in words; empty when the chain is whole."""
    return periksa_jejak(kepala, basis_data)[0]


def periksa_jejak(
    kepala: Iterable[Kepala] = (), basis_data: str = DEFAULT_DB_ALIAS
) -> tuple[str, Kepala]:
    """The same against heads that were kept elsewhere, and the head of today."""
    semua = JejakAudit.objects.using(basis_data).berantai()
    return telusuri(semua.iterator(), kepala)


def berkas_cacat() -> Iterator[Cacat]:
    """Every row whose bytes are not those that were received; shared bytes are read once."""
    sebelum, cacat = "", None
    for berkas in Berkas.objects.order_by("sha256", "pk").iterator():
        if berkas.sha256 != sebelum:
            sebelum, cacat = berkas.sha256, berkas.kerusakan()
        if cacat:
            yield berkas, cacat


def cacat_tercatat() -> Iterator[Cacat]:
    """The same as they were last noted, nothing read."""
    for rusak in BerkasRusak.objects.select_related("berkas").order_by("berkas").iterator():
        yield rusak.berkas, KerusakanBerkas(rusak.keadaan)


def sebutan_cacat(cacat: Iterable[Cacat]) -> Iterator[str]:
    """Each in words."""
    for berkas, keadaan in cacat:
        yield f"berkas {berkas.pk} ({berkas.nama}): {keadaan.label.lower()}"


def berkas_rusak(cacat: Iterable[Cacat] | None = None) -> Iterator[str]:
    """Every file that is missing, changed or belongs to no row, in words.

    `cacat` is what was found of them, where they were read already.
    """
    yield from sebutan_cacat(berkas_cacat() if cacat is None else cacat)
    dikenal = set(Berkas.objects.values_list("sha256", flat=True))
    for path in sorted(Path(settings.BERKAS_DIR).glob("??/*")):
        if path.name not in dikenal:
            yield f"{path.name}: berkas tanpa baris"
