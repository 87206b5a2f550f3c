"""QR codes as the path of an SVG of our own: no markup comes from elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import segno

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Modules of white that a reader needs around the code.
TEPI = 4


@dataclass(frozen=True)
class Qr:
    """`sisi` is the width and height of the view box, `jalur` the `d` of the dark squares."""

    sisi: int
    jalur: str


def kode_qr(teks: str, *, tepi: int = TEPI) -> Qr:
    """The code of a text, readable with a tenth of it covered.

    `tepi` may be less where paper around it stays white.
    """
    kotak = list(segno.make(teks, error="m", micro=False).matrix_iter(border=tepi))
    return Qr(len(kotak), "".join(_jalur(kotak)))


def _jalur(kotak: Iterable[Iterable[int]]) -> Iterator[str]:
    """Each run of dark squares in a row is one rectangle."""
    for y, baris in enumerate(kotak):
        x = 0
        for gelap, deret in groupby(baris):
            lebar = len(list(deret))
            if gelap:
                yield f"M{x} {y}h{lebar}v1h-{lebar}z"
            x += lebar
