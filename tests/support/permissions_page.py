"""Writes docs/permissions.md: `python -m tests.support.permissions_page`."""

from importlib import import_module
from pathlib import Path

from inti.enums import Peran
from inti.roles import KEMAMPUAN, Kemampuan
from tests.permissions_matrix import DAUR_TERBACA, MATRIKS, ORANG, PENGISI, SISTEM

DIKENAL = {k.name for k in Kemampuan}
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
# What has a life, and where its table of transitions is.
TRANSISI = {
    "naskah": "kerjasama.domain.naskah",
    "lampiran": "kerjasama.domain.lampiran",
    "baris_impor": "kerjasama.domain.impor",
    "pembayaran": "kerjasama.domain.butir",
    "penundaan": "pengawasan.domain.penundaan",
    "kebijakan": "pengawasan.domain.kebijakan",
    "surat_tugas": "pengawasan.domain.surat_tugas",
    "kegiatan": "pengawasan.domain.kegiatan",
    "berita_acara": "pengawasan.domain.berita_acara",
    "kertas_kerja": "pengawasan.domain.kertas_kerja",
    "laporan": "pelaporan.domain.laporan",
    "rekomendasi": "pengawasan.domain.rekomendasi",
    "tindak_lanjut": "pengawasan.domain.tindak_lanjut",
    "surat_teguran": "pengawasan.domain.teguran",
    "laporan_mitra": "pelaporan.domain.laporan_mitra",
}
BUKAN_KEMAMPUAN = {SISTEM: "by itself, at night", PENGISI: "whoever the sheet was given to"}
KEHIDUPAN = """
## Roles, actions and states

From one state to the next, and the capability of whoever carries it there. What is not in the
table is refused with a sentence; so is, besides, what somebody would do to their own work where
another must look at it.

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
    bagian = ((AWAL, _kemampuan()), (KEHIDUPAN, _kehidupan()), (TENGAH, _alamat()))
    return "".join(kata + _tabel(*tabel) for kata, tabel in bagian)


def _kemampuan():
    judul = ["Capability", *(p.label for p in Peran)]
    isi = [
        [f"`{k.name}` {k.value}", *("yes" if k in KEMAMPUAN[p] else "" for p in Peran)]
        for k in Kemampuan
    ]
    return judul, isi


def transisi(objek):
    """(state, action) -> the next state, of one kind of thing."""
    return import_module(TRANSISI[objek]).TRANSISI


def pelaku(kemampuan):
    """The roles of whoever has one of these capabilities."""
    return {p for p in Peran for nama in kemampuan & DIKENAL if Kemampuan[nama] in KEMAMPUAN[p]}


def _kehidupan():
    judul = ["What", "From", "Action", "To", "Capability", "Who"]
    isi = []
    for objek in TRANSISI:
        for (dari, aksi), ke in transisi(objek).items():
            kemampuan, _ = DAUR_TERBACA[objek, aksi.value]
            siapa = [p.label for p in Peran if p in pelaku(kemampuan)]
            siapa += [BUKAN_KEMAMPUAN[k] for k in sorted(kemampuan - DIKENAL)]
            nama = " or ".join(f"`{k}`" for k in sorted(kemampuan & DIKENAL))
            isi.append(
                [
                    f"`{objek}`",
                    *(f"`{x.value}`" if x else "gone" for x in (dari, aksi, ke)),
                    nama,
                    ", ".join(siapa),
                ]
            )
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
