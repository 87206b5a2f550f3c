"""Walking over the XML of one sheet before a parser lays it out: how far it reaches, what it holds.

Nothing is evaluated. What could hide a cell from this walk (comments and the like) is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from kerjasama.domain.kolom import huruf_kolom
from kerjasama.services.lembar_batas import BARIS_TERBANYAK, KOLOM_TERBANYAK, periksa_ukuran

ATRIBUT = rb"((?:[^<>\"']|\"[^\"]*\"|'[^']*')*?)"
TANDA = re.compile(rb"<(?:\w+:)?(row|col|c|v|is|f|mergeCell)(?=[\s/>])" + ATRIBUT + rb"(/?)>")
BUNYI = re.compile(rb"\s*([^<]{0,500})")
PASANGAN = re.compile(rb"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
ALAMAT = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
GABUNGAN_TERBANYAK = 20_000


class Gabungan(NamedTuple):
    """Merged cells: the first row and column, and the last row."""

    awal: int
    kolom: int
    akhir: int

    def __str__(self) -> str:
        huruf = huruf_kolom(self.kolom)
        return f"{huruf}{self.awal}:{huruf}{self.akhir}"


@dataclass
class Pindaian:
    """How far the filled cells reach; formulas, errors, merged cells, what is not shown."""

    tinggi: int = 0
    lebar: int = 0
    rumus: dict[tuple[int, int], str] = field(default_factory=dict)
    galat: set[tuple[int, int]] = field(default_factory=set)
    gabungan: list[Gabungan] = field(default_factory=list)
    baris_tersembunyi: set[int] = field(default_factory=set)
    kolom_tersembunyi: list[str] = field(default_factory=list)


def pindai(xml: bytes) -> Pindaian:
    """Walk over rows and cells; a cell without address stands beside the one before it."""
    if b"<!" in xml or b"<?" in xml[5:]:
        raise ValueError(xml[:5])
    hasil, nomor, kolom, galat = Pindaian(), 0, 0, False
    for tanda in TANDA.finditer(xml):
        nama, tutup = tanda[1], tanda[3]
        if nama == b"row":
            sifat = atribut(tanda[2])
            nomor, kolom = int(sifat["r"]) if "r" in sifat else nomor + 1, 0
            _baris(hasil, nomor, sifat)
        elif nama == b"c":
            sifat = atribut(tanda[2])
            nomor, kolom = _alamat(sifat["r"]) if "r" in sifat else (nomor, kolom + 1)
            galat = sifat.get("t") == "e"
        elif nama == b"mergeCell":
            _gabung(hasil, atribut(tanda[2]).get("ref", ""))
        elif nama == b"col":
            _kolom(hasil, atribut(tanda[2]))
        elif not tutup:
            hasil.tinggi, hasil.lebar = max(hasil.tinggi, nomor), max(hasil.lebar, kolom)
            if nama == b"f":
                hasil.rumus[nomor, kolom] = _bunyi(xml, tanda.end())
            elif galat:
                hasil.galat.add((nomor, kolom))
    periksa_ukuran(hasil.tinggi, hasil.lebar)
    return hasil


def atribut(teks: bytes) -> dict[str, str]:
    """The attributes of one tag."""
    return {
        kunci.decode("utf-8", "replace"): (satu or dua).decode("utf-8", "replace")
        for kunci, satu, dua in PASANGAN.findall(teks)
    }


def benar(teks: str | None) -> bool:
    """Whether an attribute says yes."""
    return teks in {"1", "true"}


def _baris(hasil: Pindaian, nomor: int, sifat: dict[str, str]) -> None:
    if benar(sifat.get("hidden")) and len(hasil.baris_tersembunyi) <= BARIS_TERBANYAK:
        hasil.baris_tersembunyi.add(nomor)


def _kolom(hasil: Pindaian, sifat: dict[str, str]) -> None:
    """`<col min="3" max="4" hidden="1"/>`."""
    if benar(sifat.get("hidden")):
        awal, akhir = int(sifat.get("min", "1")), int(sifat.get("max", "1"))
        hasil.kolom_tersembunyi += [
            huruf_kolom(n) for n in range(awal, min(akhir, KOLOM_TERBANYAK) + 1)
        ]


def _gabung(hasil: Pindaian, rujukan: str) -> None:
    """Only what is merged downwards speaks of more than one row; a title across does not."""
    kiri, _, kanan = rujukan.partition(":")
    (awal, kolom), (akhir, _) = _alamat(kiri), _alamat(kanan or kiri)
    if akhir > awal and len(hasil.gabungan) < GABUNGAN_TERBANYAK:
        hasil.gabungan.append(Gabungan(awal, kolom, akhir))


def _alamat(teks: str) -> tuple[int, int]:
    """`AB12` → (12, 28)."""
    cocok = ALAMAT.fullmatch(teks)
    if cocok is None:
        raise ValueError(teks)
    kolom = 0
    for huruf in cocok[1]:
        kolom = kolom * 26 + ord(huruf) - 64
    return int(cocok[2]), kolom


def _bunyi(xml: bytes, mulai: int) -> str:
    cocok = BUNYI.match(xml, mulai)
    return cocok[1].decode("utf-8", "replace") if cocok else ""
