"""What is searched for, and where it stands in a text. Pure: no database.

A word is searched by its beginning, a figure as it stands; words that were written together
(`134.4/7`) must stand together, and all that was asked for must be found.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from kerjasama.domain.kunci import lipat

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ISTILAH_TERBANYAK = 8
KATA_TERPANJANG = 40
# A shorter word has too many neighbours to guess which one was meant.
KATA_DITEBAK = 4
LEBAR_CUPLIKAN = 220
_ISTILAH = re.compile(r'"([^"]+)"|(\S+)')
_KATA = re.compile(r"\w+")


@dataclass(frozen=True)
class Istilah:
    """One thing asked for: words in a row, the last by its beginning, or another word.

    `lengkap` tells that `ejaan` names every word which begins so: no other need be looked for.
    """

    kata: tuple[str, ...]
    ejaan: tuple[str, ...] = ()
    lengkap: bool = False

    @property
    def berawalan(self) -> bool:
        """Whether the last word may go on; a figure may not."""
        return self.kata[-1].isalpha()

    @property
    def dapat_ditebak(self) -> bool:
        """Whether a misspelling can be told: one word, long enough, no number."""
        return len(self.kata) == 1 and layak_ditebak(self.kata[0])


@dataclass(frozen=True)
class Potongan:
    """A piece of text, marked where it was asked for."""

    teks: str
    ditandai: bool = False


def kata(teks: str) -> list[str]:
    """The words of a text, folded: without case, accents and marks."""
    urai = unicodedata.normalize("NFKD", lipat(teks))
    if not urai.isascii():
        tanpa_tanda = (c for c in urai if not unicodedata.category(c).startswith("M"))
        urai = unicodedata.normalize("NFC", "".join(tanpa_tanda))
    bersih = "".join(c if c.isalnum() else " " for c in urai)
    return [k[:KATA_TERPANJANG] for k in bersih.split()]


def layak_ditebak(satu: str) -> bool:
    """Long enough, and no number."""
    return len(satu) >= KATA_DITEBAK and satu.isalpha()


def baca_kueri(teks: str) -> tuple[Istilah, ...]:
    """What a person typed; quotes hold words together."""
    istilah = (Istilah(tuple(kata(kutip or lepas))) for kutip, lepas in _ISTILAH.findall(teks))
    return tuple(dict.fromkeys(i for i in istilah if i.kata))[:ISTILAH_TERBANYAK]


def dengan_ejaan(istilah: Istilah, ejaan: Iterable[str]) -> Istilah:
    """The same with every word that begins so, or that was meant instead."""
    lain = tuple(e for e in ejaan if e != istilah.kata[0])
    return replace(istilah, ejaan=lain, lengkap=True)


def sebagai_tsquery(kueri: Sequence[Istilah]) -> str:
    """For PostgreSQL's to_tsquery; words are letters and figures only."""

    def satu(i: Istilah) -> str:
        akhir = ":*" if i.berawalan and not i.lengkap else ""
        frasa = " <-> ".join(f"'{k}'" for k in i.kata) + akhir
        return "(" + " | ".join([f"({frasa})", *(f"'{e}'" for e in i.ejaan)]) + ")"

    return " & ".join(satu(i) for i in kueri)


def sebagai_fts5(kueri: Sequence[Istilah]) -> str:
    """For SQLite's MATCH."""

    def satu(i: Istilah) -> str:
        akhir = " *" if i.berawalan and not i.lengkap else ""
        frasa = '"' + " ".join(i.kata) + f'"{akhir}'
        return "(" + " OR ".join([frasa, *(f'"{e}"' for e in i.ejaan)]) + ")"

    return " AND ".join(satu(i) for i in kueri)


def sorot(teks: str, kueri: Sequence[Istilah], *, lebar: int = 0) -> tuple[Potongan, ...]:
    """The text in pieces, marked where it answers; empty when it does not.

    With `lebar` only that much around the first place.
    """
    tempat = _tempat(teks, kueri)
    if not tempat:
        return ()
    awal, akhir = _jendela(teks, tempat[0][0], lebar)
    hasil = [Potongan("… ")] if awal else []
    di = awal
    for mulai, selesai in tempat:
        if mulai < di or selesai > akhir:
            continue
        hasil += [Potongan(teks[di:mulai]), Potongan(teks[mulai:selesai], ditandai=True)]
        di = selesai
    hasil.append(Potongan(teks[di:akhir]))
    if akhir < len(teks):
        hasil.append(Potongan(" …"))
    return tuple(p for p in hasil if p.teks)


def _tempat(teks: str, kueri: Sequence[Istilah]) -> list[tuple[int, int]]:
    """Beginning and end of every word that answers, in order."""
    letak = [(c.span(), k) for c in _KATA.finditer(teks) for k in _lipat_kata(c.group())]
    semua = [k for _, k in letak]
    kena: set[tuple[int, int]] = set()
    for istilah in kueri:
        panjang = len(istilah.kata)
        for ke, satu in enumerate(semua):
            if satu in istilah.ejaan:
                kena.add(letak[ke][0])
            elif _menjawab(semua[ke : ke + panjang], istilah):
                kena.update(span for span, _ in letak[ke : ke + panjang])
    return sorted(kena)


def _menjawab(deret: Sequence[str], istilah: Istilah) -> bool:
    """Word for word the same, the last one by its beginning."""
    if tuple(deret) == istilah.kata:
        return True
    return (
        istilah.berawalan
        and len(deret) == len(istilah.kata)
        and deret[-1].startswith(istilah.kata[-1])
        and tuple(deret[:-1]) == istilah.kata[:-1]
    )


@lru_cache(maxsize=20_000)
def _lipat_kata(satu: str) -> tuple[str, ...]:
    """A long text says the same words over and over."""
    return tuple(kata(satu))


def _jendela(teks: str, di: int, lebar: int) -> tuple[int, int]:
    """Where an excerpt begins and ends: at spaces, the place a third in."""
    if not lebar or len(teks) <= lebar:
        return 0, len(teks)
    awal = max(0, di - lebar // 3)
    if awal:
        awal = teks.find(" ", awal, di) + 1 or awal
    akhir = min(len(teks), awal + lebar)
    if akhir < len(teks):
        akhir = max(teks.rfind(" ", di + 1, akhir), 0) or akhir
    return awal, akhir
