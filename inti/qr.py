"""QR codes as the path of an SVG of our own, or as a picture: no markup comes from elsewhere."""

from __future__ import annotations

import io
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import segno
from PIL import Image

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


def png_qr(teks: str, *, tepi: int = TEPI, titik: int = 2) -> bytes:
    """The same as a PNG, `titik` pixels to a square: a document draws it once for all its pages."""
    kotak = list(segno.make(teks, error="m", micro=False).matrix_iter(border=tepi))
    gambar = Image.new("L", (len(kotak), len(kotak)))
    gambar.putdata([0 if gelap else 255 for baris in kotak for gelap in baris])
    sisi = len(kotak) * titik
    keluaran = io.BytesIO()
    gambar.resize((sisi, sisi), Image.Resampling.NEAREST).save(keluaran, "png", optimize=True)
    return keluaran.getvalue()


def _jalur(kotak: Iterable[Iterable[int]]) -> Iterator[str]:
    """Each run of dark squares in a row is one rectangle."""
    for y, baris in enumerate(kotak):
        x = 0
        for gelap, deret in groupby(baris):
            lebar = len(list(deret))
            if gelap:
                yield f"M{x} {y}h{lebar}v1h-{lebar}z"
            x += lebar
