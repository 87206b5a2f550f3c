"""Reading a block that was copied from a sheet into rows of the matrix."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pengawasan.domain.matrik import KOLOM
from pengawasan.enums import JenisRekomendasi

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

TERPANJANG = 2_000
TEMPELAN_TERPANJANG = 1_000_000
TIDAK_DIPAKAI = ""
URUT = tuple(nama for nama, _ in KOLOM)
JUDUL = {judul.casefold(): nama for nama, judul in KOLOM} | {
    "dasar": "dasar",
    "dasar pks": "dasar",
    "penanggung jawab": "perangkat_daerah",
    "perangkat daerah": "perangkat_daerah",
    "pd": "perangkat_daerah",
}
NOMOR = re.compile(r"\d{1,4}\.?")
HURUF = re.compile(r"\(?(?:huruf\s+)?([a-z])\s*(?:[.):]\s*|$)(.*)", re.IGNORECASE | re.DOTALL)
LABEL: dict[str, JenisRekomendasi] = {
    j.label.casefold(): j for j in JenisRekomendasi if j != JenisRekomendasi.LAINNYA
}


@dataclass(frozen=True)
class Masalah:
    """What is wrong with, or was made of, one cell. `tolak`: the block cannot be saved so."""

    baris: int
    kolom: str
    pesan: str
    tolak: bool = False


@dataclass(frozen=True)
class Saran:
    """One recommendation as it was read."""

    jenis: JenisRekomendasi
    uraian: str

    def __str__(self) -> str:
        lainnya = self.jenis == JenisRekomendasi.LAINNYA
        awal = self.jenis.label if lainnya else f"{self.jenis.value}. {self.jenis.label}"
        return f"{awal}: {self.uraian}" if self.uraian else awal


@dataclass(frozen=True)
class BarisTempel:
    """One row of the sheet under the columns of the matrix; `unit` as it was written there."""

    nomor: int
    isi: dict[str, str]
    unit: str = ""
    rekomendasi: tuple[Saran, ...] = ()

    @property
    def sel(self) -> list[tuple[str, str]]:
        """Heading and text of all eight columns."""
        isi = self.isi | {
            "perangkat_daerah": self.unit,
            "rekomendasi": "\n".join(str(s) for s in self.rekomendasi),
        }
        return [(judul, isi.get(nama, "")) for nama, judul in KOLOM]


@dataclass(frozen=True)
class Tempelan:
    """The block as it would be saved, and everything there is to say about its cells."""

    kolom: tuple[str, ...]
    kepala: tuple[str, ...]
    baris: list[BarisTempel] = field(default_factory=list)
    masalah: list[Masalah] = field(default_factory=list)

    @property
    def ditolak(self) -> bool:
        """Whether something must be mended first."""
        return any(satu.tolak for satu in self.masalah)

    @property
    def unit(self) -> list[str]:
        """The units as they were written, each once, in order."""
        return list(dict.fromkeys(b.unit for b in self.baris if b.unit))


def pecah(teks: str) -> list[list[str]]:
    """Cells of a block: tabs as a sheet copies them, else semicolons or commas as in a CSV.

    Quoted cells keep their line breaks; rows without any text are left out.
    """
    teks = teks.replace("\r\n", "\n").replace("\r", "\n")
    pemisah = next((p for p in "\t;" if p in teks), ",")
    try:
        mentah = list(csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah))
    except csv.Error:  # a quotation mark that was never closed: it is a mark, not a quotation
        mentah = [satu.split(pemisah) for satu in teks.split("\n")]
    baris = [[sel.strip() for sel in satu] for satu in mentah]
    return [satu for satu in baris if any(satu)]


def kolom_awal(kepala: Sequence[str]) -> tuple[str, ...]:
    """Which column of the matrix each column of the block is, by its headings."""
    return tuple(JUDUL.get(" ".join(satu.split()).casefold(), TIDAK_DIPAKAI) for satu in kepala)


def baca(
    teks: str, *, pilihan: Sequence[str] | None = None, unit: Mapping[str, str] | None = None
) -> Tempelan:
    """The block under the columns of the matrix; `pilihan` are the columns that a person chose.

    Nothing is dropped silently: what has no place is named, cell by cell. `unit` are the known
    units by every name they go by, in lower case.
    """
    mentah = pecah(teks)
    lebar = max((len(satu) for satu in mentah), default=0)
    mentah = [[*satu, *[""] * (lebar - len(satu))] for satu in mentah]
    berkepala = bool(mentah) and sum(map(bool, kolom_awal(mentah[0]))) > 1
    kepala = tuple(mentah.pop(0)) if berkepala else tuple(f"Kolom {k + 1}" for k in range(lebar))
    kolom = tuple(pilihan or (kolom_awal(kepala) if berkepala else _menurut_tempat(mentah, lebar)))
    kolom = (*kolom, *[TIDAK_DIPAKAI] * (lebar - len(kolom)))[:lebar]
    hasil = Tempelan(kolom, kepala)
    for nomor, satu in enumerate(mentah, start=1):
        hasil.baris.append(_baca_baris(nomor, satu, hasil, unit or {}))
    return hasil


def _menurut_tempat(mentah: Sequence[Sequence[str]], lebar: int) -> tuple[str, ...]:
    """In the order of the law, after a column of numbers if there is one."""
    bernomor = lebar > len(URUT) and all(NOMOR.fullmatch(satu[0]) for satu in mentah)
    urut = (TIDAK_DIPAKAI, *URUT) if bernomor else URUT
    return (*urut, *[TIDAK_DIPAKAI] * lebar)[:lebar]


def _baca_baris(
    nomor: int, sel: Sequence[str], hasil: Tempelan, unit: Mapping[str, str]
) -> BarisTempel:
    isi: dict[str, str] = {}
    for ke, (nama, teks) in enumerate(zip(hasil.kolom, sel, strict=True)):
        if nama:
            isi[nama] = f"{isi[nama]}\n{teks}" if isi.get(nama) and teks else isi.get(nama) or teks
        elif teks and not (ke == 0 and NOMOR.fullmatch(teks)):
            pesan = f"“{teks[:60]}” tidak punya kolom, jadi tidak ikut disimpan"
            hasil.masalah.append(Masalah(nomor, hasil.kepala[ke], pesan))
    ditulis = isi.pop("perangkat_daerah", "")
    if ditulis and ditulis.casefold() not in unit:
        pesan = f"“{ditulis[:60]}” bukan perangkat daerah pada naskah ini"
        hasil.masalah.append(Masalah(nomor, "Perangkat daerah penanggung jawab", pesan))
    saran, asing = baca_rekomendasi(isi.pop("rekomendasi", ""))
    hasil.masalah.extend(
        Masalah(
            nomor,
            "Rekomendasi",
            f"“{s[:60]}” tidak menyebut huruf a–h, jadi menjadi rekomendasi “Lainnya”",
        )
        for s in asing
    )
    terukur = [*isi.items(), *[("rekomendasi", s.uraian) for s in saran]]
    hasil.masalah.extend(
        Masalah(
            nomor,
            dict(KOLOM)[nama],
            f"{len(teks)} karakter, paling banyak {TERPANJANG}; pecah isinya",
            tolak=True,
        )
        for nama, teks in terukur
        if len(teks) > TERPANJANG
    )
    return BarisTempel(nomor, isi, ditulis, saran)


def baca_rekomendasi(teks: str) -> tuple[tuple[Saran, ...], list[str]]:
    """Recommendations in one cell, and those pieces in which no letter a to h was found.

    `a, d` and `d. Menagih kekurangan; g. SP1` and the words of the law are understood.
    """
    if re.fullmatch(r"\s*[a-h](\s*[,;/&\n]\s*[a-h])*\.?\s*", teks, re.IGNORECASE):
        huruf = dict.fromkeys(re.findall(r"[a-h]", teks.lower()))
        return tuple(Saran(JenisRekomendasi(h), "") for h in huruf), []
    saran, asing = [], []
    for potong in filter(None, (p.strip() for p in re.split(r"[;\n]", teks))):
        satu = _satu(potong)
        saran.append(satu)
        if satu.jenis == JenisRekomendasi.LAINNYA:
            asing.append(potong)
    return tuple(saran), asing


def _satu(potong: str) -> Saran:
    if jenis := LABEL.get(potong.rstrip(".").casefold()):
        return Saran(jenis, "")
    cocok = HURUF.fullmatch(potong)
    if cocok and cocok[1].lower() in "abcdefgh":
        uraian = cocok[2].strip()
        uraian = "" if uraian.rstrip(".").casefold() in LABEL else uraian
        return Saran(JenisRekomendasi(cocok[1].lower()), uraian)
    return Saran(JenisRekomendasi.LAINNYA, potong)
