"""What a berkas lengkap is made of: sections, dated events, files, and the manifest. Pure.

Nothing here knows what day it is: the same facts give the same bytes, whenever they are packed.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from inti.formats import tanggal_indonesia

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

BENTUK = "berkas-lengkap/1"
MANIFES = "manifes.json"
BOM = "\ufeff"
_TERLARANG = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_BUKAN_HURUF = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Bagian:
    """One table of the index: a title, headings, and rows of words."""

    judul: str
    kepala: tuple[str, ...]
    baris: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, order=True)
class Peristiwa:
    """Something that happened or falls due on a day; `jam` is empty where only the day is known.

    `urut` is the key of its row: what happened in one minute stays in the order of recording.
    """

    tanggal: date
    jam: str
    jenis: str
    urut: int
    uraian: str
    sumber: str

    @property
    def hari(self) -> str:
        """The day in words."""
        return tanggal_indonesia(self.tanggal)


@dataclass(frozen=True)
class Lampiran:
    """A stored file, and the row it belongs to."""

    sha256: str
    ukuran: int
    nama: str
    keterangan: str
    sumber: str
    letak: Path

    @property
    def path(self) -> str:
        """Where it lies in the ZIP: the beginning of its hash, then a name that can be read."""
        return f"berkas/{self.sha256[:12]}-{nama_dalam_zip(self.nama)}"


@dataclass
class Isi:
    """What one part of the application contributes; `objek` are the rows whose trail belongs.

    `surat` are the letters, a row of words each.
    """

    bagian: list[Bagian] = field(default_factory=list)
    peristiwa: list[Peristiwa] = field(default_factory=list)
    lampiran: list[Lampiran] = field(default_factory=list)
    objek: list[tuple[str, int]] = field(default_factory=list)
    surat: list[tuple[str, ...]] = field(default_factory=list)

    def gabung(self, lain: Isi) -> None:
        """Take over what `lain` has."""
        self.bagian += lain.bagian
        self.peristiwa += lain.peristiwa
        self.lampiran += lain.lampiran
        self.objek += lain.objek
        self.surat += lain.surat

    def tabel(self, judul: str, kepala: Sequence[str], baris: Iterable[Sequence[str]]) -> None:
        """Add a section, unless it has no rows."""
        if isi := tuple(tuple(satu) for satu in baris):
            self.bagian.append(Bagian(judul, tuple(kepala), isi))


@dataclass(frozen=True)
class Anggota:
    """One file of the ZIP: its bytes are here, or lie at `letak`."""

    path: str
    sha256: str
    ukuran: int
    sumber: tuple[str, ...]
    isi: bytes = b""
    letak: Path | None = None


def kronologi(peristiwa: Iterable[Peristiwa]) -> list[Peristiwa]:
    """Each once, oldest first; one order whatever order they came in."""
    return sorted(set(peristiwa))


def satukan(lampiran: Iterable[Lampiran]) -> list[Anggota]:
    """Each place in the ZIP once, with every row it belongs to."""
    semua: dict[str, list[Lampiran]] = {}
    for satu in lampiran:
        semua.setdefault(satu.path, []).append(satu)
    return [
        Anggota(
            path=path,
            sha256=sama[0].sha256,
            ukuran=sama[0].ukuran,
            sumber=tuple(sorted({s.sumber for s in sama})),
            letak=sama[0].letak,
        )
        for path, sama in sorted(semua.items())
    ]


def tulisan(path: str, isi: bytes) -> Anggota:
    """A file of the ZIP that was written for it."""
    return Anggota(path, hashlib.sha256(isi).hexdigest(), len(isi), sumber=(), isi=isi)


def manifes(naskah: dict[str, str | int], anggota: Iterable[Anggota]) -> Anggota:
    """What the ZIP holds and where it comes from; the same facts give the same bytes."""
    daftar = [
        {"path": a.path, "sha256": a.sha256, "ukuran": a.ukuran, "sumber": list(a.sumber)}
        for a in sorted(anggota, key=lambda a: a.path)
    ]
    isi = {"bentuk": BENTUK, "naskah": naskah, "isi": daftar}
    teks = json.dumps(isi, ensure_ascii=False, indent=1, sort_keys=True)
    return tulisan(MANIFES, f"{teks}\n".encode())


def lembar(
    path: str, kepala: Sequence[str], baris: Iterable[Sequence[str]], aman: Callable[[str], str]
) -> Anggota:
    """A table as CSV; `aman` takes from each cell what a spreadsheet would run."""
    keluaran = io.StringIO()
    penulis = csv.writer(keluaran)
    penulis.writerow(kepala)
    penulis.writerows([aman(sel) for sel in satu] for satu in baris)
    return tulisan(path, f"{BOM}{keluaran.getvalue()}".encode())


def nama_dalam_zip(nama: str) -> str:
    """A file name that every system can unpack: no path, no reserved character, not too long."""
    bersih = _TERLARANG.sub("_", unicodedata.normalize("NFC", nama)).strip(" .") or "berkas"
    depan, titik, akhiran = bersih.rpartition(".")
    if titik and len(akhiran) <= 5:
        return f"{depan[:80]}.{akhiran}"
    return bersih[:80]


def slug(teks: str) -> str:
    """`Hak dan kewajiban` → `hak-dan-kewajiban`."""
    return _BUKAN_HURUF.sub("-", teks.lower()).strip("-")
