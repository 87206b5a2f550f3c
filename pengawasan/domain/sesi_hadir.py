"""Checking in by QR: around the meeting, on its day, while its results are open."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from inti.formats import hari_tanggal
from inti.putusan import BOLEH, Putusan, tolak
from pengawasan.domain.kegiatan import periksa_hasil, periksa_hasil_rapat

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from pengawasan.enums import StatusKegiatan

SEBELUM, SESUDAH = timedelta(hours=2), timedelta(hours=3)
# How long a meeting is taken to last while its end is not planned.
LAMA = timedelta(hours=3)
DITUTUP = "Daftar hadir rapat ini sudah ditutup. Hubungi petugas rapat."


def jendela(
    tanggal: date, mulai: time | None, selesai: time | None = None
) -> tuple[datetime, datetime]:
    """From when until when people may check in, in local time and never on another day.

    The whole day while the hour is not known.
    """
    awal, akhir = datetime.combine(tanggal, time.min), datetime.combine(tanggal, time.max)
    if mulai is None:
        return awal, akhir
    buka = datetime.combine(tanggal, mulai)
    tutup = datetime.combine(tanggal, selesai) if selesai else buka + LAMA
    return max(awal, buka - SEBELUM), min(akhir, tutup + SESUDAH)


def periksa_waktu(
    kini: datetime, *, tanggal: date, mulai: time | None, selesai: time | None
) -> Putusan:
    """Whether `kini`, in local time, lies within the window."""
    awal, akhir = jendela(tanggal, mulai, selesai)
    if kini < awal:
        return tolak(f"Daftar hadir dibuka {hari_tanggal(tanggal)} pukul {awal:%H.%M}.")
    return BOLEH if kini <= akhir else tolak(DITUTUP)


def periksa_rapat(status: Sequence[StatusKegiatan], *, dibatalkan: bool) -> Putusan:
    """Whether a meeting of kegiatan in these states takes attendance."""
    if dibatalkan:
        return tolak("Rapat ini dibatalkan.")
    if not (putusan := periksa_hasil_rapat(status)):
        return putusan
    semua = [periksa_hasil(satu) for satu in status]
    tak_ada = tolak("Rapat ini tidak mempunyai kegiatan.")
    return next((p for p in semua if p), semua[0] if semua else tak_ada)


def periksa_buka(hari_ini: date, tanggal: date) -> Putusan:
    """Whether check-in may be opened: beforehand to print the code, never after the day."""
    if hari_ini > tanggal:
        return tolak("Hari rapat sudah lewat. Isi daftar hadir dengan mengetiknya.")
    return BOLEH
