"""Reading a sheet (CSV or XLSX) into rows of text: bounded, and never trusting what it holds."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import islice
from typing import NamedTuple, NoReturn

from inti.putusan import AturanDilanggar
from inti.teks import rapikan, terlihat
from inti.unggahan import DOCX, JPEG, PDF, PNG, SEBUTAN, XLSX, tipe_isi
from kerjasama.domain.baca_tanggal import AWAL_EXCEL
from kerjasama.domain.baris_impor import TANPA_BAWAAN, Bawaan
from kerjasama.domain.kolom import TANGGAL, WAJIB, huruf_kolom, kenali, petakan
from kerjasama.domain.peringatan import Peringatan
from kerjasama.services.lembar_batas import (
    BARIS_TERBANYAK,
    SEL_TERPANJANG,
    UKURAN_TERBESAR,
    Isi,
    NamaLembar,
    periksa_ukuran,
)
from kerjasama.services.lembar_csv import baca_csv
from kerjasama.services.lembar_xlsx import Buku, buka_xlsx

AKHIRAN_TEKS = (".csv", ".txt", ".tsv")
XLS_LAMA = b"\xd0\xcf\x11\xe0"
# What begins so is text, but of another kind: a web page, a picture in XML, a letter, a program.
BUKAN_DAFTAR = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<[!?a-z]|\{\\rtf|%!PS|#!)", re.IGNORECASE)
TANDA_TEKS = re.compile(r"^'(?=[=+\-@|%＝＋－＠])")
JUDUL_TERPANJANG = 100
# How far down the headings may stand, below a title.
CARI_JUDUL = 15
SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
SELISIH_1904 = 1462
HANYA_JUDUL = "Daftar hanya berisi judul kolom. Isi sedikitnya satu baris."
TERSEMBUNYI = "Baris ini tersembunyi pada lembar; pastikan memang termasuk daftar."


class BarisLembar(NamedTuple):
    """One row: its number in the file, text by canonical or own heading, remarks per cell."""

    nomor: int
    isi: dict[str, str]
    catatan: list[Peringatan]


class Tata(NamedTuple):
    """How a person wants a file to be read.

    Which sheet (from 0), in which row its headings stand (0 for none), what each column is
    (empty for left out), and what is said of all rows at once.
    """

    lembar: int
    baris_judul: int
    kolom: list[str]
    bawaan: Bawaan = TANPA_BAWAAN


@dataclass
class Lembar:
    """Headings as they stand, rows, and remarks about the file."""

    judul_kolom: list[str]
    baris: list[BarisLembar]
    peringatan: list[str] = field(default_factory=list)
    kolom: list[str] = field(default_factory=list)


@dataclass
class BukuCsv:
    """A CSV as a workbook of one sheet."""

    nama: str
    isi: bytes
    lembar: list[NamaLembar] = field(default_factory=lambda: [NamaLembar("")])

    def baca(self, nomor: int) -> Isi:
        """The rows as text."""
        return baca_csv(self.nama, self.isi, dikenal)


def buka(nama: str, isi: bytes) -> Buku | BukuCsv:
    """The file, judged, with its sheets by name; `baca` reads one of them.

    Raises AturanDilanggar when it is no list at all, or its content is not what its name says.
    """
    if not isi.strip():
        _tolak("Berkas kosong. Pilih berkas CSV atau XLSX yang berisi daftar.")
    if len(isi) > UKURAN_TERBESAR:
        _tolak("Berkas terlalu besar; paling besar 25 MB. Bagi daftar menjadi beberapa berkas.")
    _periksa_jenis(nama, isi)
    return buka_xlsx(isi) if isi.startswith(b"PK") else BukuCsv(nama, isi)


def baca_lembar(nama: str, isi: bytes, tata: Tata | None = None) -> Lembar:
    """A sheet of the file, by default the first that is shown and whose headings are known.

    Raises AturanDilanggar saying what to do, row and column.
    """
    buku = buka(nama, isi)
    if tata is None:
        terbaca, tata = _pilih(buku)
    elif tata.lembar < len(buku.lembar):
        terbaca = buku.baca(tata.lembar)
    else:
        _tolak("Lembar yang dipilih tidak ada pada berkas ini. Pilih lembar yang lain.")
    hasil = _susun(terbaca, tata)
    if len(buku.lembar) > 1:
        judul = buku.lembar[tata.lembar].nama
        kata = f"Hanya lembar “{judul}” dari {len(buku.lembar)} lembar yang dibaca."
        hasil.peringatan.insert(0, kata)
    return hasil


def _pilih(buku: Buku | BukuCsv) -> tuple[Isi, Tata]:
    """The first sheet whose headings are known; the refusal speaks of the first one."""
    tampak = [n for n, satu in enumerate(buku.lembar) if not satu.tersembunyi]
    penolakan: AturanDilanggar | None = None
    for nomor in tampak or range(len(buku.lembar)):
        try:
            isi = buku.baca(nomor)
            berisi = terisi(isi)
        except AturanDilanggar as error:
            penolakan = penolakan or error
            continue
        if kepala := baris_judul(isi):
            return isi, Tata(nomor, kepala, kenali(_judul(isi, kepala)))
        penolakan = penolakan or _tanpa_judul(berisi[0], isi.baris[berisi[0] - 1])
    raise penolakan or AturanDilanggar("Berkas tidak berisi lembar.")


def baris_judul(isi: Isi) -> int:
    """The row (from 1) that names most columns, if it names title and party; else 0."""
    atas = list(islice((n for n, b in enumerate(isi.baris, start=1) if any(b)), CARI_JUDUL))
    cocok = [n for n in atas if set(WAJIB) <= set(kenali(isi.baris[n - 1]))]
    return max(cocok, key=lambda n: dikenal(isi.baris[n - 1]), default=0)


def dikenal(sel: list[str]) -> int:
    """How many headings of a row are known."""
    return sum(bool(k) for k in kenali(sel))


def _tolak(pesan: str) -> NoReturn:
    raise AturanDilanggar(pesan)


def _periksa_jenis(nama: str, isi: bytes) -> None:
    """The content must be a sheet, and what the name says."""
    tipe = tipe_isi(isi)
    akhiran = "".join(nama.lower().rpartition(".")[1:])
    if isi.startswith(XLS_LAMA):
        _tolak(
            f"“{nama}” adalah Excel lama (.xls) atau terkunci kata sandi. "
            "Simpan sebagai XLSX tanpa kata sandi, lalu unggah lagi."
        )
    if tipe in {PDF, JPEG, PNG, DOCX}:
        _tolak(f"Isi “{nama}” adalah {SEBUTAN[tipe]}, bukan CSV atau XLSX. Pilih berkas daftarnya.")
    if BUKAN_DAFTAR.match(isi):
        _tolak(
            f"Isi “{nama}” adalah halaman web, naskah program, atau dokumen lain. "
            "Simpan daftar sebagai CSV atau XLSX, lalu unggah lagi."
        )
    if isi.startswith(b"PK") and tipe != XLSX:
        _tolak(f"Isi “{nama}” bukan lembar kerja XLSX yang sah. Simpan ulang sebagai XLSX.")
    if tipe == XLSX and akhiran != ".xlsx":
        _tolak(f"Isi “{nama}” adalah XLSX, tidak sesuai dengan namanya. Ganti akhirannya .xlsx.")
    if tipe != XLSX and akhiran not in AKHIRAN_TEKS:
        _tolak(
            f"Isi “{nama}” adalah teks, tidak sesuai dengan namanya. "
            "Simpan daftar sebagai CSV atau XLSX, lalu unggah lagi."
        )


def terisi(isi: Isi) -> list[int]:
    """The rows that hold something; the sheet is refused if it is too large to be a list."""
    berisi = [n for n, b in enumerate(isi.baris, start=1) if _lebar(b)]
    if not berisi:
        _tolak("Lembar tidak berisi data. Isi daftar di bawah baris judul kolom.")
    periksa_ukuran(berisi[-1], max(_lebar(isi.baris[n - 1]) for n in berisi))
    return berisi


def _judul(isi: Isi, kepala: int) -> list[str]:
    return [bersih(j)[:JUDUL_TERPANJANG] for j in isi.baris[kepala - 1]] if kepala else []


def _susun(isi: Isi, tata: Tata) -> Lembar:
    """Name the columns, bound the cells, note what was cut or looks like a formula."""
    berisi = terisi(isi)
    judul = _judul(isi, tata.baris_judul)
    lebar = max(len(tata.kolom), len(judul))
    judul += [""] * (lebar - len(judul))
    nama = petakan(judul, tata.kolom)
    baris = [_baris(n, nama, isi) for n in berisi if n > tata.baris_judul]
    if not baris:
        _tolak(HANYA_JUDUL)
    if len(baris) > BARIS_TERBANYAK:
        _tolak(f"Daftar memuat {len(baris)} baris; paling banyak {BARIS_TERBANYAK}.")
    return Lembar(judul, baris, isi.peringatan, nama)


def _lebar(sel: list[str]) -> int:
    """The last column that holds something."""
    return max((i for i, s in enumerate(sel, start=1) if s.strip()), default=0)


def _tanpa_judul(nomor: int, sel: list[str]) -> AturanDilanggar:
    ada = kenali(sel)
    kurang = " dan ".join(k for k in WAJIB if k not in ada)
    sebut = ", ".join(f"“{bersih(s)[:30]}”" for s in sel[:6] if s.strip())
    return AturanDilanggar(
        f"Baris {nomor}: judul kolom {kurang} tidak ditemukan (yang ada: {sebut}). "
        "Beri baris judul kolom, misalnya nomor_pemda, judul, mitra."
    )


def _baris(nomor: int, nama: list[str], isi: Isi) -> BarisLembar:
    hasil = BarisLembar(nomor, {}, [])
    if nomor in isi.tersembunyi:
        hasil.catatan.append(Peringatan("", TERSEMBUNYI, ragu=True))
    sel = isi.baris[nomor - 1]
    for posisi, mentah in enumerate(sel[: max(len(nama), _lebar(sel))], start=1):
        berjudul = posisi <= len(nama)
        kolom = nama[posisi - 1] if berjudul else f"kolom {huruf_kolom(posisi)}"
        teks = bersih(mentah)
        if isi.epoch_1904 and kolom in TANGGAL and SERIAL.fullmatch(teks):
            teks = _sejak_1904(teks, isi, (nomor, posisi))
        _taruh(hasil.isi, kolom, teks[:SEL_TERPANJANG])
        hasil.catatan.extend(
            Peringatan(kolom, pesan, ragu=True)
            for pesan in _catatan_sel(teks, isi.catatan.get((nomor, posisi)), berjudul=berjudul)
        )
    return hasil


def _taruh(isi: dict[str, str], kolom: str, teks: str) -> None:
    """Several columns of one kind are read as one list."""
    isi[kolom] = "; ".join(filter(None, (isi.get(kolom, ""), teks)))


def _sejak_1904(teks: str, isi: Isi, sel: tuple[int, int]) -> str:
    """A bare number of days, counted as the workbook counts."""
    nomor = int(teks.partition(".")[0]) + SELISIH_1904
    tanggal = AWAL_EXCEL + timedelta(days=nomor)
    isi.catat(*sel, f"Nomor tanggal “{teks}” dihitung sejak 1904, seperti pada berkasnya.")
    return tanggal.isoformat()


def _catatan_sel(teks: str, pesan: str | None, *, berjudul: bool) -> list[str]:
    catatan = [pesan] if pesan else []
    if len(teks) > SEL_TERPANJANG:
        catatan.append(f"Isi dipotong pada {SEL_TERPANJANG} huruf (semula {len(teks)}).")
    if teks and not berjudul:
        catatan.append("Isi di luar judul kolom; mungkin ada pemisah di dalam sel tanpa kutip.")
    return catatan


def bersih(teks: str) -> str:
    """As plain text, without the mark by which our own reports keep text from being a formula."""
    rapi = teks if teks.isascii() and teks.isprintable() else rapikan(teks)
    return TANDA_TEKS.sub("", rapi.strip()) if terlihat(rapi) else ""
