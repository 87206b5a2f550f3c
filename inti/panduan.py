"""The guide as pages: the small part of Markdown that docs/panduan is written in. Pure.

Headings, paragraphs, flat lists, pictures, bold, italic, code and links; everything else is text.
Nothing of the source reaches the page unescaped. A paragraph that begins with a bold run-in
(`**Setoran.** …`) is a section of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from html import escape

JUDUL = re.compile(r"(#{1,4})\s+(.+)")
BUTIR = re.compile(r"(?:-|(\d+)\.)\s+(.+)")
GAMBAR = re.compile(r"!\[([^\]]*)\]\(\.\./gambar/([\w-]+)\.png\)")
SISIPAN = re.compile(r"\*\*([^*]+?)\.?\*\*")
KODE = re.compile(r"`([^`]+)`")
TEBAL = re.compile(r"\*\*([^*]+)\*\*")
MIRING = re.compile(r"\*([^*]+)\*")
TAUTAN = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
BUKAN_HURUF = re.compile(r"[^a-z0-9]+")


@dataclass
class Bagian:
    """A section: its heading, the level of it, an anchor, and its content as HTML."""

    judul: str
    tingkat: int
    jangkar: str
    html: list[str] = field(default_factory=list)
    teks: list[str] = field(default_factory=list)

    def memuat(self, kata: str) -> bool:
        """Whether the heading or the text has the words, whatever their case."""
        return kata.casefold() in f"{self.judul} {' '.join(self.teks)}".casefold()


def jangkar(judul: str) -> str:
    """`Hak dan kewajiban` as `hak-dan-kewajiban`."""
    return BUKAN_HURUF.sub("-", judul.casefold()).strip("-") or "bagian"


def bagian(sumber: str, *, gambar: Callable[[str], str]) -> list[Bagian]:
    """The sections in order; `gambar` gives the address of a picture by its name, or none."""
    hasil: list[Bagian] = []
    dipakai: set[str] = set()
    for blok in _blok(sumber):
        if cocok := JUDUL.fullmatch(blok[0]):
            hasil.append(_mulai(cocok[2], len(cocok[1]), dipakai))
            continue
        if (sisipan := SISIPAN.match(blok[0])) and not BUTIR.match(blok[0]):
            induk = hasil[-1].tingkat if hasil else 1
            dalam = induk if hasil and not hasil[-1].html and induk > 1 else max(induk, 2)
            hasil.append(_mulai(sisipan[1], dalam, dipakai))
            blok[0] = blok[0][sisipan.end() :].strip()
        if not hasil:
            hasil.append(_mulai("Panduan", 1, dipakai))
        hasil[-1].html += _isi(blok, gambar)
        hasil[-1].teks += blok
    return hasil


def _mulai(judul: str, tingkat: int, dipakai: set[str]) -> Bagian:
    dasar = satu = jangkar(judul)
    nomor = 1
    while satu in dipakai:
        nomor += 1
        satu = f"{dasar}-{nomor}"
    dipakai.add(satu)
    return Bagian(judul, tingkat, satu)


def _blok(sumber: str) -> Iterable[list[str]]:
    """Lines that belong together: separated by an empty line, a heading or a run-in."""
    kini: list[str] = []
    for baris in [*sumber.splitlines(), ""]:
        rapi = baris.strip()
        sendiri = bool(JUDUL.fullmatch(rapi)) or bool(SISIPAN.match(rapi))
        if kini and (not rapi or sendiri):
            yield kini
            kini = []
        if JUDUL.fullmatch(rapi):
            yield [rapi]
        elif rapi:
            kini.append(rapi)


def _isi(blok: list[str], gambar: Callable[[str], str]) -> list[str]:
    """Lists and paragraphs of one block."""
    hasil: list[str] = []
    daftar: list[str] = []
    mulai = ""
    for baris in blok:
        if cocok := BUTIR.fullmatch(baris):
            mulai = mulai if daftar else cocok[1] or ""
            daftar.append(f"<li>{_sebaris(cocok[2], gambar)}</li>")
            continue
        hasil += _tutup(daftar, mulai)
        if baris:
            hasil.append(f"<p>{_sebaris(baris, gambar)}</p>")
    return hasil + _tutup(daftar, mulai)


def _tutup(daftar: list[str], mulai: str) -> list[str]:
    """The list, numbered from where the source begins (a paragraph may stand between)."""
    if not daftar:
        return []
    isi = "".join(daftar)
    daftar.clear()
    if not mulai:
        return [f"<ul>{isi}</ul>"]
    return [f"<ol>{isi}</ol>" if mulai == "1" else f'<ol start="{mulai}">{isi}</ol>']


def _sebaris(teks: str, gambar: Callable[[str], str]) -> str:
    """Text with emphasis, code, links and pictures; escaped first, so that all else is text."""
    simpan: list[str] = []

    def sisih(html: str) -> str:
        simpan.append(html)
        return f"\x00{len(simpan) - 1}\x00"

    def tampilan(cocok: re.Match[str]) -> str:
        alamat, alt = escape(gambar(cocok[2])), escape(cocok[1])
        return sisih(f'<img src="{alamat}" alt="{alt}" loading="lazy">') if alamat else ""

    teks = GAMBAR.sub(tampilan, teks.replace("\x00", ""))
    teks = KODE.sub(lambda m: sisih(f"<code>{escape(m[1])}</code>"), teks)
    teks = TAUTAN.sub(lambda m: sisih(_tautan(m[1], m[2])), teks)
    teks = MIRING.sub(r"<em>\1</em>", TEBAL.sub(r"<strong>\1</strong>", escape(teks, quote=False)))
    return re.sub(r"\x00(\d+)\x00", lambda m: simpan[int(m[1])], teks)


def _tautan(teks: str, alamat: str) -> str:
    """Only to the web and within the site; a file beside the guide is named, not linked."""
    if alamat.startswith(("https://", "/")) and not alamat.startswith("//"):
        return f'<a href="{escape(alamat)}">{escape(teks)}</a>'
    return escape(teks)
