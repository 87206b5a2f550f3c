"""The shapes a date takes in old lists: patterns, names of months, numbers in words."""

from __future__ import annotations

import re
from datetime import date
from difflib import get_close_matches

from inti.formats import BULAN, terbilang

TAHUN = range(1945, 2101)
# A year of two digits from here on belongs to the twentieth century.
ABAD_LALU = 60
# What a cell says instead of a date (folded).
TANPA_ARTI = frozenset(
    {
        "",
        "-",
        "--",
        "n/a",
        "na",
        "nihil",
        "kosong",
        "tidak ada",
        "terlampir",
        "ada dilampirkan",
        "dilampirkan",
        "lihat lampiran",
        "akan dibicarakan",
        "belum",
        "belum ada",
        "belum pernah",
        "belum dilaksanakan",
        "tidak pernah",
        "belum ditentukan",
        "belum ditandatangani",
    }
)
LAIN = {
    "agu": 8,
    "agst": 8,
    "agt": 8,
    "ags": 8,
    "nop": 11,
    "nopember": 11,
    "sept": 9,
    "peb": 2,
    "pebruari": 2,
    "january": 1,
    "february": 2,
    "march": 3,
    "may": 5,
    "june": 6,
    "july": 7,
    "august": 8,
    "aug": 8,
    "october": 10,
    "oct": 10,
    "december": 12,
    "dec": 12,
}
NAMA_BULAN = (
    {n.lower(): i for i, n in enumerate(BULAN, 1)}
    | {n.lower()[:3]: i for i, n in enumerate(BULAN, 1)}
    | LAIN
)
ISO = re.compile(
    r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)(?:[t ]\d{1,2}:\d{2}(?::\d{2})?(?:\.0+)?)?"
)
NAMA = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?:[\s\-./]+bulan)?[\s\-./,]*([a-z]{3,12})\.?"
    r"(?:\s+tahun)?[\s\-./,']*(\d{4}|\d{2})(?!\d)"
)
INGGRIS = re.compile(r"\b([a-z]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,\s*(\d{4})(?!\d)")
ANGKA = re.compile(
    r"(?<![\d/.\-])(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4}|\d{2})(?![\d/])"
    r"(?: \d{1,2}:\d{2}(?::\d{2})?)?"
)
TERURAI = re.compile(
    r"(?<!\d)(\d{1,2})\s*[,/\-]?\s*bulan\s+(\d{1,2})\s*[,/\-]?\s*tahun\s+(\d{4}|\d{2})(?!\d)"
)
RAPAT = re.compile(r"^(\d{1,2})/(\d{1,2})(\d{4})$")
SERIAL = re.compile(r"^(\d{5})(?:\.\d+)?$")
BULAN_SAJA = re.compile(r"\b([a-z]{3,12})[\s\-/.]+(\d{4})(?!\d)")
BULAN_TAHUN_PENDEK = re.compile(r"^([a-z]{3,12})[\-/.'’ ]+(\d{2})$")
BULAN_ANGKA = re.compile(r"^(\d{1,2})[/\-](\d{4})$")
TAHUN_SAJA = re.compile(r"^(?:tahun )?(\d{4})$")
# Words that may stand around a date and say nothing more.
HIASAN = re.compile(
    r"\b(hari|pada|tanggal|tgl|tertanggal|bulan|tahun|senin|selasa|rabu|kamis|jumat|sabtu|minggu"
    r"|00:00(?::00)?)\b"
)
KATA_ANGKA = {terbilang(n): n for n in [*range(1, 32), *TAHUN]}


def sebagai_tanggal(tahun: int, bulan: int, hari: int) -> date | None:
    """The day, if the calendar has it and its year is sound."""
    try:
        return date(tahun, bulan, hari) if tahun in TAHUN else None
    except ValueError:
        return None


def tahun_penuh(tahun: str) -> int:
    """Four digits as they stand; `23` is 2023, `98` is 1998."""
    nilai = int(tahun)
    if len(tahun) > 2:
        return nilai
    return nilai + (1900 if nilai >= ABAD_LALU else 2000)


def bulan_dikenal(nama: str) -> int:
    """The month of that name or abbreviation, Indonesian or English; 0 for none."""
    return NAMA_BULAN.get(nama, 0)


def bulan_dekat(nama: str) -> int:
    """The month whose name was mistyped: `okotober`; 0 for none."""
    penuh = [n for n in NAMA_BULAN if len(n) > 4]
    return next((NAMA_BULAN[n] for n in get_close_matches(nama, penuh, 1, 0.75)), 0)


def baca_kata(rapi: str) -> date | None:
    """`dua puluh enam oktober dua ribu enam belas`, with or without day name and connectives."""
    polos = f" {' '.join(HIASAN.sub(' ', re.sub('[,().]', ' ', rapi)).split())} "
    for nama, bulan in NAMA_BULAN.items():
        depan, ada, belakang = polos.partition(f" {nama} ")
        hari, tahun = KATA_ANGKA.get(depan.strip()), KATA_ANGKA.get(belakang.strip())
        if ada and hari and tahun and (nilai := sebagai_tanggal(tahun, bulan, hari)):
            return nilai
    return None
