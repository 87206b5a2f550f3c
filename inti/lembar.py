"""A table as CSV or XLSX, written row by row; no spreadsheet takes a cell for a formula."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain, islice
from typing import IO, TYPE_CHECKING, Any

from django.utils import timezone
from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

AWAL_BERBAHAYA = ("=", "+", "-", "@", "|", "%", "\t", "\r", "＝", "＋", "－", "＠")
# By which a spreadsheet knows that the text is UTF-8.
BOM = "\ufeff"
BARIS_SEKALIGUS = 200
# A sheet holds 1,048,576 rows; what is longer goes on in the next one, under its own heading.
BARIS_SELEMBAR = 1_000_000
SEL_TERPANJANG = 32_767


@dataclass(frozen=True)
class Kolom:
    """One column of a list: its heading, and its value of a row."""

    label: str
    nilai: Callable[[Any], Any]


def aman_untuk_lembar(teks: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{teks}" if teks.lstrip().startswith(AWAL_BERBAHAYA) else teks


def isi_tabel(kolom: Sequence[Kolom], baris: Iterable[Any]) -> Iterator[list[Any]]:
    """The headings, then the values row by row."""
    yield [k.label for k in kolom]
    for satu in baris:
        yield [k.nilai(satu) for k in kolom]


def potongan_csv(baris: Iterable[Sequence[Any]]) -> Iterator[str]:
    """The table as CSV, some hundred rows at a time, so that memory stays flat."""
    baris = iter(baris)
    yield BOM
    while sekaligus := list(islice(baris, BARIS_SEKALIGUS)):
        penampung = io.StringIO()
        csv.writer(penampung).writerows([_teks(n) for n in satu] for satu in sekaligus)
        yield penampung.getvalue()


def tulis_xlsx(
    baris: Iterable[Sequence[Any]],
    berkas: IO[bytes],
    *,
    beku: str = "A2",
    lebar: Sequence[int] = (),
) -> None:
    """The table as XLSX: text as text, dates as dates; rows go to disk as they come.

    `beku` is the cell above and left of which all stays in sight; with `lebar`, the widths of
    the columns in characters, long text is folded.
    """
    buku = Workbook(write_only=True)
    baris = iter(baris)
    kepala = list(next(baris))
    ada = True
    while ada:
        lembar = buku.create_sheet()
        lembar.freeze_panes = beku
        for ke, karakter in enumerate(lebar, start=1):
            lembar.column_dimensions[get_column_letter(ke)].width = karakter
        ada = False
        for ke, satu in enumerate(chain([kepala], baris), start=1):
            sel = [_sel(lembar, nilai) for nilai in satu]
            lembar.append([_lipat(lembar, s) for s in sel] if len(sel) == len(lebar) else sel)
            if ada := ke >= BARIS_SELEMBAR:
                break
    buku.save(berkas)


def tulis_buku(
    lembar: Mapping[str, Sequence[Sequence[Any]]], berkas: IO[bytes], *, lebar: int
) -> None:
    """A small workbook of named sheets; text is folded at `lebar` characters a column."""
    buku = Workbook(write_only=True)
    for nama, baris in lembar.items():
        satu = buku.create_sheet(nama)
        satu.freeze_panes = "A2"
        for ke in range(1, len(baris[0]) + 1):
            satu.column_dimensions[get_column_letter(ke)].width = lebar
        for sel in baris:
            satu.append([_lipat(satu, _sel(satu, nilai)) for nilai in sel])
    buku.save(berkas)


def _teks(nilai: Any) -> Any:
    """Dates as a program reads them; text with its formula taken away."""
    if isinstance(nilai, datetime):
        return timezone.localtime(nilai).strftime("%Y-%m-%d %H:%M")
    if isinstance(nilai, date):
        return nilai.isoformat()
    if nilai is None or isinstance(nilai, int | float):
        return nilai
    return aman_untuk_lembar(str(nilai))


def _lipat(lembar: Any, nilai: Any) -> Any:
    """The cell with its text folded at the width of the column."""
    sel = nilai if isinstance(nilai, Cell) else WriteOnlyCell(lembar, nilai)
    sel.alignment = Alignment(wrap_text=True, vertical="top")
    return sel


def _sel(lembar: Any, nilai: Any) -> Any:
    if isinstance(nilai, datetime):
        return timezone.localtime(nilai).replace(tzinfo=None, microsecond=0)
    if nilai is None or isinstance(nilai, int | float | date):
        return nilai
    teks = ILLEGAL_CHARACTERS_RE.sub("", str(nilai))[:SEL_TERPANJANG]
    if not teks.startswith(("=", "#")):
        return teks
    sel = WriteOnlyCell(lembar, teks)
    sel.data_type = "s"  # text, whatever it looks like
    return sel
