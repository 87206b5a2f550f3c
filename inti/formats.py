"""Indonesian dates, numbers and money as words and figures. Pure: no Django, no clock."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
ROMAWI = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_SATUAN = (
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
)
_SKALA = (
    (10**12, "triliun"),
    (10**9, "miliar"),
    (10**6, "juta"),
    (10**3, "ribu"),
)


def tanggal_indonesia(tanggal: date) -> str:
    """`28 Februari 2022`."""
    return f"{tanggal.day} {BULAN[tanggal.month - 1]} {tanggal.year}"


def hari_tanggal(tanggal: date) -> str:
    """`Senin, 28 Februari 2022`."""
    return f"{HARI[tanggal.weekday()]}, {tanggal_indonesia(tanggal)}"


def tanggal_kata(tanggal: date) -> str:
    """The date as a berita acara spells it.

    `hari Rabu tanggal Dua Puluh Enam bulan Oktober tahun Dua Ribu Enam Belas`.
    """
    return (
        f"hari {HARI[tanggal.weekday()]} tanggal {terbilang(tanggal.day).title()} "
        f"bulan {BULAN[tanggal.month - 1]} tahun {terbilang(tanggal.year).title()}"
    )


def rangkai(nama: Sequence[str], sambung: str = "dan") -> str:
    """Names in a sentence: `A`, `A dan B`, `A, B, dan C`; empty for none."""
    if len(nama) < 3:
        return f" {sambung} ".join(nama)
    return f"{', '.join(nama[:-1])}, {sambung} {nama[-1]}"


def terbilang(angka: int) -> str:
    """A whole number in words, lower case: 1250 is `seribu dua ratus lima puluh`.

    Raises ValueError from one quadrillion (10**15) on, either side of zero.
    """
    if abs(angka) >= 10**15:
        msg = "terbilang hanya sampai di bawah seribu triliun"
        raise ValueError(msg)
    if angka < 0:
        return f"minus {terbilang(-angka)}"
    return _terbilang(angka)


def _terbilang(angka: int) -> str:
    if angka < 12:
        return _SATUAN[angka]
    if angka < 20:
        return f"{_SATUAN[angka - 10]} belas"
    if angka < 100:
        return _gabung(f"{_SATUAN[angka // 10]} puluh", angka % 10)
    if angka < 200:
        return _gabung("seratus", angka - 100)
    if angka < 1000:
        return _gabung(f"{_SATUAN[angka // 100]} ratus", angka % 100)
    if angka < 2000:
        return _gabung("seribu", angka - 1000)
    nilai, nama = next((n, s) for n, s in _SKALA if angka >= n)
    return _gabung(f"{_terbilang(angka // nilai)} {nama}", angka % nilai)


def _gabung(depan: str, sisa: int) -> str:
    return f"{depan} {_terbilang(sisa)}" if sisa else depan


def ribuan(angka: int | Decimal) -> str:
    """`1.250.000`; decimals, if any, after a comma."""
    bulat, _, pecahan = f"{angka:,f}".partition(".")
    teks = bulat.replace(",", ".")
    pecahan = pecahan.rstrip("0")
    return f"{teks},{pecahan}" if pecahan else teks


def rupiah(angka: int | Decimal) -> str:
    """`Rp1.250.000`, or with sen `Rp1.250.000,50`; negatives as `-Rp500`."""
    nilai = Decimal(angka)
    bulat, _, sen = f"{abs(nilai):,.2f}".partition(".")
    teks = "Rp" + bulat.replace(",", ".") + (f",{sen}" if sen != "00" else "")
    return f"-{teks}" if nilai < 0 else teks
