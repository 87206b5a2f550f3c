"""Dated attachments: their life, what a sound period is, and how they stand on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from inti.formats import tanggal_indonesia
from inti.putusan import BOLEH, Putusan, tolak
from kerjasama.domain.akhir import sisa
from kerjasama.domain.pola_tanggal import TAHUN
from kerjasama.enums import AksiLampiran as Aksi
from kerjasama.enums import JenisLampiran
from kerjasama.enums import StatusLampiran as Status

TRANSISI = {
    (Status.AKTIF, Aksi.TUTUP): Status.DITUTUP,
    (Status.DITUTUP, Aksi.BUKA): Status.AKTIF,
}
# From so many days before the end an attachment is said to be ending.
AMBANG_AKHIR = timedelta(days=90)


@dataclass(frozen=True)
class Keadaan:
    """How an attachment stands: a tone of the badge, and the words."""

    nada: str
    kata: str


def periksa(status: Status, aksi: Aksi, *, alasan: str = "") -> Putusan:
    """Whether the action is possible."""
    if (status, aksi) not in TRANSISI:
        return tolak(f"Lampiran berstatus “{status.label}” tidak dapat {aksi.label}.")
    if aksi == Aksi.TUTUP and not alasan.strip():
        return tolak("Penutupan lampiran wajib disertai alasan.")
    return BOLEH


def periksa_terbuka(status: Status) -> Putusan:
    """What is closed is neither extended nor corrected."""
    if status == Status.AKTIF:
        return BOLEH
    return tolak("Lampiran ini sudah ditutup. Buka lagi lebih dahulu bila masih diperlukan.")


def periksa_tanggal(tanggal: date) -> Putusan:
    """A year that a document can bear; 9999 stands for none."""
    if tanggal.year in TAHUN:
        return BOLEH
    return tolak(
        f"Tahun {tanggal.year} tidak mungkin; isi antara {TAHUN.start} dan {TAHUN.stop - 1}."
    )


def periksa_masa(mulai: date, sampai: date) -> Putusan:
    """Whether the two days make a period."""
    for tanggal in (mulai, sampai):
        if not (putusan := periksa_tanggal(tanggal)):
            return putusan
    if sampai < mulai:
        return tolak(
            f"Berlaku sampai ({tanggal_indonesia(sampai)}) tidak boleh sebelum berlaku mulai "
            f"({tanggal_indonesia(mulai)})."
        )
    return BOLEH


def periksa_nama(jenis: str, nama: str) -> Putusan:
    """What is none of the known kinds says what it is."""
    if jenis == JenisLampiran.LAINNYA and not nama.strip():
        return tolak("Sebutkan nama lampirannya.")
    return BOLEH


def keadaan(status: Status, *, mulai: date, sampai: date, per: date) -> Keadaan:
    """In words; an attachment holds through its last day."""
    if status == Status.DITUTUP:
        return Keadaan("nonaktif", "Ditutup")
    if per > sampai:
        return Keadaan("terlambat", f"Kedaluwarsa {(per - sampai).days} hari")
    if per < mulai:
        return Keadaan("mendatang", f"Belum berlaku, mulai {tanggal_indonesia(mulai)}")
    if per + AMBANG_AKHIR >= sampai:
        return Keadaan("jatuh_tempo", sisa(sampai, per=per))
    return Keadaan("berlaku", "Berlaku")
