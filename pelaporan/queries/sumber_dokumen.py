"""What makes one kind of official document: see `queries.dokumen.SUMBER`, which has them all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from inti.putusan import BOLEH, Putusan

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from inti.models import Pengguna


@dataclass(frozen=True)
class Sumber:
    """Where one document comes from.

    `boleh` says whether a person may open it, `siap` what must be there before it is issued,
    `tanggal` its date, `bahan` what it prints. With `bernomor` each version takes a number of the
    letter register. `batal` says why what was issued no longer stands; empty while it does.
    `terbit` says who may issue it, of those who may open it.
    """

    model: Any
    templat: str
    boleh: Callable[[Pengguna, Any], Putusan]
    siap: Callable[[Any], Putusan]
    tanggal: Callable[[Any], date]
    bahan: Callable[[Any], dict[str, Any]]
    bernomor: bool = False
    batal: Callable[[Any], str] = lambda _: ""
    terbit: Callable[[Pengguna], Putusan] = lambda _: BOLEH
