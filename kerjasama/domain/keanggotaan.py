"""When portal access may begin and end."""

from __future__ import annotations

from datetime import date, timedelta

from inti.putusan import BOLEH, Putusan, tolak


def periksa_buka(mulai: date, *, per: date) -> Putusan:
    """Access is given from today or a day ahead: nobody had it in the past."""
    if mulai < per:
        return tolak("Akses tidak dapat dibuka mundur. Isi hari ini atau hari sesudahnya.")
    return BOLEH


def periksa_tutup(selesai: date | None, *, sampai: date, per: date) -> Putusan:
    """Access that is over stays over; it may end now, or on a day ahead."""
    if selesai is not None and selesai < per:
        return tolak("Akses ini sudah ditutup.")
    if sampai < per - timedelta(days=1):
        return tolak("Akses tidak dapat ditutup mundur. Kosongkan untuk menutup sekarang juga.")
    return BOLEH
