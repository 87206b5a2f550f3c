"""Why something is due, in Indonesian sentences; whoever redoes the sum gets the same date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inti.formats import tanggal_indonesia
from inti.kalender import tambah_bulan

if TYPE_CHECKING:
    from datetime import date

    from pengawasan.domain.tempo import Dasar


def kalimat(dasar: Dasar) -> list[str]:
    """Article and the event it follows; the sum from the anchor; interval, its source, policy.

    An event that only an old list tells of is named as such.
    """
    dokumen = f" ({dasar.jangkar_dokumen})" if dasar.jangkar_dokumen else ""
    jangkar = f"{dasar.jangkar_apa} {tanggal_indonesia(dasar.jangkar)}{dokumen}"
    interval = f"Interval {dasar.interval} bulan menurut {dasar.sumber_interval}"
    return [
        f"{dasar.pasal}: {_ketentuan(dasar)}.",
        f"Dihitung dari {jangkar} {hitungan(dasar.jangkar, dasar.bulan, dasar.interval)}.",
        f"{interval}; kebijakan versi {dasar.kebijakan}.",
        *_belum_diverifikasi(dasar),
    ]


def _belum_diverifikasi(dasar: Dasar) -> list[str]:
    if dasar.acuan_terverifikasi:
        return []
    acuan = f"{dasar.acuan} {tanggal_indonesia(dasar.tanggal_acuan)}"
    return [f"Tanggal {acuan} menurut daftar impor, belum diverifikasi."]


def hitungan(jangkar: date, bulan: int, interval: int) -> str:
    """`+ 12 bulan (6 + 6) = 28 Februari 2022 (…)`: the sum, and the clipping where there is one."""
    hasil = tambah_bulan(jangkar, bulan)
    rincian = f" ({bulan - interval} + {interval})" if bulan > interval else ""
    potong = "" if hasil.day == jangkar.day else " (hari terakhir bulan itu)"
    return f"+ {bulan} bulan{rincian} = {tanggal_indonesia(hasil)}{potong}"


def _ketentuan(dasar: Dasar) -> str:
    jangkar = f"{dasar.jangkar_apa} {tanggal_indonesia(dasar.jangkar)}"
    if dasar.mulai_pengawasan:
        return (
            f"kelipatan {dasar.interval} bulan sejak {jangkar} yang pertama tidak sebelum "
            f"mulai pengawasan {tanggal_indonesia(dasar.mulai_pengawasan)}"
        )
    awal = f"{dasar.interval} bulan setelah {dasar.acuan} {tanggal_indonesia(dasar.tanggal_acuan)}"
    if (dasar.acuan, dasar.tanggal_acuan) == (dasar.jangkar_apa, dasar.jangkar):
        return awal
    syarat = "yang" if dasar.acuan_terlaksana else "bila"
    return (
        f"{awal} {syarat} dilaksanakan tepat pada jatuh tempo, jadi tetap dihitung dari {jangkar}"
    )
