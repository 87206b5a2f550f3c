"""Correcting the columns of a row: only what differs, and both values for the trail."""

from __future__ import annotations

import hashlib
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db.models import Model

from inti.putusan import AturanDilanggar
from inti.teks import rapikan

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

BERUBAH = "Data ini diubah orang lain sejak halaman ini dibuka, jadi isian Anda belum disimpan."


class KolomBerubah(AturanDilanggar):
    """Someone else changed the row since its page was opened."""

    def __init__(self, alasan: str = BERUBAH) -> None:
        super().__init__(alasan)


def isi_kolom(
    objek: Model, data: Mapping[str, Any], *, asal: Mapping[str, str] | None = None
) -> dict[str, list[Any]]:
    """Set the columns that differ, without saving; what was and what is, by name.

    `asal` is what the page showed of these columns, see periksa_asal.
    """
    periksa_asal(objek, data, asal)
    baru = {n: v for n, v in data.items() if getattr(objek, n) != v}
    beda = {n: [teks_kolom(getattr(objek, n)), teks_kolom(v)] for n, v in baru.items()}
    for nama, nilai in baru.items():
        setattr(objek, nama, nilai)
    return beda


def periksa_asal(objek: Model, nama: Iterable[str], asal: Mapping[str, str] | None) -> None:
    """Raises KolomBerubah where another value is stored by now than the page showed.

    `asal` are the digests of these columns as they were shown; None where there was no page.
    """
    if asal is not None and asal != ringkas(nilai_kolom(objek, nama)):
        raise KolomBerubah


def teks_kolom(nilai: Any) -> Any:
    """A value as the trail keeps it: a row by its name."""
    return str(nilai) if isinstance(nilai, Model) else nilai


def nilai_kolom(objek: Model, nama: Iterable[str]) -> dict[str, Any]:
    """What is stored in these columns; of a relation the key."""
    bidang: Any = objek._meta
    return {n: bidang.get_field(n).value_from_object(objek) for n in nama}


def ringkas(nilai: Mapping[str, Any]) -> dict[str, str]:
    """A digest of each value, the same for what is stored and for what a form gives back."""
    return {n: hashlib.sha256(mentah(v).encode()).hexdigest()[:10] for n, v in nilai.items()}


def mentah(nilai: Any) -> str:
    """A value as the browser sends it."""
    if nilai is None:
        return ""
    if isinstance(nilai, Model):
        return str(nilai.pk)
    if isinstance(nilai, date):
        return nilai.isoformat()
    if isinstance(nilai, Decimal):
        # However many decimals were typed.
        return f"{nilai.normalize():f}"
    return rapikan(str(nilai)).strip()
