"""Parting the parties of one cell, and knowing the own government among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kerjasama.domain.baca_pihak import pisah
from kerjasama.domain.kunci import lipat

# What may stand between two names: `A, B, dan C`, `A & B`, `A / B`. Whether it does is told by
# what follows: `Kelautan dan Perikanan` is one name.
SAMBUNG = re.compile(r"\s*,\s*(?:(?:dan|serta)\s+|&\s*)?|\s+(?:dan|serta)\s+|\s*&\s*|\s*/\s*")
# How a name surely begins.
BENTUK = re.compile(
    r"(?:pt|cv|ud|yayasan|universitas|politeknik|kementerian"
    r"|pemerintah\s+(?:daerah|kota|kabupaten|provinsi)|pem(?:kot|kab|prov|da))\b\.?\s*\w"
)
# How a name may begin, but also a part of one: `Kementerian Agraria dan Badan Pertanahan`.
MUNGKIN = re.compile(
    r"(?:firma|koperasi|kud|institut|sekolah\s+tinggi|akademi|fakultas|poltekkes|lembaga|badan"
    r"|bank|balai|kantor|dinas|asosiasi|perkumpulan|perhimpunan|himpunan|ikatan|bpjs|kota"
    r"|kabupaten|provinsi|kejaksaan|pengadilan|polres\w*|polda|kodim|rumah\s+sakit|rsud"
    r"|perumda|perum|dirjen|ditjen|direktorat|deputi|kemen[a-z]+)\b\.?\s*\w"
)
# A part of a larger body: `Fakultas Hukum, Universitas A` is one name.
BAGIAN = re.compile(
    r"(?:fakultas|program\s+studi|jurusan|dirjen|ditjen|direktorat|deputi|biro|bagian|pusat"
    r"|balai|kantor|cabang|uptd?|sekretariat|badan|lembaga|dinas)\b"
)
BADAN_USAHA = re.compile(r"(?:pt|cv|ud|firma)\b\.?\s*\w")
# What may follow a comma after a company's name: `, Tbk`, `, Persero`, `I,II,III`.
AKHIRAN = re.compile(r"(?:tbk|persero(?:da)?|pt|cv|ltd|inc|[ivx]+|\(.*|cabang.*|kantor.*)\.?")
BENTUK_DI_MANA_PUN = re.compile(
    r"\b(?:pt|cv|yayasan|universitas|kementerian|pemerintah\s+(?:kota|kabupaten|provinsi)"
    r"|pem(?:kot|kab|prov))\b"
)
# As far as a word that begins a name is looked for, behind where one name may end.
AWAL_NAMA = 80
SEBUTAN = {
    "kota": ("pemkot", "wali kota", "walikota"),
    "kabupaten": ("pemkab", "bupati"),
    "provinsi": ("pemprov", "gubernur"),
}


@dataclass(frozen=True)
class Sendiri:
    """The own government and its units, as lists name them among the parties: folded names."""

    nama: frozenset[str] = frozenset()
    nama_unit: frozenset[str] = frozenset()

    @classmethod
    def dari(cls, pemerintah: str, daerah: str, unit: Iterable[str] = ()) -> Sendiri:
        """From its name, that of its region, and the names of its units.

        A unit is ours only with the name of the region behind it: others have a Dinas Kesehatan
        too.
        """
        wilayah = lipat(daerah)
        jenis, _, polos = wilayah.partition(" ")
        nama = {lipat(pemerintah), wilayah}
        nama |= {f"{d} {wilayah}" for d in ("pemerintah", "pemerintah daerah", "pemda")}
        nama |= {f"{s} {w}" for s in SEBUTAN.get(jenis, ()) for w in (polos, wilayah) if polos}
        return cls(frozenset(nama - {""}), frozenset(f"{lipat(u)} {wilayah}" for u in unit if u))

    def __contains__(self, nama: object) -> bool:
        """Whether that is us, with or without a word in brackets."""
        return _polos(str(nama)) in self.nama or self.unit(str(nama))

    def unit(self, nama: str) -> bool:
        """Whether that is one of the units."""
        return _polos(nama) in self.nama_unit


def _polos(nama: str) -> str:
    return " ".join(re.sub(r"\(.*?\)|[.,]", " ", lipat(nama)).split())


ASING = Sendiri()


@dataclass(frozen=True)
class PihakTerbaca:
    """The names, in their order, as often as they stand there; what is to be said of it."""

    nama: tuple[str, ...]
    catatan: tuple[str, ...] = ()
    ragu: tuple[str, ...] = ()


def pisah_pihak(teks: str) -> PihakTerbaca:
    """The parties of one cell. What may be one name or two is proposed, and a person looks."""
    nama: list[str] = []
    catatan: list[str] = []
    ragu: list[str] = []
    for bagian in pisah(teks):
        satu = _urai(bagian)
        nama += satu
        kutip = bagian if len(bagian) <= 80 else f"{bagian[:79]}…"
        if len(satu) > 1:
            kata = f"“{kutip}” dibaca sebagai {len(satu)} mitra"
            if _pasti(bagian, satu):
                catatan.append(f"{kata}.")
            else:
                ragu.append(f"{kata}; pastikan pemisahannya.")
        elif _mungkin_banyak(bagian):
            ragu.append(f"“{kutip}” dibaca sebagai satu mitra; pisahkan bila lebih dari satu.")
    return PihakTerbaca(tuple(nama), tuple(catatan), tuple(ragu))


def _urai(teks: str) -> list[str]:
    """Cut before every word that begins a name, outside brackets; else the text as it is."""
    hasil, awal = [], 0
    for cocok in SAMBUNG.finditer(teks):
        depan = teks[awal : cocok.start()]
        belakang = lipat(teks[cocok.end() : cocok.end() + AWAL_NAMA])
        if not depan.strip() or depan.count("(") != depan.count(")"):
            continue
        if _mulai(belakang) and not _induknya(lipat(depan[:AWAL_NAMA]), cocok[0], belakang):
            hasil.append(depan)
            awal = cocok.end()
    hasil.append(teks[awal:])
    return [rapi for h in hasil if (rapi := " ".join(h.split()).strip(" ,;/&"))]


def _mulai(rapi: str) -> bool:
    return bool(BENTUK.match(rapi) or MUNGKIN.match(rapi))


def _induknya(depan: str, sambung: str, belakang: str) -> bool:
    """`Fakultas Hukum, Universitas A`: the second names what the first belongs to."""
    perusahaan = BADAN_USAHA.match(belakang)
    return bool(BAGIAN.match(depan) and sambung.strip() == "," and not perusahaan) and not (
        BAGIAN.match(belakang)
    )


def _pasti(teks: str, nama: Sequence[str]) -> bool:
    """Every name begins as names do, and nothing in it may be another one."""
    return all(BENTUK.match(lipat(n)) and not _mungkin_banyak(n) for n in nama) and (
        teks.count("(") == teks.count(")")
    )


def _mungkin_banyak(teks: str) -> bool:
    """One name that has the marks of several."""
    rapi = lipat(teks)
    if len(BENTUK_DI_MANA_PUN.findall(rapi)) > 1:
        return True
    if not BADAN_USAHA.match(rapi):
        return False
    lanjut = re.split(r"\s*[,/]\s*", re.sub(r"\(.*?\)", " ", rapi))[1:]
    return any(b.strip(" .") and not AKHIRAN.fullmatch(b.strip()) for b in lanjut)
