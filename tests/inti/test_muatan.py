"""What the first page makes a browser fetch, compressed as the server sends it."""

import gzip
import re
from pathlib import Path

STATIC = Path(__file__).resolve().parents[2] / "static"
HEAD = Path(__file__).parents[2] / "templates" / "components" / "head.html"
TERBANYAK = 150 * 1024
SITUS = STATIC / "css" / "site.css"
LEMBAR = re.compile(r'@import url\("/static/([^"]+)"\)')
IMPORT = re.compile(r"""\bfrom\s+["'](\.[^"']+)["']""")


def dengan_impor(path):
    """A module and all that it brings along."""
    semua, antre = set(), [path.resolve()]
    while antre:
        satu = antre.pop()
        if satu not in semua:
            semua.add(satu)
            antre += [(satu.parent / impor).resolve() for impor in IMPORT.findall(satu.read_text())]
    return semua


def muatan():
    """Everything that the head asks for, and the icons."""
    nama = re.findall(r"{% static '([^']+)' %}", HEAD.read_text())
    semua = {STATIC / satu for satu in nama} | {STATIC / "img" / "ikon.svg"}
    semua |= {STATIC / satu for satu in LEMBAR.findall(SITUS.read_text())}
    modul = {satu for satu in semua if satu.suffix == ".js" and "vendor" not in satu.parts}
    return semua - modul | {satu for awal in modul for satu in dengan_impor(awal)}


def ukuran(path):
    """A font is compressed already."""
    isi = path.read_bytes()
    return len(isi) if path.suffix == ".woff2" else len(gzip.compress(isi))


def test_all_of_the_modules_are_counted():
    nama = {satu.name for satu in muatan()}

    assert {"main.js", "search.js", "modal.js", "htmx.min.js", "tokens.css", "ikon.svg"} <= nama


def test_first_load_is_light():
    semua = {satu.name: ukuran(satu) for satu in muatan()}

    assert sum(semua.values()) <= TERBANYAK, sorted(semua.items(), key=lambda s: -s[1])[:8]
