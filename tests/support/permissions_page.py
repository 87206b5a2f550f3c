"""Writes docs/permissions.md: `python -m tests.support.permissions_page`."""

from pathlib import Path

from inti.enums import Peran
from inti.roles import KEMAMPUAN, Kemampuan
from pengawasan.domain.kegiatan import TRANSISI
from pengawasan.permissions import PELAKU_KEGIATAN
from tests.permissions_matrix import MATRIKS, ORANG

HALAMAN = Path(__file__).parents[2] / "docs" / "permissions.md"
TANDA = {200: "yes", 405: "yes", 302: "sign in", 403: "403", 404: "404", 503: "503"}
# Pages of the account itself that lead elsewhere for those who are signed in.
DIALIHKAN = "elsewhere"

AWAL = """# Permissions

Written by `python -m tests.support.permissions_page` from `inti/roles.py` and
`tests/permissions_matrix.py`; a test compares. Do not edit by hand.

A capability says what a role may do at all. Which rows a person sees is a second question: a
Perangkat Daerah and a mitra see what belongs to their own naskah, and anything else answers
exactly like something that does not exist (404).

## Roles and capabilities

"""
KEGIATAN = """
## The life of a kegiatan

From one state to the next, and the capability of whoever carries it there. What is not in the
table is refused with a sentence.

"""
TENGAH = """
## Addresses and roles

One line per URL name. “yes”: the page opens, or the action is taken up (the rules of the domain
may still refuse it, in a sentence). 403: refused, with the reason. 404: not there for this
person. `pd` and `mitra` are people of the naskah in question, `pd_lain` and `mitra_lain` of
another one.

"""


def halaman() -> str:
    """The whole page."""
    bagian = ((AWAL, _kemampuan()), (KEGIATAN, _kegiatan()), (TENGAH, _alamat()))
    return "".join(kata + _tabel(*tabel) for kata, tabel in bagian)


def _kemampuan():
    judul = ["Capability", *(p.label for p in Peran)]
    isi = [
        [f"`{k.name}` {k.value}", *("yes" if k in KEMAMPUAN[p] else "" for p in Peran)]
        for k in Kemampuan
    ]
    return judul, isi


def _kegiatan():
    judul = ["From", "Action", "To", "Capability", "Who"]
    isi = [
        [
            f"`{dari.value}`",
            f"`{aksi.value}`",
            f"`{ke.value}`",
            f"`{PELAKU_KEGIATAN[aksi].name}`",
            ", ".join(p.label for p in Peran if PELAKU_KEGIATAN[aksi] in KEMAMPUAN[p]),
        ]
        for (dari, aksi), ke in TRANSISI.items()
    ]
    return judul, isi


def _alamat():
    judul = ["URL name", "Method", *(f"`{siapa}`" for siapa in ORANG)]
    isi = [
        [f"`{nama}`", cara, *(_tanda(siapa, status[siapa]) for siapa in ORANG)]
        for nama, (cara, status) in MATRIKS.items()
    ]
    return judul, isi


def _tanda(siapa, status):
    return DIALIHKAN if status == 302 and siapa != "anon" else TANDA[status]


def _tabel(judul, isi):
    garis = [judul, ["---"] * len(judul), *isi]
    return "".join(f"| {' | '.join(sel)} |\n" for sel in garis)


if __name__ == "__main__":
    HALAMAN.write_text(halaman(), encoding="utf-8")
