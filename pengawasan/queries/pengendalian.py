"""The log of control as the screens need it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from inti.models import Pengguna
    from kerjasama.models import Naskah, PerangkatDaerah


def unit_penulis(pengguna: Pengguna, naskah: Naskah) -> QuerySet[PerangkatDaerah]:
    """The units of the naskah that the person is of today."""
    milik = pengguna.keanggotaan.aktif().exclude(perangkat_daerah=None)
    unit: QuerySet[PerangkatDaerah] = naskah.perangkat_daerah.filter(
        pk__in=milik.values("perangkat_daerah")
    )
    return unit
