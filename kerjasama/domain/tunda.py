"""Putting off what the expiry desk says, until a day and with a reason."""

from __future__ import annotations

from datetime import date

from inti.formats import tanggal_indonesia
from inti.kalender import tambah_bulan
from inti.putusan import BOLEH, Putusan, tolak

BULAN_TERLAMA = 12


def periksa_tunda(sampai: date, *, per: date, alasan: str) -> Putusan:
    """Later than today, no longer than a year, and with a reason."""
    if sampai <= per:
        return tolak("Tanggal penundaan harus setelah hari ini.")
    if sampai > (batas := tambah_bulan(per, BULAN_TERLAMA)):
        return tolak(
            f"Penundaan paling lama {BULAN_TERLAMA} bulan, yaitu sampai {tanggal_indonesia(batas)}."
        )
    if not alasan.strip():
        return tolak("Penundaan wajib disertai alasan.")
    return BOLEH
