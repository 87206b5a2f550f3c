"""Reading how long an agreement runs, as old lists write it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from inti.formats import tanggal_indonesia, terbilang
from inti.kalender import tambah_bulan
from kerjasama.domain.kunci import lipat
from kerjasama.domain.pola_tanggal import (
    NAMA_BULAN,
    TAHUN,
    TANPA_ARTI,
    bulan_dikenal,
    sebagai_tanggal,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

KATA = {terbilang(n): n for n in range(1, 100)}
SEKATA = (("setahun", "satu tahun"), ("sebulan", "satu bulan"))
_KATA = "|".join(sorted(KATA, key=len, reverse=True))
_BULAN = "|".join(sorted(NAMA_BULAN, key=len, reverse=True))
SATUAN = {"tahun": 12, "thn": 12, "th": 12, "bulan": 1, "bln": 1}
HARI_SATUAN = {"hari": 1, "minggu": 7}
# `5 (lima) tahun`, `lima (5) tahun`, `5 tahun`, `5 (tahun)`, `1,5 tahun`, `satu tahun`.
JUMLAH = re.compile(
    rf"(?<![\d,.])\b(?P<n>\d{{1,3}}(?:[.,]\d)?|{_KATA})(?P<tengah>\s+setengah)?\s*"
    rf"(?:\(\s*(?P<ulang>\d{{1,3}}|{_KATA})\s*\)\s*)?"
    r"\(?(?P<satuan>tahun|thn|th|bulan|bln|hari|minggu)\b\)?(?!\s+anggaran)"
)
# How often something is done, and how long before the end something must be said: not the term.
BERKALA = re.compile(
    rf"(?:(?P<a>\d{{1,2}})|(?P<b>{_KATA}))\s*(?:\([^)]*\)\s*)?(?P<s>tahun|bulan)\s+sekali"
)
SETIAP = re.compile(rf"\b(?:setiap|tiap|per)\s+(?:\d+|{_KATA})?\s*(?:\([^)]*\)\s*)?(tahun|bulan)\b")
SEBELUM = re.compile(
    rf"(?:\d+|{_KATA})\s*(?:\([^)]*\)\s*)?(?:tahun|bulan|hari|minggu)\s+sebelum(?:nya)?"
)
RENTANG = re.compile(
    rf"(?:\d+|{_KATA})\s*(?:-|sampai(?: dengan)?|s\.?/?d\.?|atau)\s*(?:\d+|{_KATA})\s*"
    r"(?:tahun|bulan)"
)
SAMPAI = re.compile(
    r"(?:sampai(?:\s+dengan)?|hingga|s\.?/?d\.?|-)\s*(?:tanggal\s+|akhir\s+)?(?:tahun\s+)?"
    rf"(?:(?P<h>\d{{1,2}})\s+)?(?:(?P<b>{_BULAN})\s+)?(?P<t>\d{{4}})(?!\d)"
)
ANGKA_SAJA = re.compile(r"[1-9]\d?")
PENGANTAR = re.compile(
    r"^(?:selama|dengan )?\s*(?:jangka waktu\b)?\s*(?:adalah|selama|yaitu)?[\s:]*"
)
# A term that begins on a day of its own: `1 tahun sejak 1 Januari 2022`.
TAHUN_LAIN = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
LAZIM_BULAN = 12 * 30
WAJAR_BULAN = 12 * 60


@dataclass(frozen=True)
class Jangka:
    """A length in months and days, or a last day; remarks. `ragu`: a person must look."""

    bulan: int = 0
    hari: int = 0
    sampai: date | None = None
    tahun_anggaran: bool = False
    catatan: tuple[str, ...] = ()
    ragu: bool = False

    def akhir(self, ttd: date | None) -> date | None:
        """The last day: five years from 29 Juli 2021 end on 29 Juli 2026, as lists count them."""
        if self.sampai or ttd is None:
            return self.sampai
        if self.tahun_anggaran:
            return date(ttd.year, 12, 31)
        if not (self.bulan or self.hari):
            return None
        akhir = tambah_bulan(ttd, self.bulan) + timedelta(days=self.hari)
        return akhir if akhir.year in TAHUN else None


def baca_jangka(teks: str) -> Jangka:
    """Read a term of any wording; the raw text is always kept beside it."""
    rapi = lipat(teks).strip(" .")
    if rapi in TANPA_ARTI:
        return Jangka()
    for sekata, terurai in SEKATA:
        rapi = re.sub(rf"\b{sekata}\b", terurai, rapi)
    if ANGKA_SAJA.fullmatch(rapi):
        kata = f"Jangka waktu hanya “{rapi}” tanpa satuan; dibaca {rapi} tahun, pastikan."
        return Jangka(bulan=12 * int(rapi), catatan=(kata,), ragu=True)
    catatan = tuple(_berkala(rapi))
    polos = SEBELUM.sub(" ", SETIAP.sub(" ", BERKALA.sub(" ", rapi)))
    if sampai := _sampai(polos):
        kata = f"Jangka waktu dibaca sampai {tanggal_indonesia(sampai)}."
        return Jangka(sampai=sampai, catatan=(*catatan, kata))
    if "tahun anggaran" in polos:
        kata = "Jangka waktu mengikuti tahun anggaran; tentukan tanggal berakhirnya."
        return Jangka(tahun_anggaran=True, catatan=(*catatan, kata), ragu=True)
    if RENTANG.search(polos):
        kata = f"Jangka waktu “{teks[:80]}” berupa kisaran; tentukan tanggal berakhirnya."
        return Jangka(catatan=(*catatan, kata), ragu=True)
    return _lama(teks, polos, catatan)


def _lama(teks: str, polos: str, catatan: tuple[str, ...]) -> Jangka:
    """The first length in the text, its smaller part included: `2 tahun 6 bulan`."""
    kutip = " ".join(teks.split())[:80]
    if not (cocok := JUMLAH.search(polos)):
        return Jangka(catatan=(*catatan, f"Jangka waktu “{kutip}” tidak terbaca."), ragu=True)
    bulan, hari = _nilai(cocok)
    sisa = polos[cocok.end() :]
    if (lanjut := re.match(rf"\s*(?:dan\s+)?{JUMLAH.pattern}", sisa)) and cocok["satuan"] in SATUAN:
        bulan, hari = bulan + _nilai(lanjut)[0], hari + _nilai(lanjut)[1]
        sisa = sisa[lanjut.end() :]
    if not 0 < bulan + hari <= WAJAR_BULAN:
        return Jangka(catatan=(*catatan, f"Jangka waktu “{kutip}” tidak wajar."), ragu=True)
    sebut = sebutan_lama(bulan, hari)
    if cocok["ulang"] and _angka(cocok["ulang"]) != _angka(cocok["n"]):
        kata = f"Angka dan huruf pada “{kutip}” berbeda; dibaca {sebut}."
        return Jangka(bulan, hari, catatan=(*catatan, kata), ragu=True)
    lain = {_nilai(c) for c in JUMLAH.finditer(sisa)} - {(bulan, hari)}
    if lain:
        kata = f"“{kutip}” menyebut lebih dari satu jangka waktu; dibaca {sebut}."
        return Jangka(bulan, hari, catatan=(*catatan, kata), ragu=True)
    if TAHUN_LAIN.search(sisa):
        kata = f"“{kutip}” menyebut saat mulainya sendiri; tentukan tanggal berakhirnya."
        return Jangka(bulan, hari, catatan=(*catatan, kata), ragu=True)
    if bulan > LAZIM_BULAN:
        catatan = (*catatan, f"Jangka waktu {sebut} tidak lazim; periksa naskahnya.")
    if PENGANTAR.sub("", polos).strip(" .()") != cocok[0].strip(" .()"):
        catatan = (*catatan, f"Jangka waktu dibaca {sebut}.")
    return Jangka(bulan, hari, catatan=catatan)


def sebutan_lama(bulan: int, hari: int = 0) -> str:
    """`5 tahun`, `2 tahun 6 bulan`, `90 hari`."""
    bagian = ((bulan // 12, "tahun"), (bulan % 12, "bulan"), (hari, "hari"))
    return " ".join(f"{n} {nama}" for n, nama in bagian if n)


def _nilai(cocok: re.Match[str]) -> tuple[int, int]:
    """Months and days of one `JUMLAH`."""
    jumlah = _angka(cocok["n"]) + (0.5 if cocok["tengah"] else 0)
    if (satuan := cocok["satuan"]) in SATUAN:
        return round(jumlah * SATUAN[satuan]), 0
    return 0, round(jumlah * HARI_SATUAN[satuan])


def _angka(teks: str) -> float:
    return KATA[teks] if teks in KATA else float(teks.replace(",", "."))


def _sampai(polos: str) -> date | None:
    """`Sampai dengan Tahun 2024`, `s.d. 31 Desember 2024`, `2019-2024`: the last day named."""
    for cocok in SAMPAI.finditer(polos):
        tahun, bulan = int(cocok["t"]), bulan_dikenal(cocok["b"] or "") or 12
        if cocok["h"] and cocok["b"]:
            return sebagai_tanggal(tahun, bulan, int(cocok["h"]))
        if not cocok["h"] and (awal := sebagai_tanggal(tahun, bulan, 1)):
            return tambah_bulan(awal, 1) - timedelta(days=1)
    return None


def _berkala(rapi: str) -> Iterator[str]:
    """`monitoring dilaksanakan satu (1) tahun sekali` is an interval, not the term."""
    if cocok := BERKALA.search(rapi):
        jumlah = int(cocok["a"]) if cocok["a"] else KATA[cocok["b"]]
        kata = f"Naskah menyebut pengawasan {jumlah} {cocok['s']} sekali"
        yield f"{kata}; isi interval dan klausulnya pada naskah bila sesuai."
