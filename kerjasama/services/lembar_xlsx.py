"""Reading the first sheet of an XLSX: inspected before a parser sees it, never evaluated.

The parser lays a sheet out as a dense table, so one cell in a far corner would ask for more
memory than the machine has and end the process. Hence the order: judge the archive, unpack only
the parts that are needed under a cap, find how far the filled cells reach, and parse then.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from python_calamine import CalamineError, CalamineWorkbook

from inti.putusan import AturanDilanggar
from inti.unggahan import PEMERIKSA, XLSX
from kerjasama.services.lembar_batas import Isi, periksa_ukuran

ISI_TERBESAR = 100 * 1024 * 1024
POTONGAN = 1024 * 1024
PERLU = re.compile(
    r"(?:\[Content_Types\]\.xml|_rels/\.rels|xl/workbook\.xml|xl/_rels/workbook\.xml\.rels"
    r"|xl/(?:styles|sharedStrings)\.xml)$",
    re.IGNORECASE,
)
_ATRIBUT = rb"((?:[^<>\"']|\"[^\"]*\"|'[^']*')*?)"
TANDA = re.compile(rb"<(?:\w+:)?(row|c|v|is|f|mergeCell)(?=[\s/>])" + _ATRIBUT + rb"(/?)>")
LEMBAR = re.compile(rb"<(?:\w+:)?sheet(?=\s)" + _ATRIBUT + rb"/?>")
HUBUNGAN = re.compile(rb"<(?:\w+:)?Relationship(?=\s)" + _ATRIBUT + rb"/?>")
BUNYI = re.compile(rb"\s*([^<]{0,500})")
PASANGAN = re.compile(rb"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
ALAMAT = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
RUSAK = "XLSX rusak atau tidak berisi lembar. Buka di aplikasi lembar kerja, lalu simpan ulang."


@dataclass
class Pindaian:
    """How far the filled cells reach, and which of them hold a formula or an error."""

    tinggi: int = 0
    lebar: int = 0
    rumus: dict[tuple[int, int], str] = field(default_factory=dict)
    galat: set[tuple[int, int]] = field(default_factory=set)
    gabung: bool = False


def baca_xlsx(isi: bytes) -> Isi:
    """The rows of the first sheet as text, with what a person should know of single cells."""
    try:
        PEMERIKSA[XLSX](isi)
    except ValidationError as error:
        raise AturanDilanggar(f"XLSX ditolak: {error.messages[0]}") from error
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            bagian, lembar, nama = _bongkar(arsip)
        pindaian = _pindai(bagian[lembar])
        baris = _urai(bagian)
    except (CalamineError, zipfile.BadZipFile, OSError, LookupError, ValueError) as error:
        raise AturanDilanggar(RUSAK) from error
    return _susun(baris, pindaian, nama)


def _bongkar(arsip: zipfile.ZipFile) -> tuple[dict[str, bytes], str, list[str]]:
    """The parts that are needed, the name of the first sheet's part, and all sheets' titles."""
    sisa = [ISI_TERBESAR]
    bagian = {n: _buka(arsip, n, sisa) for n in arsip.namelist() if PERLU.match(n)}
    daftar = [_atribut(m[1]) for m in LEMBAR.finditer(bagian["xl/workbook.xml"])]
    semua = HUBUNGAN.finditer(bagian["xl/_rels/workbook.xml.rels"])
    hubungan = {a.get("Id", ""): a.get("Target", "") for a in (_atribut(m[1]) for m in semua)}
    tujuan = hubungan[next((n for k, n in daftar[0].items() if k.endswith(":id")), "")]
    nama = tujuan.lstrip("/") if tujuan.startswith("/") else f"xl/{tujuan}"
    bagian[nama] = _buka(arsip, nama, sisa)
    return bagian, nama, [a.get("name", "") for a in daftar]


def _buka(arsip: zipfile.ZipFile, nama: str, sisa: list[int]) -> bytes:
    """Unpack one part; what the archive says of its own sizes is not believed."""
    potongan = []
    with arsip.open(nama) as sumber:
        while satu := sumber.read(POTONGAN):
            sisa[0] -= len(satu)
            if sisa[0] < 0:
                raise AturanDilanggar("XLSX ditolak: isi setelah dibuka terlalu besar.")
            potongan.append(satu)
    utuh = b"".join(potongan)
    if b"\x00" in utuh or b"<!DOCTYPE" in utuh[:1000]:
        raise AturanDilanggar(RUSAK)
    return utuh


def _atribut(teks: bytes) -> dict[str, str]:
    return {
        kunci.decode("utf-8", "replace"): (satu or dua).decode("utf-8", "replace")
        for kunci, satu, dua in PASANGAN.findall(teks)
    }


def _pindai(xml: bytes) -> Pindaian:
    """Walk over rows and cells; a cell without address stands beside the one before it.

    Comments and the like, behind which a cell could hide from this walk, are refused.
    """
    if b"<!" in xml or b"<?" in xml[5:]:
        raise ValueError(xml[:5])
    hasil, nomor, kolom, galat = Pindaian(), 0, 0, False
    for tanda in TANDA.finditer(xml):
        nama, tutup = tanda[1], tanda[3]
        if nama == b"row":
            tertulis = _atribut(tanda[2]).get("r")
            nomor, kolom = int(tertulis) if tertulis else nomor + 1, 0
        elif nama == b"c":
            atribut = _atribut(tanda[2])
            nomor, kolom = _alamat(atribut["r"]) if "r" in atribut else (nomor, kolom + 1)
            galat = atribut.get("t") == "e"
        elif nama == b"mergeCell":
            hasil.gabung = True
        elif not tutup:
            hasil.tinggi, hasil.lebar = max(hasil.tinggi, nomor), max(hasil.lebar, kolom)
            if nama == b"f":
                hasil.rumus[nomor, kolom] = _bunyi(xml, tanda.end())
            elif galat:
                hasil.galat.add((nomor, kolom))
    periksa_ukuran(hasil.tinggi, hasil.lebar)
    return hasil


def _alamat(teks: str) -> tuple[int, int]:
    """`AB12` → (12, 28)."""
    cocok = ALAMAT.fullmatch(teks)
    if cocok is None:
        raise ValueError(teks)
    kolom = 0
    for huruf in cocok[1]:
        kolom = kolom * 26 + ord(huruf) - 64
    return int(cocok[2]), kolom


def _bunyi(xml: bytes, mulai: int) -> str:
    cocok = BUNYI.match(xml, mulai)
    return cocok[1].decode("utf-8", "replace") if cocok else ""


def _urai(bagian: dict[str, bytes]) -> list[list[Any]]:
    """Parse what was unpacked, stored anew so that the parser has nothing left to unpack."""
    polos = io.BytesIO()
    with zipfile.ZipFile(polos, "w", zipfile.ZIP_STORED) as arsip:
        for nama, isi in bagian.items():
            arsip.writestr(nama, isi)
    polos.seek(0)
    lembar = CalamineWorkbook.from_filelike(polos).get_sheet_by_index(0)
    return lembar.to_python(skip_empty_area=False)


def _susun(baris: list[list[Any]], pindaian: Pindaian, nama: list[str]) -> Isi:
    isi = Isi([[_teks(sel) for sel in satu] for satu in baris])
    for (nomor, kolom), bunyi in sorted(pindaian.rumus.items()):
        _catat_rumus(isi, nomor, kolom, bunyi)
    for nomor, kolom in pindaian.galat - set(pindaian.rumus):
        isi.catat(nomor, kolom, "Sel ini berisi galat rumus; isi nilainya.")
    if len(nama) > 1:
        isi.peringatan.append(f"Hanya lembar pertama (“{nama[0]}”) dari {len(nama)} yang dibaca.")
    if pindaian.gabung:
        isi.peringatan.append("Ada sel gabungan; isinya hanya dibaca pada sel pertamanya.")
    return isi


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
