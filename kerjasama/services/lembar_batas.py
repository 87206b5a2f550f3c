"""What a sheet may hold, and its content as read, before headings are known."""

from __future__ import annotations

from dataclasses import dataclass, field

from inti.putusan import AturanDilanggar
from kerjasama.domain.kolom import huruf_kolom

UKURAN_TERBESAR = 25 * 1024 * 1024
KOLOM_TERBANYAK = 60
BARIS_TERBANYAK = 20_000
SEL_TERPANJANG = 5_000
# Rows above the headings (title, place, year) do not count.
BARIS_KEPALA = 30


@dataclass(frozen=True)
class NamaLembar:
    """One sheet of a workbook; a CSV has a single one without a name."""

    nama: str
    tersembunyi: bool = False


@dataclass
class Isi:
    """Rows of text; remarks about single cells by (row, column), both from 1; about the file.

    `tersembunyi` holds the rows that the spreadsheet does not show; `epoch_1904` says that bare
    numbers of days are counted from 1904, as old workbooks of Mac do.
    """

    baris: list[list[str]]
    catatan: dict[tuple[int, int], str] = field(default_factory=dict)
    peringatan: list[str] = field(default_factory=list)
    tersembunyi: set[int] = field(default_factory=set)
    epoch_1904: bool = False

    def catat(self, nomor: int, kolom: int, pesan: str) -> None:
        """Note something about one cell, beside what was noted before."""
        lama = self.catatan.get((nomor, kolom))
        self.catatan[nomor, kolom] = f"{lama} {pesan}" if lama else pesan


def periksa_ukuran(tinggi: int, lebar: int) -> None:
    """Raise AturanDilanggar when the sheet is larger than a list can be."""
    if lebar > KOLOM_TERBANYAK:
        raise AturanDilanggar(
            f"Lembar memuat {lebar} kolom (sampai kolom {huruf_kolom(lebar)}); paling banyak "
            f"{KOLOM_TERBANYAK}. Hapus kolom yang tidak perlu, lalu unggah lagi."
        )
    if tinggi > BARIS_TERBANYAK + BARIS_KEPALA:
        raise AturanDilanggar(
            f"Daftar terisi sampai baris {tinggi}; paling banyak {BARIS_TERBANYAK} baris. "
            "Bagi menjadi beberapa berkas."
        )
