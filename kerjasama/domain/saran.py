"""Which names a person may have meant who typed one that nobody carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kerjasama.domain.kunci import kunci_nama

if TYPE_CHECKING:
    from collections.abc import Iterable

AWALAN_TERPENDEK, AWALAN_TERPANJANG = 3, 5
KATA_TERBANYAK = 3


def awalan(teks: str) -> list[str]:
    """How the longest words of a name begin: what a misspelt one still shares with it."""
    kata = {k for k in kunci_nama(teks).split() if len(k) >= AWALAN_TERPENDEK}
    terpanjang = sorted(kata, key=lambda k: (-len(k), k))[:KATA_TERBANYAK]
    return [k[:AWALAN_TERPANJANG] for k in terpanjang]


def paling_mirip(teks: str, nama: Iterable[str], *, terbanyak: int) -> list[str]:
    """The names that share most beginnings of words with the text, none of those without."""
    dicari = awalan(teks)
    skor = {n: sum(a in kunci_nama(n) for a in dicari) for n in nama}
    return sorted((n for n in skor if skor[n]), key=lambda n: (-skor[n], len(n), n))[:terbanyak]
