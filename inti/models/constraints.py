"""Shapes of check constraints that every app's models use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from collections.abc import Iterable


def dikenal(nama: str, kolom: str, pilihan: Iterable[str]) -> models.CheckConstraint:
    """`kolom` holds one of the known values."""
    return models.CheckConstraint(
        name=nama,
        condition=Q(**{f"{kolom}__in": [str(p) for p in pilihan]}),
        violation_error_message="Pilihan tidak dikenal.",
    )


def berurutan(nama: str, awal: str, akhir: str, pesan: str) -> models.CheckConstraint:
    """`akhir` is empty or not before `awal`."""
    return models.CheckConstraint(
        name=nama,
        condition=Q(**{f"{akhir}__isnull": True}) | Q(**{f"{akhir}__gte": models.F(awal)}),
        violation_error_message=pesan,
    )


def lengkap(nama: str, bila: Q, *kolom: str, pesan: str) -> models.CheckConstraint:
    """Where `bila` holds, every one of `kolom` is filled (who and when of a decision)."""
    terisi = Q()
    for satu in kolom:
        terisi &= Q(**{f"{satu}__isnull": False})
    return models.CheckConstraint(
        name=nama, condition=~bila | terisi, violation_error_message=pesan
    )
