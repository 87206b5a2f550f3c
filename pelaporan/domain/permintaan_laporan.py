"""Asking a mitra for a report besides the periodic ones, and taking that back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inti.formats import tanggal_indonesia
from inti.putusan import BOLEH, Putusan, tolak

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

PASAL = "Pasal 9 ayat (1)"


def periksa_minta(
    *, bertanda_tangan: bool, mitra: Collection[int], pihak: Collection[int], batas: date, per: date
) -> Putusan:
    """Whether these mitra of the naskah may be asked by that day."""
    if not bertanda_tangan:
        return tolak("Naskah ini masih draf; laporannya belum dapat diminta.")
    if not mitra:
        return tolak("Pilih sekurang-kurangnya satu mitra.")
    if not set(mitra) <= set(pihak):
        return tolak("Hanya mitra yang menjadi pihak pada naskah ini yang dapat dimintai laporan.")
    if batas <= per:
        return tolak("Batas penyampaian harus setelah hari ini.")
    return BOLEH


def periksa_tarik(*, ditarik: bool, belum_dikirim: int, alasan: str) -> Putusan:
    """Whether it may be taken back; `belum_dikirim` counts the mitra that sent nothing yet."""
    if ditarik:
        return tolak("Permintaan ini sudah ditarik.")
    if not belum_dikirim:
        return tolak("Laporannya sudah disampaikan; permintaan ini tidak dapat ditarik lagi.")
    if not alasan.strip():
        return tolak("Penarikan wajib disertai alasan.")
    return BOLEH


def dasar(*, diminta: date, perihal: str, alasan: str, batas: date) -> dict[str, Any]:
    """Why the report is due, as a duty keeps it."""
    pasal = f"{PASAL}: laporan disampaikan setiap enam bulan atau sewaktu-waktu diminta"
    return {
        "pasal": PASAL,
        "kalimat": [
            f"{pasal}; diminta {tanggal_indonesia(diminta)}.",
            f"Perihal: {perihal}.",
            f"Alasan: {alasan}",
            f"Batas {tanggal_indonesia(batas)} ditetapkan dalam permintaan, tanpa tenggang.",
        ],
    }
