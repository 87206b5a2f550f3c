"""What makes a naskah one's own: a unit, a mitra, an assignment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kerjasama.models.penugasan_naskah import PenugasanNaskah
from kerjasama.models.pihak import NaskahPerangkatDaerah, ParaPihak

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from inti.models import Pengguna

    Kunci = Iterable[int] | QuerySet[Any, Any]


def baris_milik(
    pengguna: Pengguna, *, unit: Kunci, mitra: Kunci
) -> tuple[QuerySet[Any], QuerySet[Any], QuerySet[Any]]:
    """The rows, each with its `naskah`, of these units, of these mitra, and of the person."""
    return (
        NaskahPerangkatDaerah.objects.filter(perangkat_daerah__in=unit),
        ParaPihak.objects.filter(mitra__in=mitra),
        PenugasanNaskah.objects.aktif().filter(pengguna=pengguna),
    )
