"""Whether the audit trail is whole: the chain, and heads of it that were kept elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from inti.models.jejak import PANGKAL

if TYPE_CHECKING:
    from collections.abc import Iterable

POLA = re.compile(r"\b(\d+) ([0-9a-f]{64})\b")


class Baris(Protocol):
    """What is read of a line."""

    pk: int
    sebelumnya: str
    hash: str

    def hitung_hash(self) -> str:
        """Over what the line says."""


@dataclass(frozen=True)
class Kepala:
    """How many lines there were, and the hash of the last."""

    jumlah: int
    hash: str

    def __str__(self) -> str:
        return f"{self.jumlah} {self.hash}"


def baca_kepala(teks: str) -> list[Kepala]:
    """Every head in a text: a message, a whole mailbox, or the bare words."""
    return [Kepala(int(jumlah), sidik) for jumlah, sidik in POLA.findall(teks)]


def telusuri(semua: Iterable[Baris], kepala: Iterable[Kepala] = ()) -> tuple[str, Kepala]:
    """The first bad line in words (empty when whole), and the head as it was read.

    A chain that was cut short or written anew from some line on is whole in itself; only heads
    that were kept outside tell.
    """
    harap: dict[int, set[str]] = {}
    for satu in kepala:
        harap.setdefault(satu.jumlah, set()).add(satu.hash)
    kini = Kepala(0, PANGKAL)
    cocok = 0
    for baris in semua:
        if baris.sebelumnya != kini.hash:
            return f"baris {baris.pk}: tidak menyambung ke baris sebelumnya", kini
        if baris.hash != baris.hitung_hash():
            return f"baris {baris.pk}: isi tidak sesuai dengan hash", kini
        kini = Kepala(kini.jumlah + 1, baris.hash)
        if harap.get(kini.jumlah, {kini.hash}) != {kini.hash}:
            return _beda(baris.pk, kini.jumlah, cocok), kini
        if kini.jumlah in harap:
            cocok = kini.jumlah
    if (terakhir := max(harap, default=0)) > kini.jumlah:
        return f"jejak berakhir pada baris ke-{kini.jumlah}; menurut kepala ada {terakhir}", kini
    return "", kini


def _beda(pk: int, ke: int, cocok: int) -> str:
    return (
        f"baris {pk} (ke-{ke}): bukan kepala yang diberikan; jejak ditulis ulang di antara baris "
        f"ke-{cocok + 1} dan ke-{ke}"
    )
