"""What a received file holds: sound, bounded and without anything that acts, or refused."""

from __future__ import annotations

import lzma
import re
import struct
import zipfile
import zlib
from html import unescape
from typing import BinaryIO

import pikepdf
from django.core.exceptions import ValidationError
from pikepdf.settings import set_qpdf_limits
from PIL import Image, ImageFile

MB = 1024 * 1024
PIKSEL_TERBANYAK = 60_000_000
GAMBAR_BESAR = "gambar terlalu besar; perkecil lebih dahulu."
OBJEK_PDF_TERBANYAK = 300_000
# Of one stream that has to be unpacked to read the file at all, or that the reader cannot do
# without. Process-wide in qpdf; the web process opens PDFs here only.
set_qpdf_limits(
    flate_max_memory=64 * MB,
    run_length_max_memory=64 * MB,
    png_max_memory=64 * MB,
    tiff_max_memory=64 * MB,
    dct_max_memory=64 * MB,
    max_stream_filters=5,
    doc_max_warnings=1_000,
)
LEWAT_BATAS = re.compile("limit exceeded|limits error")
# Names that make a PDF do something, reach out or hide a file: keys, or kinds of an action or an
# annotation. A page to open at (/OpenAction) is harmless, and most typesetters write one.
PDF_AKTIF = re.compile(
    rb"/(?:JS|JavaScript|Launch|ImportData|SubmitForm|GoToE|GoToR|XFA|EF|EmbeddedFiles|AA"
    rb"|FileAttachment|RichMedia[A-Za-z]*|Movie|Rendition|OnInstantiate|S\s*/Thread)"
    rb"(?![^\s/<>\[\]()])"
)
# The same but for files kept inside: what this application issues has its originals in it.
PDF_AKTIF_TERBIT = re.compile(PDF_AKTIF.pattern.replace(rb"|EF|EmbeddedFiles", b""))
# Keys of a stream whose content, or a stand-in for it, is fetched from another file.
PDF_ISI_LUAR = ("/F", "/Ref", "/OPI")
# What a PDF may do when it is opened: show a page, or ask to be printed.
PDF_SAAT_DIBUKA = ("/GoTo", "/Named")
PDF_TEKS = re.compile(rb"\((?:\\.|[^\\()])*\)", re.DOTALL)

ISI_ZIP_TERBESAR = 300 * MB
ANGGOTA_ZIP_TERBANYAK = 2_000
# Above so many entries the directory itself is not even read: each becomes an object in memory.
ENTRI_ZIP_TERBANYAK = 20 * ANGGOTA_ZIP_TERBANYAK
# Real sheets of many equal rows reach 100; the limit counts for what is large only.
NISBAH_TERBESAR, LONGGAR = 250, 32 * MB
KAITAN_TERBESAR = 4 * MB
PEMAMPATAN = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
ZIP_RUSAK = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, ValueError, RuntimeError, EOFError,
    struct.error, LookupError,
)  # fmt: skip
# Parts that run, and files that nobody puts into a letter. A chart brings its own workbook along,
# so an embedded xlsx is no ground for refusal.
BAGIAN_AKTIF = re.compile(
    r"vbaproject|vbadata|(?:^|/)(?:activex|macrosheets|customui)/|(?:^|/)embeddings/[^/]+\.bin$"
    r"|\.(?:zip|rar|7z|gz|tar|jar|iso|exe|dll|com|scr|msi|js|vbs|hta|bat|cmd|ps1|lnk|html?|svg|swf"
    r"|docm|dotm|xlsm|xlam|xlsb|pptm)$"
)
KAITAN = re.compile(r"<(?:\w+:)?Relationship\s[^>]*>")
ATRIBUT = re.compile(r"(\w+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
# Links out that open only when a person follows or allows them.
KAITAN_WAJAR = ("/hyperlink", "/externalLinkPath")


def periksa_pdf(file: BinaryIO) -> None:
    """A PDF that opens, does nothing by itself and hides no file. Raises ValidationError."""
    _periksa_pdf(file, PDF_AKTIF)


def periksa_pdf_terbit(file: BinaryIO) -> None:
    """The same of a PDF that we issued, in which files may lie. Raises ValidationError.

    For who then makes sure that it begins with the issued bytes and that nothing was added.
    """
    _periksa_pdf(file, PDF_AKTIF_TERBIT)


def _periksa_pdf(file: BinaryIO, aktif: re.Pattern[bytes]) -> None:
    _bukan_arsip(file)
    file.seek(0)
    try:
        with pikepdf.open(file) as pdf:
            _periksa_objek(pdf, aktif)
            if any(LEWAT_BATAS.search(str(w)) for w in pdf.get_warnings()):
                raise ValidationError("isi setelah dibuka terlalu besar.")
    except pikepdf.PasswordError as error:
        raise ValidationError("terkunci kata sandi; unggah yang tidak terkunci.") from error
    except (pikepdf.PdfError, RuntimeError, ValueError, OverflowError) as error:
        raise ValidationError("PDF rusak dan tidak dapat dibuka.") from error


def _periksa_objek(pdf: pikepdf.Pdf, aktif: re.Pattern[bytes]) -> None:
    if not pdf.pages:
        raise ValidationError("PDF tanpa halaman.")
    if len(pdf.objects) > OBJEK_PDF_TERBANYAK:
        raise ValidationError("susunannya terlalu rumit; cetak ulang menjadi PDF biasa.")
    objek = (satu for satu in pdf.objects if isinstance(satu, pikepdf.Object))
    if _bertindak_saat_dibuka(pdf) or any(_aktif(satu, aktif) for satu in objek):
        raise ValidationError("memuat skrip, lampiran tersembunyi, atau tindakan otomatis.")


def _bertindak_saat_dibuka(pdf: pikepdf.Pdf) -> bool:
    """Whether opening it does more than PDF_SAAT_DIBUKA, at once or afterwards."""
    buka = pdf.Root.get("/OpenAction")
    if not isinstance(buka, pikepdf.Dictionary):
        return False  # a page to open at
    return buka.get("/S") not in PDF_SAAT_DIBUKA or "/Next" in buka


def _aktif(objek: pikepdf.Object, aktif: re.Pattern[bytes]) -> bool:
    """Whether the object, with all that lies directly inside it, names active content.

    What it refers to is an object of its own, which the caller asks about as well.
    """
    isi = objek
    if isinstance(objek, pikepdf.Stream):
        isi = objek.stream_dict
        if any(kunci in isi for kunci in PDF_ISI_LUAR):
            return True
    return aktif.search(PDF_TEKS.sub(b"", isi.unparse(resolved=True))) is not None


def periksa_gambar(file: BinaryIO) -> None:
    """A picture that opens and is of a size one can show. Raises ValidationError."""
    _bukan_arsip(file)
    try:
        # A library that renders beside us lets every broken picture pass, for the whole process.
        ImageFile.LOAD_TRUNCATED_IMAGES = False
        with Image.open(file, formats=("JPEG", "PNG")) as gambar:
            if gambar.width * gambar.height > PIKSEL_TERBANYAK:
                raise ValidationError(GAMBAR_BESAR)
            gambar.draft(None, (1, 1))  # a JPEG is read whole, but unpacked at an eighth
            gambar.load()
    except Image.DecompressionBombError as error:
        raise ValidationError(GAMBAR_BESAR) from error
    except (OSError, SyntaxError, ValueError) as error:
        raise ValidationError("gambar rusak dan tidak dapat dibuka.") from error


def _bukan_arsip(file: BinaryIO) -> None:
    """What is a PDF or picture from its front and an archive from its end is neither."""
    if nama_anggota(file):
        raise ValidationError("menyimpan arsip ZIP di dalamnya.")
    file.seek(0)


def nama_anggota(file: BinaryIO) -> list[str]:
    """The names in an archive, from its directory alone; none when it is no archive."""
    if _banyak_entri(file) > ENTRI_ZIP_TERBANYAK:
        return []
    try:
        with zipfile.ZipFile(file) as arsip:
            return arsip.namelist()
    except ZIP_RUSAK:
        return []


def _banyak_entri(file: BinaryIO) -> int:
    """How often an entry of a directory begins; a mark across two blocks does not matter."""
    file.seek(0)
    return sum(blok.count(b"PK\x01\x02") for blok in iter(lambda: file.read(MB), b""))


def periksa_ooxml(file: BinaryIO) -> None:
    """A DOCX or XLSX, judged by its directory and the start of its parts; never unpacked.

    Raises ValidationError.
    """
    try:
        with zipfile.ZipFile(file) as arsip:
            _periksa_direktori(arsip.infolist(), file.seek(0, 2))
            _periksa_bagian(arsip)
    except ZIP_RUSAK as error:
        raise ValidationError("rusak dan tidak dapat dibuka; simpan ulang.") from error


def _periksa_direktori(anggota: list[zipfile.ZipInfo], ukuran: int) -> None:
    isi = sum(a.file_size for a in anggota)
    if len(anggota) > ANGGOTA_ZIP_TERBANYAK or isi > max(LONGGAR, NISBAH_TERBESAR * ukuran):
        raise ValidationError("isi setelah dibuka terlalu besar.")
    # Entries that share their bytes: a bomb that tells small sizes.
    if isi > ISI_ZIP_TERBESAR or sum(a.compress_size for a in anggota) > ukuran:
        raise ValidationError("isi setelah dibuka terlalu besar.")
    if any(a.flag_bits & 1 for a in anggota):
        raise ValidationError("terkunci kata sandi; unggah yang tidak terkunci.")
    nama = [a.orig_filename.lower() for a in anggota]
    if any(map(BAGIAN_AKTIF.search, nama)):
        raise ValidationError("memuat makro, objek yang dijalankan, atau berkas lain di dalamnya.")
    if any(a.compress_type not in PEMAMPATAN for a in anggota) or any(map(_tak_wajar, nama)):
        raise ValidationError("memuat nama berkas yang tidak wajar.")


def _tak_wajar(nama: str) -> bool:
    """A name that leads out of the archive, or hides its end."""
    bagian = nama.replace("\\", "/").split("/")
    return ".." in bagian or nama[:1] in {"/", "\\"} or ":" in nama or not nama.isprintable()


def _periksa_bagian(arsip: zipfile.ZipFile) -> None:
    """No entities anywhere, no macro by declaration, no file fetched from outside."""
    sisa = KAITAN_TERBESAR
    for satu in arsip.infolist():
        nama = satu.filename.lower()
        if not nama.endswith((".xml", ".rels")):
            continue
        utuh = nama.endswith(".rels") or nama == "[content_types].xml"
        with arsip.open(satu) as file:
            isi = file.read(sisa + 1 if utuh else 1024)
        if utuh and (sisa := sisa - len(isi)) < 0:
            raise ValidationError("isi setelah dibuka terlalu besar.")
        _periksa_xml(isi.replace(b"\0", b"").decode("latin-1"))


def _periksa_xml(isi: str) -> None:
    if "<!DOCTYPE" in isi[:1024] or "<!ENTITY" in isi[:1024]:
        raise ValidationError("memuat XML yang tidak wajar.")
    if "macroEnabled" in isi:
        raise ValidationError("memuat makro, objek yang dijalankan, atau berkas lain di dalamnya.")
    if any(map(_keluar, KAITAN.findall(isi))):
        raise ValidationError("mengambil templat atau objek dari luar; simpan tanpa kaitan itu.")


def _keluar(kaitan: str) -> bool:
    """Whether opening the document fetches this: a template, an object, a picture on a share."""
    isi = {k.lower(): unescape(a or b).strip() for k, a, b in ATRIBUT.findall(kaitan)}
    if isi.get("targetmode", "").lower() != "external":
        return False
    if isi.get("type", "").endswith("/image"):  # pasted from a page; opened like a web page
        return not isi.get("target", "").lower().startswith(("http://", "https://"))
    return not isi.get("type", "").endswith(KAITAN_WAJAR)
