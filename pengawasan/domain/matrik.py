"""What a matrix must hold, and what of it may still be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inti.putusan import BOLEH, Putusan, tolak
from pengawasan.enums import JenisRekomendasi
from pengawasan.enums import StatusRekomendasi as Status

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

# Pasal 6 ayat (6) huruf a to h, in that order.
KOLOM = (
    ("dasar", "Dasar PKS/Kesepakatan Bersama"),
    ("materi_evaluasi", "Materi evaluasi"),
    ("permasalahan", "Permasalahan"),
    ("solusi", "Solusi"),
    ("tindak_lanjut", "Tindak lanjut"),
    ("perangkat_daerah", "Perangkat daerah penanggung jawab"),
    ("keterangan", "Keterangan"),
    ("rekomendasi", "Rekomendasi"),
)
BARIS_TERBANYAK = 1_000
DAPAT_DIUBAH = frozenset({Status.SARAN, Status.DIKEMBALIKAN})


def periksa_sel(rekomendasi: Collection[Status]) -> Putusan:
    """The cells of a row, given the states of its recommendations."""
    if DAPAT_DIUBAH.issuperset(rekomendasi):
        return BOLEH
    return tolak(
        "Baris ini memuat rekomendasi yang sudah diputuskan; hanya rekomendasi yang dikembalikan "
        "yang dapat diubah."
    )


def periksa_ubah_rekomendasi(status: Status) -> Putusan:
    """Whether one recommendation may be worded anew."""
    if status in DAPAT_DIUBAH:
        return BOLEH
    return tolak(f"Rekomendasi berstatus “{status.label}” tidak dapat diubah.")


def periksa_hapus_rekomendasi(status: Status) -> Putusan:
    """Whether one may be taken out; what the chair returned is mended, never dropped."""
    if status == Status.DIKEMBALIKAN:
        return tolak("Rekomendasi yang dikembalikan diperbaiki, tidak dihapus.")
    return periksa_ubah_rekomendasi(status)


def periksa_hapus_baris(rekomendasi: Collection[Status]) -> Putusan:
    """Whether a whole row may be taken out."""
    if not (putusan := periksa_sel(rekomendasi)):
        return putusan
    return next((p for s in rekomendasi if not (p := periksa_hapus_rekomendasi(s))), BOLEH)


def periksa_isi(rekomendasi: Collection[tuple[JenisRekomendasi, str]]) -> Putusan:
    """What has no letter says in words what it is; a row may still recommend nothing."""
    if any(
        jenis == JenisRekomendasi.LAINNYA and not uraian.strip() for jenis, uraian in rekomendasi
    ):
        return tolak("Rekomendasi “Lainnya” harus diuraikan.")
    return BOLEH


def kolom_kosong(isi: Mapping[str, object]) -> list[str]:
    """The headings of the columns of Pasal 6 ayat (6) that a row leaves blank, in order."""
    return [judul for nama, judul in KOLOM if not isi.get(nama)]


def periksa_tambah(ada: int, tambahan: int = 1) -> Putusan:
    """How many rows one matrix holds."""
    if ada + tambahan <= BARIS_TERBANYAK:
        return BOLEH
    return tolak(
        f"Sebuah matrik memuat paling banyak {BARIS_TERBANYAK} baris; sudah ada {ada}, "
        f"jadi {tambahan} baris lagi tidak dapat ditambahkan."
    )


def periksa_urutan(rekomendasi: Collection[Status]) -> Putusan:
    """Whether rows may change places, given the states of all recommendations of the matrix."""
    if all(status == Status.SARAN for status in rekomendasi):
        return BOLEH
    return tolak(
        "Urutan baris terkunci: rekomendasi matrik ini sudah pernah diajukan kepada Ketua TKKSD, "
        "dan putusannya menyebut nomor baris."
    )


def gabung_sel(saya: str, tersimpan: str) -> str:
    """Both wordings of one cell, the stored one first; neither twice."""
    if not saya or saya in tersimpan:
        return tersimpan
    if not tersimpan or tersimpan in saya:
        return saya
    return f"{tersimpan}\n{saya}"
