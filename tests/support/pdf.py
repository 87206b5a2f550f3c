"""Reading a PDF as a person would: its pages, their size, what they say."""

import io
import subprocess
from dataclasses import dataclass

import pikepdf
import segno
from PIL import Image

MM = 72 / 25.4
F4 = (round(215 * MM), round(330 * MM))
F4_LANDSCAPE = F4[::-1]
A4 = (round(210 * MM), round(297 * MM))


@dataclass(frozen=True)
class Page:
    """Text in reading order, text in the order it was set, and the size in points."""

    text: str
    raw: str
    size: tuple[int, int]


def pages_of(data):
    """Every page of the document."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        sizes = [tuple(round(float(side)) for side in page.mediabox[2:]) for page in pdf.pages]
    texts, raws = _text(data, "-layout"), _text(data, "-raw")
    return [Page(*page) for page in zip(texts, raws, sizes, strict=True)]


def squeeze(text):
    """Without white space, which line breaks change."""
    return "".join(text.split())


def whole_text(data):
    """Everything that is printed, cell after cell, squeezed."""
    return squeeze(" ".join(page.raw for page in pages_of(data)))


def streams_of(data):
    """What draws the pages, uncompressed."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        gambar = [
            item
            for item in pdf.objects
            if isinstance(item, pikepdf.Stream)
            and (item.get("/Subtype") == "/Form" or "/Type" not in item)
            and "/Length1" not in item
        ]
        return b"\n".join(item.read_bytes() for item in gambar)


def bookmarks_of(data):
    """Titles of the outline, each with those below it."""
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as outline:
        return [(str(o.title), [str(c.title) for c in o.children]) for o in outline.root]


def embedded_files(data):
    """Name and bytes of the attached files."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return {name: spec.get_file().read_bytes() for name, spec in pdf.attachments.items()}


@dataclass(frozen=True)
class Tag:
    """One element of the tree of tags: its kind, its page, and how table cells name headings."""

    kind: str
    page: int | None
    name: str
    headings: tuple[str, ...]


def tags_of(data):
    """The tree of tags, from top to bottom.

    Everything in it hangs where it says it hangs, and each page tells which element its text is of.
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        nomor = {halaman.obj.objgen: ke for ke, halaman in enumerate(pdf.pages)}
        pohon = pdf.Root.StructTreeRoot
        kunci = [int(k) for k in pohon.ParentTree.Nums[::2]]
        assert kunci == sorted(set(kunci))
        milik = dict(zip(kunci, pohon.ParentTree.Nums[1::2], strict=True))
        for halaman in pdf.pages:
            semua = list(milik[int(halaman.obj.StructParents)])
            assert {e.Pg.objgen for e in semua} <= {halaman.obj.objgen}
        return list(_tags(pohon.K[0], nomor))


def _tags(elemen, nomor):
    halaman = nomor[elemen.Pg.objgen] if "/Pg" in elemen else None
    judul = tuple(str(j) for j in elemen.A.get("/Headers", ())) if "/A" in elemen else ()
    yield Tag(str(elemen.S), halaman, str(elemen.get("/ID", "")), judul)
    for anak in elemen.get("/K", ()):
        if isinstance(anak, pikepdf.Dictionary) and anak.get("/Type") == "/StructElem":
            assert anak.P.objgen == elemen.objgen
            yield from _tags(anak, nomor)


def page_images(data):
    """A picture of every page, small and gray."""
    done = subprocess.run(
        ["pdftoppm", "-r", "30", "-gray", "-"], input=data, capture_output=True, check=True
    )
    return done.stdout


def fonts_of(data):
    """Name of each font, and whether its glyphs are in the file."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        descriptors = [
            item
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor"
        ]
        files = ("/FontFile", "/FontFile2", "/FontFile3")
        return {str(d.FontName): any(f in d for f in files) for d in descriptors}


def _text(data, layout):
    done = subprocess.run(
        ["pdftotext", layout, "-", "-"], input=data, capture_output=True, check=True
    )
    return done.stdout.decode().split("\f")[:-1]


# --- The code at the foot of a page ----------------------------------------------------------

TITIK = 300  # dots an inch
QR_SISI = 15 / 25.4 * TITIK
QR_TEPI = 2


def qr_matrix(text):
    """The modules of the code of a text, dark ones true."""
    return [[bool(m) for m in row] for row in segno.make(text, error="m", micro=False).matrix]


def qr_at_foot(data, number, text):
    """The modules as they are printed in the corner of that page, read in their middles.

    `text` tells how many there are.
    """
    image = _image(data, number)
    width, height = image.size
    corner = image.crop((0, height - int(21 / 25.4 * TITIK), int(width * 0.3), height))
    left, top, _, _ = corner.point(lambda p: 255 * (p < 128)).getbbox()
    count = len(qr_matrix(text))
    module = QR_SISI / (count + 2 * QR_TEPI)
    middles = [(i + 0.5) * module for i in range(count)]
    return [[corner.getpixel((left + x, top + y)) < 128 for x in middles] for y in middles]


def _image(data, number):
    page = ["-f", str(number), "-l", str(number)]
    done = subprocess.run(
        ["pdftoppm", "-r", str(TITIK), "-gray", *page, "-"],
        input=data,
        capture_output=True,
        check=True,
    )
    return Image.open(io.BytesIO(done.stdout))
