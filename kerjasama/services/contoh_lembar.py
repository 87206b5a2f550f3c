"""The sheets of a file with their first rows, kept so that a person can name the columns."""

from __future__ import annotations

from typing import Any

from inti.putusan import AturanDilanggar
from kerjasama.services.lembar import CARI_JUDUL, HANYA_JUDUL, baris_judul, bersih, buka, terisi
from kerjasama.services.lembar_batas import KOLOM_TERBANYAK, Isi

LEMBAR_TERBANYAK = 30
BARIS_CONTOH = 30
SEL_CONTOH = 100
# A sheet as it is kept: `baris_judul` is the row of known headings, `usul_judul` the likely one.
KOSONG = {"contoh": [], "tinggi": 0, "baris_judul": 0, "usul_judul": 0, "galat": ""}


def contoh_lembar(nama: str, isi: bytes) -> list[dict[str, Any]]:
    """Each sheet as plain values: name, first rows, how far it reaches, why it cannot be read.

    Raises AturanDilanggar when none of them can be read.
    """
    buku = buka(nama, isi)
    daftar: list[dict[str, Any]] = []
    for nomor, lembar in enumerate(buku.lembar[:LEMBAR_TERBANYAK]):
        satu: dict[str, Any] = {"nama": lembar.nama, "tersembunyi": lembar.tersembunyi}
        try:
            daftar.append(satu | _contoh(buku.baca(nomor)))
        except AturanDilanggar as error:
            daftar.append(satu | KOSONG | {"galat": error.alasan})
    if all(satu["galat"] for satu in daftar):
        raise AturanDilanggar(daftar[0]["galat"])
    return daftar


def lembar_utama(daftar: list[dict[str, Any]]) -> int:
    """The sheet to begin with: shown, readable, with known headings, in this order of weight."""

    def bobot(nomor: int) -> tuple[bool, bool, bool]:
        satu = daftar[nomor]
        return not satu["galat"], satu["baris_judul"] > 0, not satu["tersembunyi"]

    return max(range(len(daftar)), key=bobot)


def _contoh(isi: Isi) -> dict[str, Any]:
    tinggi = terisi(isi)[-1]
    kepala = baris_judul(isi)
    if kepala == tinggi:
        raise AturanDilanggar(HANYA_JUDUL)
    baris = [
        [bersih(sel)[:SEL_CONTOH] for sel in satu[:KOLOM_TERBANYAK]]
        for satu in isi.baris[:BARIS_CONTOH]
    ]
    usul = kepala or _terlebar(baris)
    return KOSONG | {
        "contoh": baris,
        "tinggi": tinggi,
        "baris_judul": kepala,
        "usul_judul": usul if usul < tinggi else 0,
    }


def _terlebar(baris: list[list[str]]) -> int:
    """Where headings that nobody knows most likely stand: the first row that fills most cells."""
    lebar = [sum(map(bool, satu)) for satu in baris[:CARI_JUDUL]]
    return lebar.index(max(lebar)) + 1 if any(lebar) else 0
