"""A later deadline for the mitra's report: asked for with a reason, decided by someone else.

How a request is decided or taken back is as for a postponement (`pengawasan.domain.penundaan`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inti.formats import tanggal_indonesia
from inti.putusan import BOLEH, Putusan, tolak
from pelaporan.enums import StatusKewajibanLaporan as StatusKewajiban

if TYPE_CHECKING:
    from datetime import date


def batas_berlaku(aturan: date, diperpanjang: date | None) -> date:
    """The deadline that counts: an extension never brings it forward."""
    return max(aturan, diperpanjang or aturan)


def periksa_tanggal(
    kewajiban: StatusKewajiban, *, batas: date, sampai: date, hari_ini: date
) -> Putusan:
    """Whether the report can wait until that day; before and after the deadline alike."""
    if kewajiban != StatusKewajiban.TERBUKA:
        return tolak(
            f"Kewajiban berstatus “{kewajiban.label}”; hanya laporan yang masih ditunggu yang "
            "batasnya dapat diperpanjang."
        )
    if sampai <= batas:
        return tolak(f"Batas baru harus setelah batas yang sekarang, {tanggal_indonesia(batas)}.")
    if sampai < hari_ini:
        return tolak("Batas baru tidak boleh sebelum hari ini.")
    return BOLEH


def periksa_ajukan(tanggal: Putusan, *, alasan: str, menunggu: bool) -> Putusan:
    """Whether it may be asked for; `menunggu`: another request waits for its decision."""
    if menunggu:
        return tolak("Permintaan Anda sebelumnya untuk laporan ini masih menunggu putusan.")
    if not alasan.strip():
        return tolak("Permintaan perpanjangan wajib disertai alasan.")
    return tanggal
