"""Rows as they go into the database: a tuple a row, in the order of the columns of its table."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from django.db.models import Model


class Tabel:
    """A table as it is filled: columns that each row gives, and those that are always the same.

    What is named neither among `kolom` nor in `tetap` has the default of its field. Raises
    ValueError for a column without one, or one that the table does not have.
    """

    def __init__(self, model: type[Model], *kolom: str, **tetap: Any) -> None:
        bidang = {f.attname: f for f in model._meta.concrete_fields}
        if asing := {*kolom, *tetap} - bidang.keys():
            msg = f"{model._meta.label} tidak mempunyai kolom {', '.join(sorted(asing))}"
            raise ValueError(msg)
        self.model = model
        sisa = [n for n in bidang if n not in kolom and (n in tetap or n != "id")]
        self.kolom = tuple(bidang[n].column for n in (*kolom, *sisa))
        self._sisa = tuple(tetap[n] if n in tetap else _bawaan(bidang[n]) for n in sisa)

    @property
    def nama(self) -> str:
        """As the database calls it."""
        return str(self.model._meta.db_table)

    def baris(self, nilai: Iterable[Any]) -> tuple[Any, ...]:
        """One row, in the order of `kolom`."""
        return (*nilai, *self._sisa)


def _bawaan(bidang: Any) -> Any:
    if getattr(bidang, "auto_now", False) or getattr(bidang, "auto_now_add", False):
        msg = f"{bidang} diisi oleh Django; sebutkan nilainya"
        raise ValueError(msg)
    return bidang.get_default()


@dataclass(frozen=True)
class Orang:
    """Who acts, as the trail names them."""

    pk: int | None
    nama: str
    sebagai: str = ""


@dataclass(frozen=True)
class Jejak:
    """One line of the trail, not yet linked to the one before."""

    aksi: str
    objek: type[Model]
    pk: int
    nama: str
    waktu: datetime
    oleh: Orang
    perubahan: dict[str, Any]


@dataclass
class Kumpulan:
    """A batch: whole histories of so many naskah, the rows of each table together."""

    naskah: int = 0
    baris: dict[Tabel, list[tuple[Any, ...]]] = field(default_factory=lambda: defaultdict(list))
    jejak: list[Jejak] = field(default_factory=list)
    kata: set[str] = field(default_factory=set)
    # The last number given out in each year.
    surat: dict[int, int] = field(default_factory=dict)

    def tambah(self, tabel: Tabel, *nilai: Any) -> None:
        """One row more."""
        self.baris[tabel].append(tabel.baris(nilai))

    @property
    def banyak(self) -> int:
        """How many rows of all tables, the trail included."""
        return sum(map(len, self.baris.values())) + len(self.jejak)
