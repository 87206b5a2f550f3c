"""The child that reads uploaded files and renders: no Django, no database, no network.

`hitung` and `bundel` read one JSON object from standard input and answer on standard output. Both
what WeasyPrint lays out and the PDFs that are merged come from outside, so neither touches the
process that talks to the database, nor the one this is a copy of (`hangat_anak`).
"""

from __future__ import annotations

import io
import json
import logging
import resource
import sys
from base64 import b64decode
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any

import pikepdf
from PIL import Image
from weasyprint import HTML, urls
from weasyprint.html import UA_STYLESHEET
from weasyprint.text.fonts import woff2

from pelaporan.anak import ALAMAT_DITOLAK, ASET, GAMBAR_HILANG
from pelaporan.gambar_anak import AnakGagalError, gambar

BATAS_CPU = 30
BATAS_CPU_HITUNG = 10
BATAS_MEMORI = 2 * 1024**3
PIKSEL_TERBANYAK = 60_000_000
TIPE = {".css": "text/css", ".woff2": "font/woff2", ":lambang": "image/svg+xml"}
MM = 72 / 25.4
# The content box of a placeholder page: below its heading, above the footer.
KOTAK = (15 * MM, 20 * MM, 200 * MM, 310 * MM)
KOTAK_MENDATAR = (15 * MM, 20 * MM, 315 * MM, 195 * MM)
# A fixed moment in what is embedded, so that the same input gives the same bytes.
TANPA_WAKTU = "D:20000101000000Z"
# What a broken or hostile file makes of reading it.
TAK_TERBACA = (
    pikepdf.PdfError, RuntimeError, ValueError, TypeError, AttributeError, LookupError, MemoryError,
)  # fmt: skip


def kerjakan(perintah: str) -> int:
    """Do what that word says, within the limits; gives the exit code."""
    detik = BATAS_CPU_HITUNG if perintah == "hitung" else BATAS_CPU
    resource.setrlimit(resource.RLIMIT_CPU, (detik, detik))
    resource.setrlimit(resource.RLIMIT_AS, (BATAS_MEMORI, BATAS_MEMORI))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    masukan = json.load(sys.stdin.buffer)
    if perintah == "hitung":
        json.dump({k: ukuran(p) for k, p in masukan["berkas"].items()}, sys.stdout)
        return 0
    return bundel(masukan)


def ukuran(path: str) -> list[tuple[float, float]] | None:
    """Width and height of each page, or of the picture; None when it cannot be shown."""
    with Path(path).open("rb") as file:
        pdf = file.read(5) == b"%PDF-"
    return ukuran_halaman(path) if pdf else ukuran_gambar(path)


def ukuran_gambar(path: str) -> list[tuple[float, float]] | None:
    """The picture is opened whole here, because a layout leaves out in silence what it cannot."""
    try:
        with Image.open(path) as gambar:
            if gambar.width * gambar.height > PIKSEL_TERBANYAK:
                return None
            gambar.load()
            return [(gambar.width, gambar.height)]
    except (OSError, SyntaxError, Image.DecompressionBombError, *TAK_TERBACA):
        return None


def ukuran_halaman(path: str) -> list[tuple[float, float]] | None:
    """Width and height of each page as it is read; None when it cannot be merged.

    Merging is tried here, on nothing: a file that breaks must be known before the layout.
    """
    try:
        with ExitStack() as terbuka, pikepdf.new() as pdf:
            asal = _buka(path, terbuka)
            for halaman in asal.pages:
                pdf.add_blank_page().Resources = pikepdf.Dictionary(
                    XObject={"/Isi": pdf.copy_foreign(halaman.as_form_xobject())}
                )
            pdf.save(io.BytesIO())
            return [_ukuran(halaman) for halaman in asal.pages]
    except TAK_TERBACA:
        return None


def _ukuran(halaman: pikepdf.Page) -> tuple[float, float]:
    kiri, bawah, kanan, atas = (float(sisi) for sisi in halaman.trimbox)
    lebar, tinggi = abs(kanan - kiri), abs(atas - bawah)
    putar = int(halaman.obj.get("/Rotate", 0)) % 180
    return (tinggi, lebar) if putar else (lebar, tinggi)


def bundel(masukan: dict[str, Any]) -> int:
    """Lay out, merge, attach; the number of pages on the first line, then the PDF."""
    sisipan = masukan.get("sisipan", [])
    variant = "pdf/a-3a" if masukan["arsip"] else None
    keluaran = io.BytesIO()
    with ExitStack() as terbuka:
        try:
            pdf = tata(masukan, terbuka, variant=variant)
        except AnakGagalError as error:
            return error.kode
        # Sources stay open until the result is written: their streams are copied only then.
        tumpangkan(pdf, sisipan, terbuka)
        sertakan(pdf, masukan.get("lampiran", []))
        # Compressed once, here: it is faster than where it is laid out.
        pdf.save(
            keluaran, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate
        )
        sys.stdout.buffer.write(b"%d\n" % len(pdf.pages))
    sys.stdout.buffer.write(keluaran.getbuffer())
    return 0


class GambarHilangError(Exception):
    """A picture is not shown, and nothing is made without it."""

    kode = GAMBAR_HILANG


class GambarHilang(logging.Handler):
    """The layout says of a picture that it could not show only this, and goes on without it."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.pesan: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep what it says of pictures."""
        if "load image" in record.msg:
            self.pesan.append(record.getMessage())

    def periksa(self) -> None:
        """Raises GambarHilangError."""
        if self.pesan:
            raise GambarHilangError(self.pesan[0])


class AlamatDitolakError(urls.FatalURLFetchingError):
    """A document reaches nothing but its assets; a plain exception would be swallowed."""

    kode = ALAMAT_DITOLAK


class AsetSaja(urls.URLFetcher):
    """A fixed dictionary, of files and of pictures."""

    def __init__(self, aset: dict[str, str], gambar: dict[str, str]) -> None:
        super().__init__()
        self._aset, self._gambar = aset, gambar

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> urls.URLFetcherResponse:
        """Raises AlamatDitolakError."""
        if url in self._gambar:
            isi = b64decode(self._gambar[url])
            return urls.URLFetcherResponse(url, isi, {"Content-Type": "image/png"})
        if url not in self._aset:
            raise AlamatDitolakError(f"alamat ditolak: {url[:200]}")
        tipe = next((t for akhir, t in TIPE.items() if url.endswith(akhir)), "")
        kepala = {"Content-Type": tipe} if tipe else None
        return urls.URLFetcherResponse(url, Path(self._aset[url]).read_bytes(), kepala)


def tata(masukan: dict[str, Any], terbuka: ExitStack, *, variant: str | None) -> pikepdf.Pdf:
    """HTML to PDF. Every address but the given assets is refused, and no picture is left out.

    Raises AnakGagalError with the exit code with which nothing is made.
    """
    hilang = GambarHilang()
    logging.getLogger("weasyprint").addHandler(hilang)
    aset = AsetSaja(masukan["aset"], masukan.get("gambar", {}))
    html = HTML(string=masukan["html"], base_url="aset:", url_fetcher=aset)
    return gambar(html, terbuka, hilang.periksa, pdf_variant=variant, dpi=200, jpeg_quality=85)


def gaya_seperlunya() -> None:
    """Leave out of the layout's own style sheet what no document has, yet every element would get.

    Rules for notes match all of them, and the one for bullets matches more than items of a list:
    six more styles for each element, half of the memory of a thousand rows.
    """
    pencocok = UA_STYLESHEET.matcher
    butir = [satu for satu in pencocok.other_selectors if satu[3] == "marker"]
    pencocok.lower_local_name_selectors["li"] += butir
    pencocok.other_selectors = [
        satu
        for satu in pencocok.other_selectors
        if satu not in butir and "note-" not in (satu[3] or "")
    ]


def huruf_terbuka() -> None:
    """Unpack our own fonts once, instead of for each document."""
    buka = woff2.decompress
    terbuka: dict[bytes, bytes] = {}
    for path in ASET.values():
        if path.suffix == ".woff2":
            hasil = io.BytesIO()
            buka(io.BytesIO(path.read_bytes()), hasil)
            terbuka[path.read_bytes()] = hasil.getvalue()

    def decompress(input_file: IO[bytes], output_file: IO[bytes]) -> None:
        isi = input_file.read()
        if isi in terbuka:
            output_file.write(terbuka[isi])
        else:
            buka(io.BytesIO(isi), output_file)

    woff2.decompress = decompress


def tumpangkan(pdf: pikepdf.Pdf, sisipan: list[dict[str, Any]], terbuka: ExitStack) -> None:
    """Lay each uploaded page over its placeholder, scaled into the content box."""
    tujuan = _halaman_bernama(pdf)
    asal: dict[str, pikepdf.Pdf] = {}
    for satu in sisipan:
        path = satu["path"]
        if path not in asal:
            asal[path] = _buka(path, terbuka)
        halaman = pdf.pages[tujuan[satu["nama"]]]
        isi = pdf.copy_foreign(asal[path].pages[satu["ke"]].as_form_xobject())
        kotak = pikepdf.Rectangle(*(KOTAK_MENDATAR if satu["mendatar"] else KOTAK))
        _letakkan(halaman, isi, pikepdf.Name(f"/{satu['nama']}"), kotak)


def _buka(path: str, terbuka: ExitStack) -> pikepdf.Pdf:
    pdf = terbuka.enter_context(pikepdf.open(path))
    # Filled-in fields and stamps are annotations: without this they would be lost.
    pdf.generate_appearance_streams()
    pdf.flatten_annotations()
    return pdf


def _letakkan(
    halaman: pikepdf.Page, isi: pikepdf.Object, nama: pikepdf.Name, kotak: pikepdf.Rectangle
) -> None:
    """As Page.add_overlay does, but under a given name: its random one changes the bytes.

    Each page needs a name of its own, because WeasyPrint's pages share their resources.
    """
    halaman.add_resource(isi, pikepdf.Name.XObject, nama)
    halaman.contents_add(b"q\n", prepend=True)
    halaman.contents_add(b"Q\n")
    halaman.contents_add(halaman.calc_form_xobject_placement(isi, nama, kotak))


def _halaman_bernama(pdf: pikepdf.Pdf) -> dict[str, int]:
    """Every named destination with its page index."""
    nomor = {halaman.obj.objgen: ke for ke, halaman in enumerate(pdf.pages)}
    if "/Names" not in pdf.Root or "/Dests" not in pdf.Root.Names:
        return {}
    pohon = pikepdf.NameTree(pdf.Root.Names.Dests)
    return {str(nama): nomor[isi[0].objgen] for nama, isi in pohon.items()}


def sertakan(pdf: pikepdf.Pdf, lampiran: list[dict[str, str]]) -> None:
    """Embed the files as they were received."""
    for satu in lampiran:
        pdf.attachments[satu["kunci"]] = pikepdf.AttachedFileSpec(
            pdf,
            Path(satu["path"]).read_bytes(),
            filename=satu["nama"],
            description=satu["keterangan"],
            mime_type=satu["tipe"],
            creation_date=TANPA_WAKTU,
            mod_date=TANPA_WAKTU,
            relationship=pikepdf.Name(f"/{satu['hubungan']}"),
        )
    if lampiran:
        pdf.Root.AF = pikepdf.Array([pdf.attachments[s["kunci"]].obj for s in lampiran])
