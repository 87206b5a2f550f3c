"""Separation of duties: nobody supervises what they sign for the unit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from inti.putusan import BOLEH, Putusan, tolak
from kerjasama.domain.kunci import kunci_orang

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True)
class Penanda:
    """Somebody who signs for a unit, and where: `Dinas Sosial pada naskah 134.4/1`."""

    nama: str
    untuk: str


def periksa_anggota(sebutan: Iterable[str], penanda: Iterable[Penanda]) -> Putusan:
    """Whether a person may be on the team; `sebutan` are the names they are known by.

    People of the unit may be on the team (Pasal 8 ayat (2) huruf d); who signs for it may not.
    """
    semua = [s for s in sebutan if s]
    kunci = {kunci_orang(s) for s in semua}
    for satu in penanda:
        if kunci_orang(satu.nama) in kunci:
            return tolak(
                f"{semua[0]} menandatangani untuk {satu.untuk}, jadi tidak dapat menjadi anggota "
                "tim yang mengawasinya (pemisahan tugas)."
            )
    return BOLEH


def periksa_penanda(nama: str, anggota: Iterable[tuple[str, str]]) -> Putusan:
    """Whether a person may sign for the unit; `anggota` are the team's names and their letter."""
    kunci = kunci_orang(nama)
    for sebutan, surat in anggota:
        if kunci and kunci_orang(sebutan) == kunci:
            return tolak(
                f"{nama} anggota Tim Pengawasan dalam surat tugas {surat}, jadi tidak dapat "
                "menandatangani untuk perangkat daerah (pemisahan tugas). Sebutkan orang lain."
            )
    return BOLEH
