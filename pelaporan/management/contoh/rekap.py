"""Recaps of the demo data, to be printed with the other documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kerjasama.models import PerangkatDaerah
from pelaporan.domain.masa_rekap import sehari, semester_dari
from pelaporan.enums import JenisRekap
from pelaporan.services import rekap

if TYPE_CHECKING:
    from datetime import date


def siapkan(hari_ini: date) -> None:
    """Of this semester: the report of the first unit that has a naskah; the status of today."""
    if unit := PerangkatDaerah.objects.exclude(naskah=None).order_by("pk").first():
        rekap.siapkan(JenisRekap.SEMESTER, semester_dari(hari_ini).kode, unit)
    rekap.siapkan(JenisRekap.MONEV, sehari(hari_ini).kode, None)
