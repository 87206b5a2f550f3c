"""Plain text as people may give it. Pure: no Django."""

from __future__ import annotations

import re
import unicodedata

# Marks that turn the direction of what follows: a text could show something else than it says.
PEMBALIK_ARAH = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Twenty accents on one letter are no language, and cost the PDF renderer minutes.
_TUMPUKAN = re.compile(
    r"([\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]{4})[\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]+"
)
# Letters without a shape: fillers of Hangul, and the empty cell of Braille.
_TAK_BERBENTUK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_SPASI_KERAS = re.compile(r"[\u00a0\u2007\u202f]+")


def rapikan(teks: str) -> str:
    """NFC, one kind of newline, without control characters, piled accents and hard spaces."""
    teks = unicodedata.normalize("NFC", teks.replace("\r\n", "\n").replace("\r", "\n"))
    teks = _TUMPUKAN.sub(r"\1", _SPASI_KERAS.sub(" ", teks))
    return "".join(c for c in teks if _wajar(c))


def terlihat(teks: str) -> bool:
    """Whether there is anything to be read in it."""
    return any(unicodedata.category(c)[0] not in "CMZ" and c not in _TAK_BERBENTUK for c in teks)


def ringkas(teks: str, terpanjang: int) -> str:
    """On one line and no longer than that: cut between words, which three dots tell."""
    satu = " ".join(teks.split())
    if len(satu) <= terpanjang:
        return satu
    potongan = satu[: terpanjang - 1]
    utuh = potongan if satu[terpanjang - 1] == " " else potongan.rpartition(" ")[0]
    return f"{(utuh or potongan).rstrip(' ,;:–-')}…"


def _wajar(c: str) -> bool:
    return c in "\n\t" or (unicodedata.category(c) not in ("Cc", "Cs") and c not in PEMBALIK_ARAH)
