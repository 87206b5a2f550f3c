"""Reading a sheet of an XLSX: inspected before a parser sees it, never evaluated.

The parser lays a sheet out as a dense table, so one cell in a far corner would ask for more
memory than the machine has and end the process. Hence the order: judge the archive, unpack only
the parts that are needed under a cap, find how far the filled cells reach, and parse then.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from python_calamine import CalamineError, CalamineWorkbook

from inti.putusan import AturanDilanggar
from inti.unggahan import PEMERIKSA, XLSX
from kerjasama.services.lembar_batas import Isi, NamaLembar
from kerjasama.services.lembar_pindai import ATRIBUT, Pindaian, atribut, benar, pindai

ISI_TERBESAR = 100 * 1024 * 1024
POTONGAN = 1024 * 1024
PERLU = re.compile(
    r"(?:\[Content_Types\]\.xml|_rels/\.rels|xl/workbook\.xml|xl/_rels/workbook\.xml\.rels"
    r"|xl/(?:styles|sharedStrings)\.xml)$",
    re.IGNORECASE,
)
LEMBAR = re.compile(rb"<(?:\w+:)?sheet(?=\s)" + ATRIBUT + rb"/?>")
HUBUNGAN = re.compile(rb"<(?:\w+:)?Relationship(?=\s)" + ATRIBUT + rb"/?>")
SIFAT_BUKU = re.compile(rb"<(?:\w+:)?workbookPr(?=\s)" + ATRIBUT + rb"/?>")
RUSAK = "XLSX rusak atau tidak berisi lembar. Buka di aplikasi lembar kerja, lalu simpan ulang."
TERLALU_BESAR = "XLSX ditolak: isi setelah dibuka terlalu besar."
SEBUT_TERBANYAK = 10


@dataclass
class Buku:
    """An archive that was judged, with what every sheet needs and how much may yet be unpacked."""

    arsip: zipfile.ZipFile
    bagian: dict[str, bytes]
    lembar: list[NamaLembar]
    jalur: list[str]
    sisa: list[int]

    @property
    def epoch_1904(self) -> bool:
        """Whether days are counted from 1904."""
        sifat = SIFAT_BUKU.search(self.bagian["xl/workbook.xml"])
        return sifat is not None and benar(atribut(sifat[1]).get("date1904"))

    def baca(self, nomor: int) -> Isi:
        """The rows of one sheet as text, with what a person should know of single cells."""
        try:
            jalur = self.jalur[nomor]
            xml = _buka(self.arsip, jalur, self.sisa)
            pindaian = pindai(xml)
            baris = _urai(self.bagian | {jalur: xml}, nomor)
        except (CalamineError, zipfile.BadZipFile, OSError, LookupError, ValueError) as error:
            raise AturanDilanggar(RUSAK) from error
        return _susun(baris, pindaian, epoch_1904=self.epoch_1904)


def buka_xlsx(isi: bytes) -> Buku:
    """The workbook, judged; no sheet is read yet. Raises AturanDilanggar when it is unsound."""
    try:
        PEMERIKSA[XLSX](io.BytesIO(isi))
    except ValidationError as error:
        raise AturanDilanggar(f"XLSX ditolak: {error.messages[0]}") from error
    try:
        return _bongkar(zipfile.ZipFile(io.BytesIO(isi)))
    except (zipfile.BadZipFile, OSError, LookupError, ValueError) as error:
        raise AturanDilanggar(RUSAK) from error


def _bongkar(arsip: zipfile.ZipFile) -> Buku:
    """The parts that every sheet needs, and where each sheet lies."""
    sisa = [ISI_TERBESAR]
    bagian = {n: _buka(arsip, n, sisa) for n in arsip.namelist() if PERLU.match(n)}
    daftar = [atribut(m[1]) for m in LEMBAR.finditer(bagian["xl/workbook.xml"])]
    semua = HUBUNGAN.finditer(bagian["xl/_rels/workbook.xml.rels"])
    hubungan = {a.get("Id", ""): a.get("Target", "") for a in (atribut(m[1]) for m in semua)}
    if not daftar:
        raise LookupError
    lembar = [
        NamaLembar(a.get("name", ""), tersembunyi=a.get("state", "visible") != "visible")
        for a in daftar
    ]
    return Buku(arsip, bagian, lembar, [_jalur(a, hubungan) for a in daftar], sisa)


def _jalur(lembar: dict[str, str], hubungan: dict[str, str]) -> str:
    """The name of the part that holds a sheet."""
    tujuan = hubungan[next((n for k, n in lembar.items() if k.endswith(":id")), "")]
    return tujuan.lstrip("/") if tujuan.startswith("/") else f"xl/{tujuan}"


def _buka(arsip: zipfile.ZipFile, nama: str, sisa: list[int]) -> bytes:
    """Unpack one part; what the archive says of its own sizes is not believed."""
    potongan = []
    with arsip.open(nama) as sumber:
        while satu := sumber.read(POTONGAN):
            sisa[0] -= len(satu)
            if sisa[0] < 0:
                raise AturanDilanggar(TERLALU_BESAR)
            potongan.append(satu)
    utuh = b"".join(potongan)
    if b"\x00" in utuh or b"<!DOCTYPE" in utuh[:1000]:
        raise AturanDilanggar(RUSAK)
    return utuh


def _urai(bagian: dict[str, bytes], nomor: int) -> list[list[Any]]:
    """Parse what was unpacked, stored anew so that the parser has nothing left to unpack."""
    polos = io.BytesIO()
    with zipfile.ZipFile(polos, "w", zipfile.ZIP_STORED) as arsip:
        for nama, isi in bagian.items():
            arsip.writestr(nama, isi)
    polos.seek(0)
    lembar = CalamineWorkbook.from_filelike(polos).get_sheet_by_index(nomor)
    return lembar.to_python(skip_empty_area=False)


def _susun(baris: list[list[Any]], pindaian: Pindaian, *, epoch_1904: bool) -> Isi:
    isi = Isi([[_teks(sel) for sel in satu] for satu in baris], epoch_1904=epoch_1904)
    for (nomor, kolom), bunyi in sorted(pindaian.rumus.items()):
        _catat_rumus(isi, nomor, kolom, bunyi)
    for nomor, kolom in pindaian.galat - set(pindaian.rumus):
        isi.catat(nomor, kolom, "Sel ini berisi galat rumus; isi nilainya.")
    _isi_gabungan(isi, pindaian)
    isi.tersembunyi = {n for n in pindaian.baris_tersembunyi if n <= pindaian.tinggi}
    if isi.tersembunyi:
        isi.peringatan.append(
            f"Baris yang tersembunyi pada lembar ikut dibaca: {_sebut(sorted(isi.tersembunyi))}."
        )
    if tersembunyi := pindaian.kolom_tersembunyi:
        isi.peringatan.append(f"Kolom yang tersembunyi ikut dibaca: {_sebut(tersembunyi)}.")
    return isi


def _sebut(daftar: list[Any]) -> str:
    lain = len(daftar) - SEBUT_TERBANYAK
    sebut = ", ".join(map(str, daftar[:SEBUT_TERBANYAK]))
    return f"{sebut}, dan {lain} lainnya" if lain > 0 else sebut


def _isi_gabungan(isi: Isi, pindaian: Pindaian) -> None:
    """What a merged cell shows stands for each of its rows, and each is told so."""
    for gabungan in pindaian.gabungan:
        awal, kolom, akhir = gabungan
        atas = isi.baris[awal - 1] if awal <= len(isi.baris) else []
        if len(atas) < kolom or not (teks := atas[kolom - 1]):
            continue
        for nomor in range(awal + 1, min(akhir, len(isi.baris)) + 1):
            satu = isi.baris[nomor - 1]
            if not any(satu):
                continue
            satu.extend([""] * (kolom - len(satu)))
            satu[kolom - 1] = teks
            kata = f"Sel gabungan {gabungan}; dipakai isi sel pertamanya, “{teks[:60]}”."
            isi.catat(nomor, kolom, kata)


def _catat_rumus(isi: Isi, nomor: int, kolom: int, bunyi: str) -> None:
    """The result that was saved with the formula is used; without one, the formula as text."""
    while len(isi.baris) < nomor:
        isi.baris.append([])
    satu = isi.baris[nomor - 1]
    satu.extend([""] * (kolom - len(satu)))
    if satu[kolom - 1]:
        kata = f"Sel ini rumus; dipakai hasilnya yang tersimpan, “{satu[kolom - 1][:60]}”."
    else:
        satu[kolom - 1] = f"={bunyi}"
        kata = "Sel ini rumus tanpa hasil tersimpan; disimpan sebagai teks dan tidak dihitung."
    isi.catat(nomor, kolom, kata)


def _teks(sel: Any) -> str:
    if isinstance(sel, datetime):
        return sel.date().isoformat()
    if isinstance(sel, date):
        return sel.isoformat()
    if isinstance(sel, float) and sel.is_integer():
        return str(int(sel))
    return "" if sel is None else str(sel)
