"""Two records of one mitra: when they may become one, and which look alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from inti.putusan import BOLEH, Putusan, tolak

if TYPE_CHECKING:
    from collections.abc import Iterator

PENDEK = 6  # Below so many letters one letter more or less makes another name.
SEKERANJANG = 20  # More names than this in one basket are a family of names, not twins.


def periksa_gabung(
    *, sama: bool, asal_tergabung: bool, tujuan_tergabung: bool, penghalang: Sequence[str] = ()
) -> Putusan:
    """Whether the one may be merged into the other."""
    if sama:
        return tolak("Mitra tidak dapat digabung dengan dirinya sendiri. Pilih mitra lain.")
    if asal_tergabung:
        return tolak("Mitra ini sudah digabung.")
    if tujuan_tergabung:
        return tolak("Mitra tujuan sudah digabung ke mitra lain. Pilih mitra yang terakhir itu.")
    if penghalang:
        return tolak(f"Belum dapat digabung. {' '.join(penghalang)}")
    return BOLEH


def pasangan_mirip(kunci: Mapping[int, str]) -> list[tuple[int, int]]:
    """Pairs whose folded names have the same words, or differ by one letter; smaller key first.

    Names that differ in a figure are different on purpose (SD Negeri 1, SD Negeri 2). The cost
    grows with the letters written, not with the pairs.
    """
    keranjang: dict[str, list[int]] = defaultdict(list)
    for pk, nama in sorted(kunci.items()):
        for jejak in set(_jejak(nama)):
            keranjang[jejak].append(pk)
    pasangan = {
        satu
        for isi in keranjang.values()
        if 1 < len(isi) <= SEKERANJANG
        for satu in combinations(isi, 2)
        if _angka(kunci[satu[0]]) == _angka(kunci[satu[1]])
    }
    return sorted(pasangan)


def _jejak(nama: str) -> Iterator[str]:
    """What twins share: the words in order, and the letters with any one of them left out."""
    if nama:
        yield " ".join(sorted(nama.split()))
    rapat = "".join(c for c in nama if c.isalnum())
    if len(rapat) >= PENDEK:
        yield rapat
        yield from (rapat[:i] + rapat[i + 1 :] for i in range(len(rapat)))


def _angka(nama: str) -> list[str]:
    return [c for c in nama if c.isdigit()]
