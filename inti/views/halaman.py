"""Lists that are read page after page by key."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.views.generic.list import MultipleObjectMixin

from inti.halaman import Urutan, halaman

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.db.models import QuerySet


class HalamanKunciMixin(MultipleObjectMixin):
    """For a ListView: `urutan` are the orders that `?urut=` may name, `-` turns one round.

    `daftar()` gives the rows; they are put in order here, for the pages and for a file alike.
    """

    urutan: Mapping[str, Urutan]
    urutan_awal: str

    def daftar(self) -> QuerySet[Any]:
        """The rows that this reader may know of."""
        raise NotImplementedError

    def batas_hitung(self) -> int | None:
        """How far the rows are counted for this reader; None: as far as everywhere."""
        return None

    def sekaligus(self) -> bool:
        """Whether this reader has so few rows that they are put in order without an index."""
        return False

    def nama_urutan_awal(self) -> str:
        """The order when none is asked for."""
        return self.urutan_awal

    def urutan_dipakai(self) -> Urutan:
        """The order that is asked for, if it is one of the list's own."""
        for nama in (self.request.GET.get("urut", ""), self.nama_urutan_awal()):
            if urutan := self.urutan.get(nama.removeprefix("-")):
                return replace(urutan, turun=nama.startswith("-"))
        msg = f"{type(self).__name__}.urutan_awal is not one of its orders"
        raise ValueError(msg)

    def get_queryset(self) -> QuerySet[Any]:
        """In order."""
        return self.urutan_dipakai().terurut(self.daftar())

    def paginate_queryset(self, queryset: Any, page_size: int) -> tuple[Any, Any, Any, bool]:
        """As ListView wants it; there is no paginator, because nothing knows the last page."""
        params = self.request.GET
        satu = halaman(
            queryset,
            self.urutan_dipakai(),
            banyak=page_size,
            setelah=params.get("setelah", ""),
            sebelum=params.get("sebelum", ""),
            batas=self.batas_hitung(),
            sekaligus=self.sekaligus(),
        )
        return None, satu, satu.object_list, satu.has_other_pages()
