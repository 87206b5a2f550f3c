"""Whether an obligation may be planned on a day; its legal date never moves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from inti.formats import tanggal_indonesia
from inti.hari_kerja import hari_kerja
from inti.putusan import BOLEH, Putusan, tolak
from pengawasan.enums import StatusJadwal, StatusKegiatan

BERUBAH = "Rencananya baru saja berubah. Muat ulang usulan."


@dataclass(frozen=True)
class Pilihan:
    """A day for an obligation, the planned day that was shown beside it, and why."""

    jadwal: int
    semula: date | None
    tanggal: date
    alasan: str = ""


def periksa_belum_mulai(status: StatusJadwal, kegiatan: StatusKegiatan | None) -> Putusan:
    """Only what is owed and not begun has a day that may still be set."""
    if status != StatusJadwal.TERBUKA:
        return tolak(f"Jadwal ini berstatus “{status.label}”; hanya yang terbuka direncanakan.")
    if kegiatan not in (None, StatusKegiatan.DIRENCANAKAN):
        return tolak("Kegiatannya sudah ditugaskan atau dilaksanakan; ubah pada kegiatannya.")
    return BOLEH


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
    if not (belum := periksa_belum_mulai(status, kegiatan)):
        return belum
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
