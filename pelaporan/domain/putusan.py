"""What the chair may decide, and what it makes of the report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from inti.putusan import BOLEH, Putusan, tolak
from pelaporan.enums import StatusLaporan

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet


@dataclass(frozen=True)
class Keputusan:
    """The chair's word on one recommendation."""

    setuju: bool
    catatan: str = ""


def periksa(
    status: StatusLaporan,
    *,
    bundel_kini: str,
    bundel_dibuka: str,
    menunggu: Iterable[int],
    keputusan: Mapping[int, Keputusan],
    kembalikan: bool,
    catatan: str,
    penyusun: AbstractSet[int | None],
    oleh: int,
) -> Putusan:
    """Whether these decisions may be taken on this report; the first reason why not."""
    if status != StatusLaporan.DIKIRIM:
        return tolak(f"Laporan berstatus “{status.label}” tidak dapat diputuskan.")
    if oleh in penyusun:
        return tolak("Penyusun tidak dapat memutuskan laporannya sendiri.")
    if not bundel_kini:
        return tolak("Bundel laporan belum siap. Tunggu sampai penyusunannya selesai.")
    if bundel_kini != bundel_dibuka:
        return tolak("Bundel berubah sejak Anda membukanya. Baca kembali sebelum memutuskan.")
    if set(menunggu) != set(keputusan):
        return tolak("Setiap rekomendasi yang menunggu harus diputuskan.")
    if any(not k.setuju and not k.catatan.strip() for k in keputusan.values()):
        return tolak("Setiap pengembalian wajib disertai catatan.")
    if kembalikan and not catatan.strip():
        return tolak("Pengembalian laporan wajib disertai catatan.")
    return BOLEH


def periksa_walikota(*, setuju: bool, dicabut: bool) -> Putusan:
    """A recommendation whose bundle was revoked can no longer be agreed to, only refused."""
    if setuju and dicabut:
        return tolak(
            "Bundel laporannya sudah dicabut; rekomendasi ini hanya dapat tidak disetujui."
        )
    return BOLEH


def hasil(keputusan: Iterable[Keputusan], *, kembalikan: bool) -> StatusLaporan:
    """Returned when anything was returned, else approved."""
    if kembalikan or any(not k.setuju for k in keputusan):
        return StatusLaporan.DIKEMBALIKAN
    return StatusLaporan.DISETUJUI
