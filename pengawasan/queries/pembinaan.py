"""One activity as its reader may see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pengawasan.models.pembinaan import unit_terlihat

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from inti.models import Pengguna
    from pengawasan.models import Pembinaan, PembinaanPerangkatDaerah, PesertaPembinaan


def keikutsertaan(pembinaan: Pembinaan, pengguna: Pengguna) -> list[PembinaanPerangkatDaerah]:
    """The units that took part, as far as the reader may know of them."""
    semua = pembinaan.keikutsertaan.select_related("perangkat_daerah")
    return list(semua.filter(perangkat_daerah__in=unit_terlihat(pengguna)))


def peserta(pembinaan: Pembinaan, pengguna: Pengguna) -> QuerySet[PesertaPembinaan]:
    """The people whose names the reader may know."""
    semua: QuerySet[PesertaPembinaan] = pembinaan.peserta.terlihat_oleh(pengguna)
    return semua.select_related("perangkat_daerah")
