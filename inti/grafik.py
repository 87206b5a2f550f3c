"""The one chart: bars side by side with their figures, as SVG for the page and for the PDF.

Pure: no Django, no clock. Colours and sizes are attributes, because neither the page's policy
nor the renderer's assets know another style sheet. Every figure is written at its bar and the
parts differ in pattern as well, so that nothing is told by colour alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from inti.formats import ribuan

LEBAR = 360
BARIS, BATANG, JARAK = 41, 13, 18
RUANG_ANGKA = 70
LABEL_TERPANJANG = 52
# Filled, then hatched, then outlined: told apart without colour, too.
WARNA = ("#0a489f", "#855f00", "#525252")
HURUF = "Arimo, Inter, sans-serif"


@dataclass(frozen=True)
class Batang:
    """One bar: its label, and the value of each part in the order of `Grafik.bagian`."""

    label: str
    nilai: Sequence[int]


@dataclass(frozen=True)
class Grafik:
    """A chart with its title; `kunci` is unique on the page."""

    kunci: str
    judul: str
    bagian: Sequence[str]
    batang: Sequence[Batang]


def dari_isi(isi: Mapping[str, Any]) -> Grafik:
    """The chart of a snapshot, which holds it as plain values."""
    batang = [Batang(satu["label"], satu["nilai"]) for satu in isi["batang"]]
    return Grafik(isi["kunci"], isi["judul"], isi["bagian"], batang)


def svg(grafik: Grafik) -> str:
    """The picture; its title and every figure are text that is read aloud."""
    atas = JARAK + 12
    tinggi = atas + BARIS * len(grafik.batang)
    terbesar = max([1, *(sum(b.nilai) for b in grafik.batang)])
    isi = [_corak(grafik), _keterangan(grafik)]
    for ke, satu in enumerate(grafik.batang):
        isi += _batang(grafik, satu, y=atas + BARIS * ke, terbesar=terbesar)
    kunci = escape(grafik.kunci)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {LEBAR} {tinggi}" '
        f'width="{LEBAR}" height="{tinggi}" aria-labelledby="{kunci}-judul {kunci}-isi" '
        f'font-family="{HURUF}" font-size="12" fill="#1f1f1f">'
        f'<title id="{kunci}-judul">{escape(grafik.judul)}</title>'
        f'<desc id="{kunci}-isi">{escape(kalimat(grafik))}</desc>{"".join(isi)}</svg>'
    )


def kalimat(grafik: Grafik) -> str:
    """What the chart shows, in words."""
    return "; ".join(f"{b.label}: {_angka(grafik, b)}" for b in grafik.batang) or "Tidak ada data"


def _angka(grafik: Grafik, batang: Batang) -> str:
    if len(grafik.bagian) == 1:
        return ribuan(batang.nilai[0])
    pasangan = zip(batang.nilai, grafik.bagian, strict=True)
    return ", ".join(f"{ribuan(nilai)} {nama.lower()}" for nilai, nama in pasangan)


def _corak(grafik: Grafik) -> str:
    """The hatch of the second part."""
    warna = WARNA[1]
    return (
        f'<defs><pattern id="{escape(grafik.kunci)}-corak" width="5" height="5" '
        'patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<rect width="5" height="5" fill="#fff6df"/>'
        f'<rect width="2.2" height="5" fill="{warna}"/></pattern></defs>'
    )


def _gaya(grafik: Grafik, ke: int) -> str:
    isi = (WARNA[0], f"url(#{escape(grafik.kunci)}-corak)", "#ffffff")[ke]
    return f'fill="{isi}" stroke="{WARNA[ke]}"'


def _keterangan(grafik: Grafik) -> str:
    """What each pattern stands for; nothing to tell apart in a chart of one part."""
    if len(grafik.bagian) == 1:
        return f'<text x="0" y="12" fill="#525252">{escape(grafik.bagian[0])}</text>'
    hasil, x = [], 0
    for ke, nama in enumerate(grafik.bagian):
        hasil.append(f'<rect x="{x + 0.5}" y="3" width="11" height="11" {_gaya(grafik, ke)}/>')
        hasil.append(f'<text x="{x + 17}" y="12">{escape(nama)}</text>')
        x += 34 + 7 * len(nama)
    return "".join(hasil)


def _batang(grafik: Grafik, batang: Batang, *, y: int, terbesar: int) -> list[str]:
    label = batang.label
    if len(label) > LABEL_TERPANJANG:
        label = f"{label[: LABEL_TERPANJANG - 1].rstrip()}…"
    hasil = [f'<text x="0" y="{y + 12}">{escape(label)}</text>']
    skala, x = (LEBAR - RUANG_ANGKA) / terbesar, 0.5
    for ke, nilai in enumerate(batang.nilai):
        if nilai:
            lebar = round(nilai * skala, 1)
            hasil.append(
                f'<rect x="{round(x, 1)}" y="{y + 17}" width="{lebar}" height="{BATANG}" '
                f"{_gaya(grafik, ke)}/>"
            )
            x += lebar
    angka = " + ".join(ribuan(n) for n in batang.nilai)
    hasil.append(f'<text x="{round(x + 6, 1)}" y="{y + 28}" font-weight="700">{angka}</text>')
    return hasil
