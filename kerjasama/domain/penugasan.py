"""When somebody may be assigned to a naskah for a time, and how that ends."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from inti.formats import tanggal_indonesia
from inti.putusan import BOLEH, Putusan, tolak

if TYPE_CHECKING:
    from collections.abc import Iterable

TERLAMA = timedelta(days=366)


def periksa_tugaskan(mulai: date, selesai: date, *, per: date) -> Putusan:
    """A period of at most a year that is not over yet: nobody sees anything backwards."""
    if selesai < mulai:
        return tolak("Akhir penugasan tidak boleh sebelum mulainya.")
    if selesai < per:
        return tolak("Masa penugasan ini sudah lewat. Isi sampai hari ini atau sesudahnya.")
    if selesai - mulai > TERLAMA:
        return tolak("Penugasan paling lama satu tahun; perpanjang bila masih diperlukan.")
    return BOLEH


def periksa_bebas(
    nama: str, mulai: date, selesai: date, *, lain: Iterable[tuple[date, date]]
) -> Putusan:
    """Whether no other assignment of the person to the naskah covers one of the days."""
    for awal, akhir in lain:
        if awal <= selesai and mulai <= akhir:
            masa = f"{tanggal_indonesia(awal)} sampai {tanggal_indonesia(akhir)}"
            return tolak(f"{nama} sudah ditugaskan pada naskah ini {masa}.")
    return BOLEH


def periksa_akhiri(mulai: date, selesai: date, *, sampai: date, per: date) -> Putusan:
    """An assignment that runs, or has yet to begin, may end earlier; never backwards."""
    if selesai < per:
        return tolak("Penugasan ini sudah berakhir.")
    if sampai < per - timedelta(days=1):
        return tolak("Penugasan tidak dapat diakhiri mundur.")
    if sampai >= selesai:
        return tolak(
            f"Hari terakhir harus sebelum {tanggal_indonesia(selesai)}; untuk memperpanjang, "
            "catat penugasan baru."
        )
    return BOLEH
