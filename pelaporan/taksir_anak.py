"""With which rows of a table the pages probably begin, guessed from one page that is laid out.

Only how work is shared depends on it, so it need not be right. For tata_anak only.
"""

from __future__ import annotations

from typing import Any


def awal_halaman(page: Any, kelompok: Any, mulai: int, dasar: float) -> list[int]:
    """The first rows of the pages to come; that of the next, `mulai`, is known."""
    tabel = next(
        satu
        for satu in page.descendants()
        if any(anak.element is kelompok.element for anak in getattr(satu, "children", ()))
    )
    ukuran = _Ukuran(tabel)
    muat = dasar - page.content_box_y() - ukuran.kepala
    awal, tinggi = [mulai], 0.0
    for ke, baris in enumerate(kelompok.children[mulai:], mulai):
        satu = ukuran.tinggi(baris)
        if tinggi and tinggi + satu > muat:
            awal.append(ke)
            tinggi = 0.0
        tinggi += satu
    return awal


class _Ukuran:
    """How wide a letter, how high a line and how high the head of the table is."""

    def __init__(self, tabel: Any) -> None:
        self.kepala = sum(satu.height for satu in tabel.children if satu.is_header)
        self._sel = {
            sel.grid_x: sel
            for satu in tabel.children
            if not satu.is_header
            for baris in satu.children
            for sel in baris.children
        }
        isi = [satu for sel in self._sel.values() for satu in sel.descendants()]
        teks = [satu for satu in isi if hasattr(satu, "text")]
        self._huruf = sum(t.width for t in teks) / max(1, sum(len(t.text) for t in teks))
        self._garis = max((satu.height for satu in isi if _garis(satu)), default=0)
        self._tepi = min(sel.border_height() - sel.height for sel in self._sel.values())

    def tinggi(self, baris: Any) -> float:
        """How high a row will be."""
        return self._tepi + max(self._tinggi(sel) for sel in baris.children)

    def _tinggi(self, sel: Any) -> float:
        muat = int(self._sel[sel.grid_x].width / self._huruf)
        hasil = 0.0
        for satu in (sel, *sel.descendants()):
            if _garis(satu):
                teks = "".join(t.text for t in satu.descendants() if hasattr(t, "text"))
                hasil += self._garis * sum(_jumlah_garis(t, muat) for t in teks.split("\n"))
            elif satu is not sel and satu.element_tag == "p":
                hasil += satu.style["margin_bottom"].value
        return hasil


def _garis(kotak: Any) -> bool:
    return type(kotak).__name__ == "LineBox"


def _jumlah_garis(teks: str, muat: int) -> int:
    garis, sisa = 1, muat
    for kata in teks.split():
        if len(kata) > sisa:
            garis, sisa = garis + 1, muat
        sisa -= len(kata) + 1
    return garis
