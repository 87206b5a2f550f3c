"""A report's content in the words a reader sees, for pages and paper alike."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from inti.formats import ribuan, rupiah, tanggal_indonesia
from pelaporan.domain.formulir import URAIAN, terisi
from pelaporan.enums import JenisIsian

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pelaporan.domain.formulir import Definisi, Isian

KOSONG = "–"


@dataclass(frozen=True)
class IsianTampil:
    """One field: `teks`, or for a table its column labels and rows of (label, text)."""

    kode: str
    label: str
    teks: str = ""
    kolom: tuple[str, ...] = ()
    baris: tuple[tuple[tuple[str, str], ...], ...] = ()

    @property
    def terisi(self) -> bool:
        """Whether something was written."""
        return bool(self.baris) or self.teks not in ("", KOSONG)


@dataclass(frozen=True)
class BagianTampil:
    """One section."""

    judul: str
    isian: tuple[IsianTampil, ...]


def susunan(definisi: Definisi, isi: Mapping[str, Any]) -> list[BagianTampil]:
    """Every section with its fields; files are shown elsewhere, with their hashes."""
    bagian = (
        BagianTampil(
            b.judul,
            tuple(_tampil(i, isi.get(i.kode)) for i in b.isian if i.jenis != JenisIsian.BERKAS),
        )
        for b in definisi.bagian
    )
    return [b for b in bagian if b.isian]


def kata(isian: Isian, nilai: Any) -> str:
    """One value as text; a dash for nothing."""
    if not terisi(nilai):
        return KOSONG
    if isian.jenis == JenisIsian.RUPIAH:
        return rupiah(nilai)
    if isian.jenis == JenisIsian.ANGKA:
        return ribuan(Decimal(nilai))
    if isian.jenis == JenisIsian.PERSEN:
        return f"{ribuan(Decimal(nilai))} %"
    if isian.jenis == JenisIsian.TANGGAL:
        return tanggal_indonesia(date.fromisoformat(nilai))
    if isian.jenis == JenisIsian.PILIHAN:
        return dict(isian.pilihan).get(nilai, str(nilai))
    return str(nilai)


def _tampil(isian: Isian, nilai: Any) -> IsianTampil:
    if isian.jenis != JenisIsian.TABEL:
        return IsianTampil(isian.kode, isian.label, kata(isian, nilai))
    kolom = ((URAIAN,) if isian.per_kewajiban else ()) + isian.kolom
    return IsianTampil(
        isian.kode,
        isian.label,
        kolom=tuple(k.label for k in kolom),
        baris=tuple(
            tuple((k.label, kata(k, satu.get(k.kode))) for k in kolom) for satu in nilai or ()
        ),
    )
