"""The matrix as a sheet: the head of the document, then the eight columns of Pasal 6 ayat (6)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inti.formats import tanggal_indonesia
from pengawasan.domain.matrik import KOLOM
from pengawasan.enums import JenisRekomendasi
from pengawasan.queries.matrik import JUDUL_KOLOM, BarisTampil, baris_tampil
from pengawasan.queries.usulan_matrik import sebut_naskah

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pengawasan.models import Kegiatan, Rekomendasi

# Widths in characters, the number first; what is above stays in sight.
LEBAR = (5, 24, 30, 36, 32, 32, 26, 24, 40)
BEKU = "A7"


def isi_lembar(kegiatan: Kegiatan) -> Iterator[list[Any]]:
    """Row by row."""
    naskah = kegiatan.naskah
    pada = kegiatan.tanggal_pelaksanaan
    yield ["Matrik hasil evaluasi (Pasal 6 ayat (6))"]
    yield ["Naskah", None, sebut_naskah(kegiatan)]
    yield ["Tentang", None, naskah.judul]
    yield ["Dilaksanakan", None, tanggal_indonesia(pada) if pada else "Belum dilaksanakan"]
    yield []
    yield ["No.", *[judul for _, judul in KOLOM]]
    for satu in baris_tampil(kegiatan):
        yield _baris(satu)


def _baris(satu: BarisTampil) -> list[Any]:
    sel = [str(getattr(satu.baris, nama) or "") for nama in JUDUL_KOLOM]
    return [satu.baris.urutan, *sel, "\n".join(_sebut(r) for r in satu.rekomendasi)]


def _sebut(rekomendasi: Rekomendasi) -> str:
    lainnya = rekomendasi.jenis == JenisRekomendasi.LAINNYA
    awal = "Lainnya" if lainnya else f"{rekomendasi.jenis}. {rekomendasi.get_jenis_display()}"
    uraian = f": {rekomendasi.uraian}" if rekomendasi.uraian else ""
    tenggat = rekomendasi.tenggat
    return f"{awal}{uraian}{f' (tenggat {tanggal_indonesia(tenggat)})' if tenggat else ''}"
