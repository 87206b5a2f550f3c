"""Who may hold a seat, and when: one holder at a time, and one who acts for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from inti.enums import SifatPemangku
from inti.formats import tanggal_indonesia
from inti.putusan import BOLEH, Putusan, tolak

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


@dataclass(frozen=True)
class Masa:
    """One person in the seat for a period; an open end lasts."""

    nama: str
    sifat: SifatPemangku
    mulai: date
    selesai: date | None = None
    orang: int | None = None

    def bersinggungan(self, lain: Masa) -> bool:
        """Whether both hold one day in common."""
        return (lain.selesai is None or self.mulai <= lain.selesai) and (
            self.selesai is None or lain.mulai <= self.selesai
        )

    @property
    def kalimat(self) -> str:
        """`Budi (Plt., 1 Maret 2026 sampai sekarang)`."""
        akhir = tanggal_indonesia(self.selesai) if self.selesai else "sekarang"
        awal = tanggal_indonesia(self.mulai)
        return f"{self.nama} ({self.sifat.label}, {awal} sampai {akhir})"


def periksa_masa(masa: Masa, *, lain: Iterable[Masa]) -> Putusan:
    """Whether the period fits beside the `lain` of a seat that one person holds.

    A Plt. or Plh. may stand beside the holder or instead of one, but only one of them on a day:
    a document of that day prints who acts. Nobody acts for themselves.
    """
    if masa.selesai is not None and masa.selesai < masa.mulai:
        return tolak("Hari terakhir tidak boleh sebelum hari mulai.")
    for satu in lain:
        if satu.orang is not None and satu.orang == masa.orang and masa.bersinggungan(satu):
            return tolak(f"Ia sudah memangku jabatan ini: {satu.kalimat}. Akhiri dahulu masa itu.")
        if _definitif(masa.sifat) == _definitif(satu.sifat) and masa.bersinggungan(satu):
            jenis = "pemangku definitif" if _definitif(masa.sifat) else "Plt. atau Plh."
            return tolak(
                f"Hanya satu {jenis} pada satu waktu, dan sudah ada {satu.kalimat}. Akhiri dahulu, "
                "atau ubah masanya."
            )
    return BOLEH


def _definitif(sifat: SifatPemangku) -> bool:
    return sifat == SifatPemangku.DEFINITIF


def periksa_akhiri(masa: Masa, *, sampai: date) -> Putusan:
    """Whether the last day may be this one."""
    if sampai < masa.mulai:
        return tolak("Hari terakhir tidak boleh sebelum hari mulai.")
    if masa.selesai is not None and sampai >= masa.selesai:
        return tolak(
            f"Masa ini sudah berakhir pada {tanggal_indonesia(masa.selesai)}. Bila salah catat, "
            "pakai Perbaiki."
        )
    return BOLEH


def periksa_diri(pengguna: int, *, oleh: int) -> Putusan:
    """Nobody seats themselves, nor moves the end of their own seat."""
    if pengguna == oleh:
        return tolak("Kedudukan Anda sendiri dicatat oleh administrator lain.")
    return BOLEH
