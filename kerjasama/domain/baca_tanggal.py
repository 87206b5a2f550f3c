"""Reading dates as old lists write them. Never guesses silently: every reading says how.

A cell is folded first (`domain.kunci.lipat`). Each pattern then takes the dates it knows out of
the text; what is left over is named, and two different dates in one cell are left to a person.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from inti.formats import BULAN, HARI, ROMAWI, tanggal_indonesia
from inti.kalender import tambah_bulan
from kerjasama.domain.kunci import lipat
from kerjasama.domain.pola_tanggal import (
    ANGKA,
    BULAN_ANGKA,
    BULAN_SAJA,
    BULAN_TAHUN_PENDEK,
    HIASAN,
    INGGRIS,
    ISO,
    NAMA,
    RAPAT,
    SERIAL,
    TAHUN,
    TAHUN_SAJA,
    TANPA_ARTI,
    TERURAI,
    baca_kata,
    bulan_dekat,
    bulan_dikenal,
    sebagai_tanggal,
    tahun_penuh,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

AWAL_EXCEL = date(1899, 12, 30)
NAMA_HARI = [h.lower() for h in HARI]


@dataclass(frozen=True)
class Bacaan:
    """What a cell says: a value, or proposals for a person; how it was read, in sentences.

    `ragu` means that a person must look; without it the sentences are remarks.
    """

    nilai: date | None = None
    usulan: tuple[date, ...] = ()
    catatan: tuple[str, ...] = ()
    ragu: bool = False


@dataclass(frozen=True)
class KebiasaanKolom:
    """How many dates of a column can only be month/day, and how many only day/month."""

    bulan_dulu: int = 0
    hari_dulu: int = 0

    @property
    def jelas(self) -> str:
        """`bulan`, `hari`, or empty when the column does not decide."""
        if self.bulan_dulu > 2 * self.hari_dulu:
            return "bulan"
        return "hari" if self.hari_dulu > 2 * self.bulan_dulu else ""


@dataclass(frozen=True)
class Saksi:
    """What else speaks about a date: its column's habit, the months of its letter numbers."""

    kolom: KebiasaanKolom = KebiasaanKolom()
    bulan: frozenset[int] = frozenset()


def kebiasaan(kolom: Iterable[str]) -> KebiasaanKolom:
    """Count the dates that can be read one way only."""
    bulan = hari = 0
    for teks in kolom:
        if cocok := ANGKA.search(lipat(teks)):
            a, b = int(cocok[1]), int(cocok[2])
            bulan += a <= 12 < b <= 31
            hari += b <= 12 < a <= 31
    return KebiasaanKolom(bulan, hari)


def bulan_dari_nomor(nomor: str) -> frozenset[int]:
    """The months that Roman numerals in a letter number name: `04/MEN-KP/KB/V/2021` → {5}.

    A small L stands for a one where someone typed `Vlll`.
    """
    bagian = re.split(r"[/|?\s]+", nomor)
    rapi = (b.replace("l", "I") if set(b) <= set("IVXl") else b.upper() for b in bagian)
    return frozenset(ROMAWI.index(b) + 1 for b in rapi if b in ROMAWI)


def tahun_dari_nomor(nomor: str) -> frozenset[int]:
    """The years that a letter number names."""
    return frozenset(int(t) for t in re.findall(r"(?<!\d)(19[5-9]\d|20\d\d)(?!\d)", nomor))


def baca_tanggal(teks: str, *, kolom: KebiasaanKolom = KebiasaanKolom(), nomor: str = "") -> Bacaan:
    """Read one cell, with the habit of its column and the letter number of its row as witnesses."""
    rapi = lipat(teks).replace("jum'at", "jumat").strip(" .")
    if rapi in TANPA_ARTI:
        return Bacaan()
    asli = " ".join(teks.split())[:120]
    bacaan, sisa = _semua(rapi, asli, Saksi(kolom, bulan_dari_nomor(nomor)))
    if not bacaan:
        return Bacaan(catatan=(f"“{asli}” tidak terbaca sebagai tanggal.",), ragu=True)
    if len({b.nilai or b.usulan for b in bacaan}) > 1:
        return _banyak(asli, bacaan)
    return _periksa_sisa(asli, bacaan[0], sisa)


def _semua(rapi: str, asli: str, saksi: Saksi) -> tuple[list[Bacaan], str]:
    """Every date in the text, and the text without them."""
    bacaan: list[Bacaan] = []
    for pola, pembaca in PEMBACA:
        for cocok in list(pola.finditer(rapi)):
            if (satu := pembaca(cocok, asli, saksi)) is not None:
                bacaan.append(satu)
                rapi = rapi.replace(cocok[0], " ", 1)
    if nilai := baca_kata(rapi):
        kata = f"Dibaca dari kata: {tanggal_indonesia(nilai)}."
        bacaan.append(Bacaan(nilai, catatan=(kata,)))
        rapi = " ".join(h for h in NAMA_HARI if h in rapi)
    return bacaan, rapi


def _banyak(asli: str, bacaan: list[Bacaan]) -> Bacaan:
    usulan = dict.fromkeys(t for b in bacaan for t in (b.nilai, *b.usulan) if t)
    kata = f"“{asli}” memuat lebih dari satu tanggal; pilih salah satu."
    return Bacaan(usulan=tuple(usulan), catatan=(kata,), ragu=True)


def _periksa_sisa(asli: str, bacaan: Bacaan, sisa: str) -> Bacaan:
    """The day's name must be right, or decides; other words beside the date are named."""
    hari = next((i for i, nama in enumerate(NAMA_HARI) if re.search(rf"\b{nama}\b", sisa)), None)
    if hari is not None:
        bacaan = _menurut_hari(asli, bacaan, hari)
    lain = HIASAN.sub("", sisa).strip(" ,.;:-()/'")
    if bacaan.nilai and lain:
        kata = f"Dari “{asli}” hanya dibaca {tanggal_indonesia(bacaan.nilai)}."
        # Another number may be another date: `1 s.d. 5 Mei 2021`.
        berangka = any(c.isdigit() for c in lain)
        return replace(bacaan, catatan=(*bacaan.catatan, kata), ragu=bacaan.ragu or berangka)
    return bacaan


def _menurut_hari(asli: str, bacaan: Bacaan, hari: int) -> Bacaan:
    if bacaan.nilai and bacaan.nilai.weekday() != hari:
        benar = HARI[bacaan.nilai.weekday()]
        kata = f"“{asli}” menyebut {HARI[hari]}, padahal tanggal itu {benar}; periksa."
        return replace(bacaan, catatan=(*bacaan.catatan, kata), ragu=True)
    cocok = [t for t in bacaan.usulan if t.weekday() == hari]
    if len(cocok) != 1 or len(bacaan.usulan) == 1:
        return bacaan
    kata = f"“{asli}” dibaca {tanggal_indonesia(cocok[0])} menurut hari {HARI[hari]}."
    return Bacaan(cocok[0], catatan=(kata,))


def _iso(cocok: re.Match[str], asli: str, saksi: Saksi) -> Bacaan | None:
    nilai = sebagai_tanggal(int(cocok[1]), int(cocok[2]), int(cocok[3]))
    return Bacaan(nilai) if nilai else _mustahil(asli)


def _mustahil(asli: str) -> Bacaan:
    kata = f"“{asli}” bukan tanggal yang mungkin; periksa hari, bulan, dan tahunnya."
    return Bacaan(catatan=(kata,), ragu=True)


def _bernama(cocok: re.Match[str], asli: str, saksi: Saksi) -> Bacaan | None:
    """`17 Oktober 2019`, `17-Okt-19`, a month with a slip of the pen."""
    return _dengan_bulan(asli, cocok[1], cocok[2], cocok[3])


def _inggris(cocok: re.Match[str], asli: str, saksi: Saksi) -> Bacaan | None:
    """`October 17, 2019`."""
    return _dengan_bulan(asli, cocok[2], cocok[1], cocok[3])


def _dengan_bulan(asli: str, hari: str, nama: str, tahun: str) -> Bacaan | None:
    bulan = bulan_dikenal(nama) or bulan_dekat(nama)
    if not bulan:
        return None
    nilai = sebagai_tanggal(tahun_penuh(tahun), bulan, int(hari))
    if nilai is None:
        return _mustahil(asli)
    if not bulan_dikenal(nama):
        kata = f"Bulan pada “{asli}” diduga {BULAN[nilai.month - 1]}; pastikan tanggalnya."
        return Bacaan(usulan=(nilai,), catatan=(kata,), ragu=True)
    return Bacaan(nilai, catatan=_catatan_tahun(tahun))


def _serial(cocok: re.Match[str], asli: str, saksi: Saksi) -> Bacaan | None:
    nilai = AWAL_EXCEL + timedelta(days=int(cocok[1]))
    if nilai.year not in TAHUN:
        return None
    kata = f"“{asli}” dibaca sebagai nomor tanggal Excel: {tanggal_indonesia(nilai)}."
    return Bacaan(nilai, catatan=(kata,))


def _bulan_saja(cocok: re.Match[str], asli: str, saksi: Saksi) -> Bacaan | None:
    """`September 2025`: the first and the last day are proposed."""
    bulan = int(cocok[1]) if cocok[1].isdigit() else bulan_dikenal(cocok[1])
    awal = sebagai_tanggal(tahun_penuh(cocok[2]), bulan, 1) if bulan else None
    if awal is None:
        return None
    akhir = tambah_bulan(awal, 1) - timedelta(days=1)
    catatan = (f"“{asli}” hanya menyebut bulan; pilih tanggalnya.",)
    return Bacaan(usulan=(awal, akhir), catatan=catatan, ragu=True)


def _tahun_saja(cocok: re.Match[str], asli: str, saksi: Saksi) -> Bacaan | None:
    awal, akhir = (sebagai_tanggal(int(cocok[1]), b, h) for b, h in ((1, 1), (12, 31)))
    if awal is None or akhir is None:
        return None
    catatan = (f"“{asli}” hanya menyebut tahun; pilih tanggalnya.",)
    return Bacaan(usulan=(awal, akhir), catatan=catatan, ragu=True)


def _rapat(cocok: re.Match[str], asli: str, saksi: Saksi) -> Bacaan | None:
    """`12/72020`: a stroke is missing; both readings are proposed."""
    a, b, tahun = (int(g) for g in cocok.groups())
    usulan = tuple(t for t in (sebagai_tanggal(tahun, b, a), sebagai_tanggal(tahun, a, b)) if t)
    catatan = (f"“{asli}” kurang garis miring; pilih tanggalnya.",)
    return Bacaan(usulan=tuple(dict.fromkeys(usulan)), catatan=catatan, ragu=True)


def _angka(cocok: re.Match[str], asli: str, saksi: Saksi) -> Bacaan | None:
    a, b, tahun = int(cocok[1]), int(cocok[2]), tahun_penuh(cocok[3])
    hari_dulu, bulan_dulu = sebagai_tanggal(tahun, b, a), sebagai_tanggal(tahun, a, b)
    catatan = _catatan_tahun(cocok[3])
    if hari_dulu is None and bulan_dulu is None:
        return _mustahil(asli)
    if hari_dulu is None and bulan_dulu is not None:
        kata = f"“{asli}” dibaca bulan/hari: {tanggal_indonesia(bulan_dulu)}."
        return Bacaan(bulan_dulu, catatan=(*catatan, kata))
    if hari_dulu is None or bulan_dulu is None or hari_dulu == bulan_dulu:
        if saksi.kolom.jelas == "bulan" and hari_dulu and hari_dulu != bulan_dulu:
            kata = f"“{asli}” dibaca hari/bulan: {tanggal_indonesia(hari_dulu)}."
            catatan = (*catatan, kata)
        return Bacaan(hari_dulu, catatan=catatan)
    return _didahului(catatan, _mendua(asli, hari_dulu, bulan_dulu, saksi))


def _terurai(cocok: re.Match[str], asli: str, saksi: Saksi) -> Bacaan | None:
    """`tanggal 5 bulan 6 tahun 2020`: each part says what it is."""
    nilai = sebagai_tanggal(tahun_penuh(cocok[3]), int(cocok[2]), int(cocok[1]))
    return Bacaan(nilai, catatan=_catatan_tahun(cocok[3])) if nilai else _mustahil(asli)


def _didahului(awal: tuple[str, ...], bacaan: Bacaan) -> Bacaan:
    """The same reading with remarks before its own."""
    return replace(bacaan, catatan=(*awal, *bacaan.catatan))


def _mendua(asli: str, hari_dulu: date, bulan_dulu: date, saksi: Saksi) -> Bacaan:
    """Day/month or month/day: the number's Roman month and the column are the witnesses."""
    bukti = {t: list(_bukti(t, hari_dulu, saksi)) for t in (hari_dulu, bulan_dulu)}
    (pertama, pro), (_, lawan) = sorted(bukti.items(), key=lambda s: -len(s[1]))
    if pro and not lawan:
        kata = f"“{asli}” dibaca {tanggal_indonesia(pertama)} menurut {' dan '.join(pro)}."
        return Bacaan(pertama, catatan=(kata,))
    kata = (
        f"“{asli}” dapat berarti {tanggal_indonesia(hari_dulu)} atau "
        f"{tanggal_indonesia(bulan_dulu)}; pilih salah satu."
    )
    return Bacaan(usulan=(hari_dulu, bulan_dulu), catatan=(kata,), ragu=True)


def _bukti(tanggal: date, hari_dulu: date, saksi: Saksi) -> Iterator[str]:
    if tanggal.month in saksi.bulan:
        yield f"bulan {ROMAWI[tanggal.month - 1]} pada nomor"
    if saksi.kolom.jelas == ("hari" if tanggal == hari_dulu else "bulan"):
        yield "kebiasaan kolom"


def _catatan_tahun(tahun: str) -> tuple[str, ...]:
    return (f"Tahun “{tahun}” dibaca {tahun_penuh(tahun)}.",) if len(tahun) == 2 else ()


# In order: the first that fits takes its part of the text.
PEMBACA = (
    (ISO, _iso),
    (NAMA, _bernama),
    (INGGRIS, _inggris),
    (TERURAI, _terurai),
    (ANGKA, _angka),
    (RAPAT, _rapat),
    (SERIAL, _serial),
    (BULAN_SAJA, _bulan_saja),
    (BULAN_TAHUN_PENDEK, _bulan_saja),
    (BULAN_ANGKA, _bulan_saja),
    (TAHUN_SAJA, _tahun_saja),
)
