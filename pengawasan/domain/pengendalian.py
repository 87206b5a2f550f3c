"""Pengendalian by the Perangkat Daerah: what may be noted, and of which day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inti.putusan import BOLEH, Putusan, tolak

if TYPE_CHECKING:
    from datetime import date


def periksa_pengendalian(
    tanggal: date, *, tanggal_ttd: date | None, berlaku: bool, hari_ini: date
) -> Putusan:
    """Whether a unit may note control (Pasal 7 ayat (1)) of that day.

    `berlaku` is false for a draft: nothing is carried out yet that could be controlled.
    """
    if not berlaku or tanggal_ttd is None:
        return tolak(
            "Pengendalian dicatat setelah naskah berlaku dan bertanggal tanda tangan "
            "(Pasal 7 ayat (1))."
        )
    if tanggal > hari_ini:
        return tolak("Tanggal pengendalian tidak boleh di masa depan.")
    if tanggal < tanggal_ttd:
        return tolak("Tanggal pengendalian tidak boleh sebelum naskah ditandatangani.")
    return BOLEH
