"""What may still be changed in a matrix: the lock of what the chair decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inti.putusan import BOLEH, Putusan, tolak
from pengawasan.enums import JenisRekomendasi
from pengawasan.enums import StatusRekomendasi as Status

if TYPE_CHECKING:
    from collections.abc import Collection

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
    """What a row must hold, given kind and wording of each of its recommendations."""
    if not rekomendasi:
        return tolak("Setiap baris matrik memuat sedikitnya satu rekomendasi (huruf h).")
    if any(
        jenis == JenisRekomendasi.LAINNYA and not uraian.strip() for jenis, uraian in rekomendasi
    ):
        return tolak("Rekomendasi “Lainnya” harus diuraikan.")
    return BOLEH
