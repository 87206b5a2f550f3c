"""Names over time: which one a day has, and when a new one may begin."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from inti.formats import tanggal_indonesia
from inti.putusan import BOLEH, Putusan, tolak


@dataclass(frozen=True)
class MasaNama:
    """A name and its first and last day; None is open."""

    nama: str
    mulai: date | None
    sampai: date | None


def nama_pada(masa: Iterable[MasaNama], tanggal: date | None, *, sekarang: str) -> str:
    """The name on the day; today's where no day is given or no closed period holds it."""
    if tanggal is None:
        return sekarang
    cocok = (
        m.nama
        for m in masa
        if m.sampai and (m.mulai is None or m.mulai <= tanggal) and tanggal <= m.sampai
    )
    return next(cocok, sekarang)


def periksa_ganti(
    lama: str, baru: str, *, mulai: date, mulai_lama: date | None, per: date
) -> Putusan:
    """Whether the present name may give way to another on `mulai`."""
    if lama == baru:
        return tolak("Nama baru sama dengan nama sekarang.")
    if mulai > per:
        return tolak("Tanggal berlaku tidak boleh di masa depan. Catat pada harinya.")
    if mulai_lama and mulai <= mulai_lama:
        return tolak(
            f"Nama sekarang berlaku sejak {tanggal_indonesia(mulai_lama)}; nama baru harus mulai "
            "sesudahnya. Untuk membetulkan ejaan, pakai Ubah."
        )
    return BOLEH


def periksa_nama_lama(terawal: MasaNama, *, mulai: date | None, sampai: date, per: date) -> Putusan:
    """Whether a name that was used before `terawal`, the first recorded, may end on `sampai`."""
    if mulai and mulai > sampai:
        return tolak("Hari terakhir tidak boleh sebelum hari pertama.")
    if sampai >= per:
        return tolak("Nama lama harus berakhir sebelum hari ini.")
    if terawal.mulai and sampai >= terawal.mulai:
        return tolak(
            f"Nama yang tercatat paling awal berlaku sejak {tanggal_indonesia(terawal.mulai)}; "
            "nama lama harus berakhir sebelum itu."
        )
    if terawal.sampai and sampai >= terawal.sampai:
        return tolak(
            f"Nama {terawal.nama} sudah berakhir sebelum hari itu; nama lama harus berakhir "
            "sebelum nama itu."
        )
    return BOLEH
