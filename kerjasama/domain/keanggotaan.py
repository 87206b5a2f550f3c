"""When portal access may begin and end."""

from __future__ import annotations

from datetime import date, timedelta

from inti.putusan import BOLEH, Putusan, tolak


def periksa_buka(mulai: date, *, per: date) -> Putusan:
    """Access is given from today or a day ahead: nobody had it in the past."""
    if mulai < per:
        return tolak("Akses tidak dapat dibuka mundur. Isi hari ini atau hari sesudahnya.")
    return BOLEH


def periksa_tugas(
    *, mitra: bool, tertutup: bool, dijadikan: bool, semula: bool, ada_lain: bool, oleh_staf: bool
) -> Putusan:
    """Whether a member may be made penanggung jawab of the mitra, or pengisi again.

    The mitra itself always keeps one once it has one; staff may take the last one out.
    """
    if not mitra:
        return tolak("Tugas pengisi dan penanggung jawab hanya ada pada mitra.")
    if tertutup:
        return tolak("Akses ini sudah ditutup.")
    if dijadikan == semula:
        return tolak("Tugasnya sudah demikian.")
    if not dijadikan and not ada_lain and not oleh_staf:
        return tolak("Tetapkan penanggung jawab lain lebih dahulu.")
    return BOLEH


def periksa_tutup(selesai: date | None, *, sampai: date, per: date) -> Putusan:
    """Access that is over stays over; it may end now, or on a day ahead."""
    if selesai is not None and selesai < per:
        return tolak("Akses ini sudah ditutup.")
    if sampai < per - timedelta(days=1):
        return tolak("Akses tidak dapat ditutup mundur. Kosongkan untuk menutup sekarang juga.")
    return BOLEH
