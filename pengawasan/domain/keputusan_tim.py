"""The decree that sets the Tim Pembinaan dan Pengawasan: its period and who is in it."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

from inti.putusan import BOLEH, Putusan, tolak
from pengawasan.enums import KedudukanKeputusan as K

if TYPE_CHECKING:
    from collections.abc import Sequence

ANGGOTA_TERBANYAK = 100
# Of these a team has one; of deputies and secretaries a decree may name several.
TUNGGAL = (K.PENANGGUNG_JAWAB, K.KETUA)


def periksa_masa(tanggal: date, mulai: date, selesai: date | None, *, hari_ini: date) -> Putusan:
    """Whether a decree of that date may hold from `mulai` through `selesai`.

    It may begin before its own date (berlaku surut) and lie in the future, but it must have been
    signed already. Without `selesai` it holds until another one begins.
    """
    if tanggal > hari_ini:
        return tolak("Tanggal Keputusan tidak boleh di masa depan.")
    if selesai is not None and selesai < mulai:
        return tolak("Akhir masa berlaku tidak boleh sebelum mulainya.")
    return BOLEH


def periksa_susunan(kedudukan: Sequence[str]) -> Putusan:
    """Whether the seats make a team: exactly one Ketua, at most one Penanggung Jawab."""
    if not kedudukan:
        return tolak("Tuliskan susunan tim: sekurangnya seorang ketua.")
    banyak = Counter(K(satu) for satu in kedudukan)
    if not banyak[K.KETUA]:
        return tolak("Susunan tim belum menyebut ketuanya.")
    lebih = [satu.label.lower() for satu in TUNGGAL if banyak[satu] > 1]
    if lebih:
        return tolak(f"Hanya satu {lebih[0]} dalam satu tim.")
    if len(kedudukan) > ANGGOTA_TERBANYAK:
        return tolak(f"Paling banyak {ANGGOTA_TERBANYAK} orang dalam satu tim.")
    return BOLEH


def akhir_masa(selesai: date | None, penerus_mulai: date | None) -> date | None:
    """The last day on which it holds: its own, or the day before the next decree begins."""
    digantikan = penerus_mulai - timedelta(days=1) if penerus_mulai else None
    return min((d for d in (selesai, digantikan) if d is not None), default=None)


def periksa_hapus(*, pembinaan: int, surat_tugas: int) -> Putusan:
    """Whether a decree recorded by mistake may go: only while nothing was done under it."""
    ada = [
        f"{banyak} {benda}"
        for banyak, benda in ((pembinaan, "pembinaan"), (surat_tugas, "surat tugas"))
        if banyak
    ]
    if not ada:
        return BOLEH
    return tolak(
        f"Keputusan ini tidak dapat dihapus: {' dan '.join(ada)} bertanggal dalam masanya. "
        "Perbaiki isinya bila salah catat."
    )
