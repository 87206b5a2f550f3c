"""The form of the mitra's report as data: what a definition says, and what may be written in it.

Values are plain (text, whole rupiah, ISO dates, lists of rows), so that a draft and a submitted
round are the same JSON. Reading a value that was read before changes nothing.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from pelaporan.enums import JenisIsian

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

TEKS_TERPANJANG = 300
URAIAN_TERPANJANG = 10_000
SEL_TERPANJANG = 2_000
BARIS_TERBANYAK = 50
ANGKA_TERBESAR = Decimal(10**15)
TAHUN_WAJAR = range(1945, 2101)
RIBUAN = re.compile(r"^[1-9]\d{0,2}(\.\d{3})+$", re.ASCII)
# Direction overrides, which make a text read other than it is stored.
PEMBALIK_ARAH = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class IsianSalahError(ValueError):
    """A value does not fit its field; the message tells the user what to write."""


@dataclass(frozen=True)
class Isian:
    """One field. `bawaan` names the fact of the naskah that a new draft begins with."""

    kode: str
    label: str
    jenis: JenisIsian
    wajib: bool = False
    bantuan: str = ""
    bawaan: str = ""
    pilihan: tuple[tuple[str, str], ...] = ()
    # A table: its columns, and whether its rows are the mitra's kewajiban in the naskah.
    kolom: tuple[Isian, ...] = ()
    per_kewajiban: bool = False


# What the rows of a `per_kewajiban` table begin with.
URAIAN = Isian("uraian", "Kewajiban", JenisIsian.TEKS, wajib=True)


@dataclass(frozen=True)
class Bagian:
    """A section."""

    judul: str
    isian: tuple[Isian, ...]
    bantuan: str = ""


@dataclass(frozen=True)
class Definisi:
    """One version of the form."""

    bagian: tuple[Bagian, ...]

    @property
    def isian(self) -> tuple[Isian, ...]:
        """Every field, in order."""
        return tuple(i for b in self.bagian for i in b.isian)


@dataclass(frozen=True)
class ButirKewajiban:
    """One kewajiban of the mitra, a row of a `per_kewajiban` table."""

    kunci: int
    uraian: str
    target: str = ""


@dataclass(frozen=True)
class Kurang:
    """What is still missing before the report may be submitted."""

    bagian: str
    kode: str
    kalimat: str


# --- Reading a definition -----------------------------------------------------------------


def baca(definisi: Mapping[str, Any]) -> Definisi:
    """The stored JSON as a Definisi. Raises KeyError or ValueError when it is malformed."""
    hasil = Definisi(
        tuple(
            Bagian(b["judul"], tuple(map(_isian, b["isian"])), b.get("bantuan", ""))
            for b in definisi["bagian"]
        )
    )
    kode = [i.kode for i in hasil.isian]
    if len(set(kode)) != len(kode):
        msg = "kode isian harus tunggal"
        raise ValueError(msg)
    return hasil


def _isian(data: Mapping[str, Any]) -> Isian:
    return Isian(
        kode=data["kode"],
        label=data["label"],
        jenis=JenisIsian(data["jenis"]),
        wajib=bool(data.get("wajib")),
        bantuan=data.get("bantuan", ""),
        bawaan=data.get("bawaan", ""),
        pilihan=tuple((nilai, label) for nilai, label in data.get("pilihan", ())),
        kolom=tuple(map(_isian, data.get("kolom", ()))),
        per_kewajiban=bool(data.get("per_kewajiban")),
    )


# --- Reading values -----------------------------------------------------------------------


def bersihkan(isian: Isian, nilai: Any) -> Any:
    """The value as it is stored; None or empty text where nothing was written.

    Raises IsianSalahError. Tables are read cell by cell with their columns, see `bersihkan_baris`.
    """
    if nilai is None or (isinstance(nilai, str) and not nilai.strip()):
        return "" if isian.jenis in (JenisIsian.TEKS, JenisIsian.URAIAN) else None
    return PEMBACA[isian.jenis](isian, nilai)


def bersihkan_baris(
    isian: Isian, baris: Sequence[Mapping[str, Any]], butir: Sequence[ButirKewajiban]
) -> list[dict[str, Any]]:
    """The rows of a table.

    A `per_kewajiban` table has a row for each kewajiban of the naskah, whose wording is never
    taken from the input, and after them the rows that the mitra words itself. Empty rows of its
    own fall away. Raises IsianSalahError.
    """
    tetap = butir if isian.per_kewajiban else ()
    tertulis = {b["kewajiban"]: b for b in baris if b.get("kewajiban")}
    hasil = [
        {"kewajiban": b.kunci, "uraian": b.uraian} | _sel(isian, tertulis.get(b.kunci, {}))
        for b in tetap
    ]
    sendiri = [_baris_sendiri(isian, b) for b in baris if not b.get("kewajiban")]
    hasil += [b for b in sendiri if any(terisi(n) for n in b.values())]
    if len(hasil) - len(tetap) > BARIS_TERBANYAK:
        msg = f"Paling banyak {BARIS_TERBANYAK} baris."
        raise IsianSalahError(msg)
    return hasil


def _baris_sendiri(isian: Isian, baris: Mapping[str, Any]) -> dict[str, Any]:
    if not isian.per_kewajiban:
        return _sel(isian, baris)
    return {"uraian": _teks(str(baris.get("uraian") or ""), SEL_TERPANJANG)} | _sel(isian, baris)


def bersihkan_semua(
    definisi: Definisi, isi: Mapping[str, Any], butir: Sequence[ButirKewajiban]
) -> dict[str, Any]:
    """The known fields of `isi` that were given, read, and no others. Raises IsianSalahError."""
    return {
        i.kode: bersihkan_baris(i, isi[i.kode], butir)
        if i.jenis == JenisIsian.TABEL
        else bersihkan(i, isi[i.kode])
        for i in definisi.isian
        if i.kode in isi and i.jenis != JenisIsian.BERKAS
    }


def terisi(nilai: Any) -> bool:
    """Whether something was written; nought counts."""
    return nilai not in (None, "", [], {})


def _sel(isian: Isian, baris: Mapping[str, Any]) -> dict[str, Any]:
    return {k.kode: bersihkan(k, baris.get(k.kode)) for k in isian.kolom}


def _baca_teks(isian: Isian, nilai: Any) -> str:
    return _teks(str(nilai), TEKS_TERPANJANG)


def _baca_uraian(isian: Isian, nilai: Any) -> str:
    return _teks(str(nilai), URAIAN_TERPANJANG)


def _teks(nilai: str, terpanjang: int) -> str:
    rapi = unicodedata.normalize("NFC", nilai.replace("\r\n", "\n").replace("\r", "\n"))
    rapi = "".join(c for c in rapi if _huruf_wajar(c)).strip()
    if len(rapi) > terpanjang:
        msg = f"Terlalu panjang: {len(rapi)} huruf. Paling banyak {terpanjang} huruf."
        raise IsianSalahError(msg)
    return rapi


def _huruf_wajar(c: str) -> bool:
    return c in "\n\t" or (unicodedata.category(c) not in ("Cc", "Cs") and c not in PEMBALIK_ARAH)


def _baca_angka(isian: Isian, nilai: Any) -> str:
    """A decimal as text, with a point and at most two decimals."""
    angka = _desimal(nilai)
    if abs(angka) >= ANGKA_TERBESAR:
        msg = "Angka terlalu besar. Periksa kembali banyaknya nol."
        raise IsianSalahError(msg)
    if angka != round(angka, 2):
        msg = "Paling banyak dua angka di belakang koma."
        raise IsianSalahError(msg)
    teks = f"{angka:f}"
    teks = teks.rstrip("0").rstrip(".") if "." in teks else teks
    return "0" if teks == "-0" else teks


def _baca_persen(isian: Isian, nilai: Any) -> str:
    teks = _baca_angka(isian, str(nilai).replace("%", ""))
    if not 0 <= Decimal(teks) < 1000:
        msg = "Tulis persen antara 0 dan 999."
        raise IsianSalahError(msg)
    return teks


def _baca_rupiah(isian: Isian, nilai: Any) -> int:
    """Whole rupiah."""
    teks = re.sub(r"^rp\.?", "", str(nilai).strip().lower()).strip().removesuffix(",-")
    angka = Decimal(_baca_angka(isian, teks))
    if angka != int(angka):
        msg = "Tulis dalam rupiah penuh, tanpa sen."
        raise IsianSalahError(msg)
    if angka < 0:
        msg = "Jumlah rupiah tidak boleh kurang dari nol."
        raise IsianSalahError(msg)
    return int(angka)


def _desimal(nilai: Any) -> Decimal:
    """Indonesian figures (`1.250.000,5`), and plain ones with a decimal point (`12.5`)."""
    teks = re.sub(r"[\s\u00a0]", "", str(nilai))
    bulat, koma, pecahan = teks.partition(",")
    tanda = "-" if bulat.startswith("-") else ""
    if RIBUAN.match(bulat.lstrip("-")):
        bulat = bulat.replace(".", "")
    elif koma and "." in bulat:
        bulat = "?"
    badan = bulat.lstrip("-") + (f".{pecahan}" if koma else "")
    if not re.fullmatch(r"\d+(\.\d+)?", badan, re.ASCII):
        msg = "Tulis angka saja, misalnya 1.250.000 atau 12,5."
        raise IsianSalahError(msg)
    try:
        return Decimal(tanda + badan)
    except InvalidOperation as error:  # pragma: no cover - the pattern allows only figures
        raise IsianSalahError(str(error)) from error


def _baca_tanggal(isian: Isian, nilai: Any) -> str:
    try:
        tanggal = nilai if isinstance(nilai, date) else date.fromisoformat(str(nilai).strip())
    except ValueError as error:
        msg = "Pilih tanggal yang benar."
        raise IsianSalahError(msg) from error
    if tanggal.year not in TAHUN_WAJAR:
        msg = "Tahun tidak wajar. Periksa kembali tanggalnya."
        raise IsianSalahError(msg)
    return tanggal.isoformat()


def _baca_pilihan(isian: Isian, nilai: Any) -> str:
    if nilai not in dict(isian.pilihan):
        msg = "Pilih salah satu pilihan yang tersedia."
        raise IsianSalahError(msg)
    return str(nilai)


def _bukan_nilai(isian: Isian, nilai: Any) -> Any:
    msg = "Isian ini tidak diisi dengan satu nilai."
    raise IsianSalahError(msg)


PEMBACA = {
    JenisIsian.TEKS: _baca_teks,
    JenisIsian.URAIAN: _baca_uraian,
    JenisIsian.ANGKA: _baca_angka,
    JenisIsian.PERSEN: _baca_persen,
    JenisIsian.RUPIAH: _baca_rupiah,
    JenisIsian.TANGGAL: _baca_tanggal,
    JenisIsian.PILIHAN: _baca_pilihan,
    JenisIsian.TABEL: _bukan_nilai,
    JenisIsian.BERKAS: _bukan_nilai,
}


# --- What is missing ----------------------------------------------------------------------


def kurang(definisi: Definisi, isi: Mapping[str, Any], *, jumlah_berkas: int) -> list[Kurang]:
    """Every required field that is empty, in the order of the form."""
    hasil = []
    for bagian in definisi.bagian:
        for isian in bagian.isian:
            kalimat = _kekurangan(isian, isi.get(isian.kode), jumlah_berkas)
            hasil += [Kurang(bagian.judul, isian.kode, satu) for satu in kalimat]
    return hasil


def _kekurangan(isian: Isian, nilai: Any, jumlah_berkas: int) -> list[str]:
    if isian.jenis == JenisIsian.TABEL:
        return _kekurangan_tabel(isian, nilai or [])
    ada = jumlah_berkas > 0 if isian.jenis == JenisIsian.BERKAS else terisi(nilai)
    return [] if ada or not isian.wajib else [f"{isian.label} belum diisi."]


def _kekurangan_tabel(isian: Isian, baris: Sequence[Mapping[str, Any]]) -> list[str]:
    if not baris:
        return [f"{isian.label}: belum ada baris."] if isian.wajib else []
    wajib = [k for k in isian.kolom if k.wajib]
    if isian.per_kewajiban:
        wajib.insert(0, URAIAN)
    return [
        f"{isian.label}, baris {nomor}: {k.label[:1].lower()}{k.label[1:]} belum diisi."
        for nomor, satu in enumerate(baris, start=1)
        for k in wajib
        if not terisi(satu.get(k.kode))
    ]
