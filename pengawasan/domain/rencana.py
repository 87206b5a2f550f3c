"""Whether an obligation may be planned on a day; its legal date never moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inti.formats import tanggal_indonesia
from inti.hari_kerja import hari_kerja
from inti.putusan import BOLEH, Putusan, tolak
from pengawasan.enums import StatusJadwal, StatusKegiatan

if TYPE_CHECKING:
    from datetime import date


def periksa_rencana_jadwal(
    status: StatusJadwal,
    kegiatan: StatusKegiatan | None,
    *,
    tanggal: date,
    tenggat: date,
    hari_ini: date,
) -> Putusan:
    """Only what is owed and not begun, on a working day from today to the legal date.

    What is late already may be planned on any working day from today.
    """
    if status != StatusJadwal.TERBUKA:
        return tolak(f"Jadwal ini berstatus “{status.label}”; hanya yang terbuka direncanakan.")
    if kegiatan not in (None, StatusKegiatan.DIRENCANAKAN):
        return tolak("Kegiatannya sudah ditugaskan atau dilaksanakan; ubah pada kegiatannya.")
    if tanggal < hari_ini:
        return tolak("Tanggal rencana tidak boleh sudah lewat.")
    if not hari_kerja(tanggal):
        return tolak(f"{tanggal_indonesia(tanggal)} bukan hari kerja.")
    if tanggal > tenggat >= hari_ini:
        return tolak(
            f"Rencana tidak boleh melewati jatuh tempo {tanggal_indonesia(tenggat)}; "
            "catat penundaan lebih dahulu."
        )
    return BOLEH
