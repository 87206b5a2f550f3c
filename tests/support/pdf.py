"""Reading a PDF as a person would: its pages, their size, what they say."""

import io
import subprocess
from dataclasses import dataclass

import pikepdf

MM = 72 / 25.4
F4 = (round(215 * MM), round(330 * MM))
F4_LANDSCAPE = F4[::-1]


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


def bookmarks_of(data):
    """Titles of the outline, each with those below it."""
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as outline:
        return [(str(o.title), [str(c.title) for c in o.children]) for o in outline.root]


def embedded_files(data):
    """Name and bytes of the attached files."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return {name: spec.get_file().read_bytes() for name, spec in pdf.attachments.items()}


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
