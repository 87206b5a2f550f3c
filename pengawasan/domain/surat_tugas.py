"""The life of a surat tugas: revoked before there is a result, replaced at any time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inti.formats import rangkai
from inti.putusan import BOLEH, Putusan, tolak
from pengawasan.enums import AksiSuratTugas as Aksi
from pengawasan.enums import StatusKegiatan
from pengawasan.enums import StatusSuratTugas as Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

TRANSISI = {
    (Status.BERLAKU, Aksi.CABUT): Status.DICABUT,
    (Status.BERLAKU, Aksi.GANTIKAN): Status.DIGANTIKAN,
}
# What a new letter takes over; a report that was sent has printed the old one.
PINDAH = (StatusKegiatan.DITUGASKAN, StatusKegiatan.DILAKSANAKAN)


def periksa(status: Status, aksi: Aksi, *, alasan: str = "-", hasil: Sequence[str] = ()) -> Putusan:
    """Whether the letter may be revoked or replaced.

    `hasil` names the kegiatan that have results already: these were made by the team that the
    letter assigned, so it can no longer be as if there had been none. A replacement leaves them
    as they are and names who goes on.
    """
    if (status, aksi) not in TRANSISI:
        return tolak(f"Surat tugas berstatus “{status.label}” tidak dapat {aksi.label}.")
    if aksi == Aksi.CABUT and hasil:
        return tolak(
            f"Surat tugas tidak dapat dicabut karena sudah ada hasilnya: {rangkai(hasil)}. "
            "Terbitkan penggantinya bila susunan tim berubah."
        )
    if not alasan.strip():
        return tolak("Pencabutan dan penggantian surat tugas wajib disertai alasan.")
    return BOLEH


def periksa_pindah(status: Iterable[StatusKegiatan]) -> Putusan:
    """Whether a new letter has anything to take over."""
    if any(s in PINDAH for s in status):
        return BOLEH
    return tolak(
        "Semua kegiatan dalam surat tugas ini sudah dilaporkan atau dibatalkan; tidak ada lagi "
        "yang dapat ditugaskan dengan surat pengganti."
    )


def periksa_tanggal_pengganti(tanggal: date, *, lama: date) -> Putusan:
    """The new letter is not older than the one it replaces."""
    if tanggal < lama:
        return tolak("Tanggal surat pengganti tidak boleh sebelum surat yang digantikan.")
    return BOLEH
