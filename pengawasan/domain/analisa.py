"""When the mitra's reports are analysed, and what an analysis says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inti.putusan import BOLEH, Putusan, tolak
from pengawasan.enums import Metode

if TYPE_CHECKING:
    from collections.abc import Sequence


def periksa_perlu(metode: Metode) -> Putusan:
    """Only a pemantauan by document analyses the reports (Pasal 6 ayat (2) huruf a)."""
    if metode == Metode.DOKUMEN:
        return BOLEH
    return tolak("Analisa laporan mitra hanya untuk pemantauan dengan analisa dokumen.")


def periksa_sumber(laporan: Sequence[object], dokumen_lain: str) -> Putusan:
    """Whether it says what was read."""
    if laporan or dokumen_lain.strip():
        return BOLEH
    return tolak("Pilih laporan mitra yang dianalisa, atau sebutkan dokumen lain yang dianalisa.")


def periksa_versi(versi: int, dibaca: int | None, *, oleh: str) -> Putusan:
    """Whether nobody saved since it was read; None where nothing was read (a program)."""
    if dibaca is None or dibaca == versi:
        return BOLEH
    return tolak(
        f"{oleh} menyimpan analisa ini sejak Anda membukanya. Isian Anda tetap di bawah; "
        "bandingkan dengan yang tersimpan, lalu simpan lagi bila isian Anda yang dipakai."
    )
