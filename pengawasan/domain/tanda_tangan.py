"""A signature drawn on a screen: strokes of points, checked and turned into our own SVG path."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

# The pad, in its own units; a phone scales what it draws to it.
LEBAR, TINGGI = 600, 200
GORESAN_TERBANYAK, TITIK_TERBANYAK = 60, 1_200
HURUF_TERBANYAK = 16_000
# Less ink than this is a slip of the finger.
TINTA_TERSEDIKIT = 60
TAK_TERBACA = "Tanda tangan tidak terbaca. Hapus gambarnya, lalu gambar lagi."
TERLALU_RUMIT = "Tanda tangan terlalu rumit. Hapus gambarnya, lalu gambar lebih singkat."
TERLALU_PENDEK = "Tanda tangan terlalu pendek. Hapus gambarnya, lalu gambar lagi."

Goresan = list[list[int]]


class GoresanSalahError(ValueError):
    """What was sent is no signature; the message is an Indonesian sentence for the user."""


def baca_goresan(teks: str) -> Goresan:
    """Strokes from JSON: `[[x, y, x, y, …], …]`, whole numbers inside the pad.

    Raises GoresanSalahError for anything else, for too much of it, and for too little ink.
    """
    if len(teks) > HURUF_TERBANYAK:
        raise GoresanSalahError(TERLALU_RUMIT)
    try:
        isi = json.loads(teks)
    except (ValueError, RecursionError) as error:
        raise GoresanSalahError(TAK_TERBACA) from error
    if not isinstance(isi, list) or not isi or not all(_goresan(satu) for satu in isi):
        raise GoresanSalahError(TAK_TERBACA)
    if len(isi) > GORESAN_TERBANYAK or sum(map(len, isi)) > 2 * TITIK_TERBANYAK:
        raise GoresanSalahError(TERLALU_RUMIT)
    if sum(map(_panjang, isi)) < TINTA_TERSEDIKIT:
        raise GoresanSalahError(TERLALU_PENDEK)
    return isi


def jalur(goresan: Iterable[list[int]]) -> str:
    """The strokes as the `d` of an SVG path; a dot is drawn as a short line."""
    return "".join(map(_jalur, goresan))


def _goresan(nilai: Any) -> bool:
    if not isinstance(nilai, list) or not nilai or len(nilai) % 2:
        return False
    # `type` and not isinstance: true and false are numbers to Python.
    if any(type(angka) is not int for angka in nilai):
        return False
    return all(0 <= x <= LEBAR for x in nilai[::2]) and all(0 <= y <= TINGGI for y in nilai[1::2])


def _panjang(goresan: list[int]) -> int:
    titik = list(zip(goresan[::2], goresan[1::2], strict=True))
    pasangan = pairwise(titik)
    return sum(max(abs(x2 - x1), abs(y2 - y1)) for (x1, y1), (x2, y2) in pasangan)


def _jalur(goresan: list[int]) -> str:
    titik = [f"{x} {y}" for x, y in zip(goresan[::2], goresan[1::2], strict=True)]
    lanjut = "".join(f"L{satu}" for satu in titik[1:]) or "h1"
    return f"M{titik[0]}{lanjut}"
