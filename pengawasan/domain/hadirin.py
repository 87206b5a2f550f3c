"""Reading a pasted list of people, one per line."""

from __future__ import annotations

from dataclasses import dataclass

PANJANG_NAMA, PANJANG_LAIN = 150, 200


class BarisSalahError(ValueError):
    """A line cannot be read; the message is an Indonesian sentence naming the line."""


@dataclass(frozen=True)
class Orang:
    """One person as written on the line."""

    nama: str
    jabatan: str
    instansi: str


def baca_tempelan(teks: str) -> list[Orang]:
    """`nama; jabatan; instansi` per line; with two parts the second is the instansi.

    Tabs (pasted from a sheet) separate too. Empty lines are skipped. Raises BarisSalahError for a
    line that has too few or too many parts, or one that is too long.
    """
    baris = enumerate(teks.splitlines(), start=1)
    return [_baca(nomor, satu) for nomor, satu in baris if satu.strip()]


def _baca(nomor: int, baris: str) -> Orang:
    pemisah = "\t" if "\t" in baris else ";"
    bagian = [b.strip() for b in baris.split(pemisah)]
    while len(bagian) > 1 and not bagian[-1]:
        bagian.pop()
    if len(bagian) == 2:
        bagian.insert(1, "")
    if len(bagian) != 3 or not bagian[0]:
        raise BarisSalahError(
            f"Baris {nomor}: tulis nama; jabatan; instansi, dipisahkan titik koma."
        )
    nama, jabatan, instansi = bagian
    if len(nama) > PANJANG_NAMA or max(len(jabatan), len(instansi)) > PANJANG_LAIN:
        raise BarisSalahError(f"Baris {nomor}: terlalu panjang.")
    return Orang(nama, jabatan, instansi)
