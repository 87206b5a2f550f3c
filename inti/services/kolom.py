"""Correcting the columns of a row: only what differs, and both values for the trail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Model

if TYPE_CHECKING:
    from collections.abc import Mapping


def isi_kolom(objek: Model, data: Mapping[str, Any]) -> dict[str, list[Any]]:
    """Set the columns that differ, without saving; what was and what is, by name."""
    baru = {n: v for n, v in data.items() if getattr(objek, n) != v}
    beda = {n: [teks_kolom(getattr(objek, n)), teks_kolom(v)] for n, v in baru.items()}
    for nama, nilai in baru.items():
        setattr(objek, nama, nilai)
    return beda


def teks_kolom(nilai: Any) -> Any:
    """A value as the trail keeps it: a row by its name."""
    return str(nilai) if isinstance(nilai, Model) else nilai
