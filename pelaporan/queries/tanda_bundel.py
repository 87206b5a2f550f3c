"""Whether the bundle of a report waits for the file that is signed elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pelaporan.domain.keaslian import periksa_unggah_tanda
from pelaporan.enums import CaraTandaTangan, StatusBundel
from pelaporan.queries.keaslian import jabatan
from pelaporan.tanda_tangan import memakai

if TYPE_CHECKING:
    from inti.putusan import Putusan
    from pelaporan.models import Bundel


def menunggu_tanda_bundel(bundel: Bundel) -> Putusan:
    """Whether its file, signed elsewhere, may be taken in now."""
    return periksa_unggah_tanda(
        dipakai=memakai(CaraTandaTangan.UNGGAH),
        siap=bundel.status == StatusBundel.SIAP,
        konsep=False,
        sudah=hasattr(bundel, "tanda_tangan"),
        berlaku=not bundel.digantikan and not bundel.dicabut,
    )


def jabatan_bundel(bundel: Bundel) -> str:
    """The seat in whose name the report is signed."""
    return jabatan(bundel.isi["laporan"])
