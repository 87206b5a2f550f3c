"""Folding of numbers and names, so that twins collide: Unicode dashes, Cyrillic letters, spaces."""

from __future__ import annotations

import hashlib
import re
import unicodedata

# Letters of other scripts, dashes and strokes that look like ours (after casefolding, so that a
# capital Н, which looks like H, stands here as н).
SERUPA = str.maketrans(
    "авеёкмнорстухіјѕԁһӏѵԛԝҽαβεζηικμνορτυχϲϳı‐‑‒–—―−⁃﹘⁄∕╱⧸",
    "abeekmhopctyxijsdhlvqweabezhikmnoptyxcji---------////",
)
KATA_NOMOR = re.compile(r"^(nomor|no)\b\.?\s*:?\s*(?=\S*\d)", re.IGNORECASE)
# Titles before a name, as they are written with and without points.
GELAR = re.compile(
    r"(prof|dr|drs|dra|drg|drh|ir|h|hj|kh|ust|apt|ns|r|rr|tn|ny|sdr|sdri|bapak|ibu|bpk)\.?"
    r"|(prof|dr|drs|dra|ir|h|hj)\.(prof|dr|drs|dra|ir|h|hj)\.?"
)
BADAN_USAHA = re.compile(r"\b(pt|cv|tbk|persero|perseroda|ud)\b\.?")


def lipat(teks: str) -> str:
    """NFKC, casefold, look-alikes, no invisible characters, single spaces."""
    if teks.isascii() and teks.isprintable():  # most are: none of their letters has a double
        return " ".join(teks.lower().split())
    teks = unicodedata.normalize("NFKC", teks).casefold().translate(SERUPA)
    teks = "".join(
        " " if c.isspace() else c for c in teks if unicodedata.category(c)[0] != "C" or c.isspace()
    )
    return " ".join(teks.split())


def kunci_nomor(nomor: str) -> str:
    """The unique key of a number: folded, without spaces, without a leading `Nomor`."""
    teks = re.sub(r"^(nomor|no\.?)\s*:?\s*", "", lipat(nomor))
    teks = teks.replace(" ", "")
    return "" if teks.strip("-.") in {"", "dokumen"} else teks[:120]


def tanpa_kata_nomor(nomor: str) -> str:
    """The number as it is written, without the word before it: sentences say `nomor` themselves."""
    return KATA_NOMOR.sub("", nomor.strip())


def kunci_nama(nama: str) -> str:
    """The unique key of a partner's name: folded, without form of business and punctuation."""
    teks = re.sub(r"[.,()\"']", " ", lipat(nama))
    tanpa = BADAN_USAHA.sub(" ", teks)
    return " ".join((tanpa if tanpa.strip() else teks).split())[:250]


def kunci_orang(nama: str) -> str:
    """The name of a person to be compared: folded, without titles before and after it.

    `Dr. Ir. H. Budi Santoso, M.Si.` and `BUDI  SANTOSO` are the same person; initials stay.
    """
    depan = lipat(nama).partition(",")[0]
    kata = [k for k in depan.split() if not GELAR.fullmatch(k)]
    return " ".join(kata or depan.split()).replace(".", "").strip()


def kunci_baris(*bagian: str) -> str:
    """The natural key of a row of a list: 64 hexadecimal digits."""
    return hashlib.sha256("\x1f".join(lipat(b) for b in bagian).encode()).hexdigest()
