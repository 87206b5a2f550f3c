"""Drafting a version of the mitra's form: sections, fields, columns, and what it does not carry on.

A code is given once, from the first label, and kept: by it a figure is found again in later
versions, in the ledger of hak dan kewajiban, and beside the report before.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from inti.putusan import BOLEH, Putusan, tolak
from pelaporan.domain.formulir import URAIAN, Bagian, Definisi, Isian
from pelaporan.domain.pernyataan import KOLOM_UANG
from pelaporan.enums import JenisIsian

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

BAGIAN_TERBANYAK = 30
ISIAN_TERBANYAK = 40
KOLOM_TERBANYAK = 8
KODE_TERPANJANG = 40
# Facts of the register that a new draft begins with, by the name the form gives them.
BAWAAN = (
    ("judul_laporan", "Judul laporan dan naskah"),
    ("maksud_tujuan", "Maksud dan tujuan naskah"),
    ("ruang_lingkup", "Ruang lingkup naskah"),
)
# What the ledger reads from the columns of a table, by their codes.
GUNA = (
    ("target", "Target butir (dari naskah)"),
    ("realisasi", "Realisasi butir"),
    ("persen", "Persen capaian butir"),
    ("bukti", "Bukti butir"),
    ("uraian", "Uraian baris"),
    ("jatuh_tempo", "Jatuh tempo setoran"),
    ("dibayar", "Setoran dibayar"),
    ("tunggakan", "Setoran tertunggak"),
)
TERLARANG = frozenset({"kewajiban", "DELETE", "salin", "versi", "tujuan"})
TERTULIS = (JenisIsian.TEKS, JenisIsian.URAIAN)
JENIS_GUNA = {
    "target": TERTULIS,
    "realisasi": TERTULIS,
    "persen": (JenisIsian.PERSEN,),
    "bukti": TERTULIS,
    "uraian": TERTULIS,
    "jatuh_tempo": (JenisIsian.TANGGAL,),
    "dibayar": (JenisIsian.RUPIAH,),
    "tunggakan": (JenisIsian.RUPIAH,),
}


def kode_baru(label: str, terpakai: Collection[str]) -> str:
    """A code from the label that no other has: `hasil_kegiatan`, `hasil_kegiatan_2`."""
    huruf = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    dasar = re.sub(r"[^a-z0-9]+", "_", huruf).strip("_")[:KODE_TERPANJANG].strip("_") or "isian"
    kode, kali = dasar, 1
    while kode in terpakai or kode in TERLARANG:
        kali += 1
        kode = f"{dasar}_{kali}"
    return kode


def semua_kode(definisi: Definisi) -> set[str]:
    """The codes of every field."""
    return {i.kode for i in definisi.isian}


# --- Changes ------------------------------------------------------------------------------


def dengan_bagian(definisi: Definisi, nomor: int | None, bagian: Bagian) -> Definisi:
    """The section put in its place; at the end where it has none."""
    semua = list(definisi.bagian)
    if nomor is None or nomor >= len(semua):
        semua.append(bagian)
    else:
        semua[nomor] = bagian
    return Definisi(tuple(semua))


def letak_bagian(definisi: Definisi, nomor: int, kode: Collection[str]) -> int | None:
    """Where the section that had these codes at `nomor` stands by now; None once it is gone."""
    banyak = [len({i.kode for i in b.isian} & set(kode)) for b in definisi.bagian]
    if not kode:
        return nomor if nomor < len(banyak) and not banyak[nomor] else None
    return banyak.index(max(banyak)) if any(banyak) else None


def tanpa_bagian(definisi: Definisi, nomor: int) -> Definisi:
    """Without the section."""
    return Definisi(tuple(b for n, b in enumerate(definisi.bagian) if n != nomor))


def naik(definisi: Definisi, nomor: int) -> Definisi:
    """The section before the one that was before it."""
    semua = list(definisi.bagian)
    if 0 < nomor < len(semua):
        semua[nomor - 1], semua[nomor] = semua[nomor], semua[nomor - 1]
    return Definisi(tuple(semua))


def dengan_kolom(definisi: Definisi, kode: str, kolom: Sequence[Isian]) -> Definisi:
    """The columns of one table."""
    return Definisi(
        tuple(
            replace(
                b,
                isian=tuple(
                    replace(i, kolom=tuple(kolom)) if i.kode == kode else i for i in b.isian
                ),
            )
            for b in definisi.bagian
        )
    )


def tulis(definisi: Definisi) -> dict[str, Any]:
    """As it is stored; `formulir.baca` reads it back."""
    return {
        "bagian": [
            {"judul": b.judul, "bantuan": b.bantuan, "isian": [_tulis(i) for i in b.isian]}
            for b in definisi.bagian
        ]
    }


def _tulis(isian: Isian) -> dict[str, Any]:
    return {
        "kode": isian.kode,
        "label": isian.label,
        "jenis": isian.jenis.value,
        "wajib": isian.wajib,
        "bantuan": isian.bantuan,
        "bawaan": isian.bawaan,
        "pilihan": [list(p) for p in isian.pilihan],
        "kolom": [_tulis(k) for k in isian.kolom],
        "per_kewajiban": isian.per_kewajiban,
    }


# --- Rules --------------------------------------------------------------------------------


def periksa_tabel(definisi: Definisi, kode: str) -> Putusan:
    """Whether there is a table of that code to have columns."""
    if any(i.kode == kode and i.jenis == JenisIsian.TABEL for i in definisi.isian):
        return BOLEH
    return tolak("Tabel ini sudah dihapus dari formulir. Salin kolomnya bila masih diperlukan.")


def periksa(definisi: Definisi) -> Putusan:
    """Whether the form can be filled in; names the first thing that is wrong."""
    if not definisi.bagian:
        return tolak("Formulir belum mempunyai bagian.")
    if len(definisi.bagian) > BAGIAN_TERBANYAK:
        return tolak(f"Paling banyak {BAGIAN_TERBANYAK} bagian.")
    for bagian in definisi.bagian:
        if not bagian.isian:
            return tolak(f"Bagian “{bagian.judul}” belum mempunyai isian.")
        for isian in bagian.isian:
            if not (putusan := _periksa_isian(isian)):
                return putusan
    if len([i for i in definisi.isian if i.jenis == JenisIsian.BERKAS]) > 1:
        return tolak("Cukup satu isian berkas: semua berkas laporan terkumpul di sana.")
    return BOLEH


def _periksa_isian(isian: Isian) -> Putusan:
    if isian.jenis == JenisIsian.TABEL and not isian.kolom:
        return tolak(f"Tabel “{isian.label}” belum mempunyai kolom.")
    if isian.per_kewajiban and any(k.kode == URAIAN.kode for k in isian.kolom):
        return tolak(f"Tabel “{isian.label}” sudah memuat uraian butirnya; hapus kolom uraian.")
    for satu in (isian, *isian.kolom):
        if satu.jenis == JenisIsian.PILIHAN and len(satu.pilihan) < 2:
            return tolak(f"“{satu.label}” memerlukan sekurang-kurangnya dua pilihan.")
    return BOLEH


def peringatan(definisi: Definisi) -> list[str]:
    """What the form does not tell the ledger or the bundle any more; allowed, and said."""
    butir = {k.kode for i in definisi.isian if i.per_kewajiban for k in i.kolom}
    hasil = []
    if not {"persen", "realisasi"} <= butir:
        hasil.append(
            "Tidak ada tabel per butir kewajiban dengan kolom persen dan realisasi: angka laporan "
            "tidak akan masuk ke buku hak dan kewajiban."
        )
    if not any({k.kode for k in i.kolom} >= KOLOM_UANG for i in definisi.isian):
        hasil.append(
            "Tidak ada tabel setoran dengan kolom jatuh tempo, dibayar, dan tertunggak: setoran "
            "pada laporan tidak akan dicocokkan dengan daftar setoran."
        )
    if not any(i.jenis == JenisIsian.BERKAS for i in definisi.isian):
        hasil.append("Tidak ada isian berkas: petunjuk berkas tidak tampil pada laporan.")
    return hasil


# --- Comparison ---------------------------------------------------------------------------


@dataclass(frozen=True)
class Perbedaan:
    """One field that differs between two versions."""

    kode: str
    label: str
    jenis: str
    uraian: str


def beda(lama: Definisi, baru: Definisi) -> list[Perbedaan]:
    """What was added, taken out and changed, in the order of the new form."""
    dulu, kini = dict(_bertempat(lama)), dict(_bertempat(baru))
    hasil = []
    for kode, (bagian, isian) in kini.items():
        if kode not in dulu:
            hasil.append(Perbedaan(kode, isian.label, "ditambah", f"pada bagian “{bagian}”"))
        elif uraian := "; ".join(_ubahan(dulu[kode], (bagian, isian))):
            hasil.append(Perbedaan(kode, isian.label, "diubah", uraian))
    hasil += [
        Perbedaan(kode, isian.label, "dihapus", f"dari bagian “{bagian}”")
        for kode, (bagian, isian) in dulu.items()
        if kode not in kini
    ]
    return hasil


def _bertempat(definisi: Definisi) -> Iterator[tuple[str, tuple[str, Isian]]]:
    for bagian in definisi.bagian:
        for isian in bagian.isian:
            yield isian.kode, (bagian.judul, isian)


def _ubahan(dulu: tuple[str, Isian], kini: tuple[str, Isian]) -> Iterator[str]:
    (bagian_dulu, a), (bagian_kini, b) = dulu, kini
    if bagian_dulu != bagian_kini:
        yield f"pindah dari bagian “{bagian_dulu}” ke “{bagian_kini}”"
    if a.label != b.label:
        yield f"label semula “{a.label}”"
    if a.jenis != b.jenis:
        yield f"jenis {a.jenis.label.lower()} menjadi {b.jenis.label.lower()}"
    if a.wajib != b.wajib:
        yield "menjadi wajib" if b.wajib else "tidak wajib lagi"
    if a.bantuan != b.bantuan:
        yield "petunjuk berubah"
    if a.pilihan != b.pilihan:
        yield "pilihan berubah"
    if (a.kolom, a.per_kewajiban) != (b.kolom, b.per_kewajiban):
        yield "kolom berubah: " + ", ".join(k.label for k in b.kolom)
    if a.bawaan != b.bawaan:
        yield "isi awal berubah"
