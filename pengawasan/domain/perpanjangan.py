"""Proposing an extension: the evaluasi before the end, or the one held with drafting it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from inti.formats import tanggal_indonesia
from inti.putusan import BOLEH, Putusan, tolak

# Where the last day to ask is past, the evaluasi is proposed for so many days from today.
SEGERA = timedelta(days=14)


@dataclass(frozen=True)
class Pengajuan:
    """By when an extension is asked for, and on what ground."""

    batas: date
    dasar: str
    per: date

    @property
    def lewat(self) -> bool:
        """The day is over."""
        return self.batas < self.per

    def kalimat(self) -> str:
        """`Ajukan perpanjangan paling lambat 5 Mei 2027: 6 bulan sebelum berakhir (…)`."""
        tanggal = tanggal_indonesia(self.batas)
        if self.lewat:
            return f"Batas pengajuan perpanjangan lewat sejak {tanggal}: {self.dasar}."
        return f"Ajukan perpanjangan paling lambat {tanggal}: {self.dasar}."


def periksa_usul(*, berlaku: bool, akhir: date | None, per: date, direncanakan: bool) -> Putusan:
    """Whether an evaluasi can be planned for the extension of the naskah.

    `direncanakan`: an evaluasi of it is planned and not yet held.
    """
    if not berlaku:
        return tolak("Hanya naskah yang berlaku yang dapat diusulkan perpanjangannya.")
    if akhir is None:
        return tolak("Naskah ini tanpa tanggal berakhir, jadi tidak perlu diperpanjang.")
    if akhir < per:
        return tolak(
            f"Masa berlaku naskah sudah lewat sejak {tanggal_indonesia(akhir)}. Catat "
            "pengakhirannya, atau catat naskah yang menggantikannya."
        )
    if direncanakan:
        return tolak("Sudah ada evaluasi yang direncanakan; gabungkan dengan perpanjangan.")
    return BOLEH


def periksa_tanggal_usul(tanggal: date, *, akhir: date, per: date) -> Putusan:
    """Held while the naskah is in force."""
    if tanggal < per:
        return tolak("Tanggal rencana tidak boleh sebelum hari ini.")
    if tanggal > akhir:
        return tolak(
            f"Rencanakan paling lambat pada hari terakhir naskah, {tanggal_indonesia(akhir)}."
        )
    return BOLEH


def tanggal_usul(batas: date, *, akhir: date, per: date) -> date:
    """The day that is proposed: the last one to ask, or soon, but while in force."""
    return min(max(batas, per + SEGERA), akhir)
