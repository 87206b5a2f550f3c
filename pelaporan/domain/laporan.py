"""Life of a report to the Ketua TKKSD."""

from __future__ import annotations

from inti.putusan import BOLEH, Putusan, tolak
from pelaporan.enums import AksiLaporan as Aksi
from pelaporan.enums import StatusLaporan as Status

TRANSISI = {
    (Status.DRAF, Aksi.KIRIM): Status.DIKIRIM,
    (Status.DIKEMBALIKAN, Aksi.KIRIM): Status.DIKIRIM,
    (Status.DIKIRIM, Aksi.KEMBALIKAN): Status.DIKEMBALIKAN,
    (Status.DIKIRIM, Aksi.SETUJUI): Status.DISETUJUI,
}
DAPAT_DIUBAH = frozenset({Status.DRAF, Status.DIKEMBALIKAN})


def periksa(status: Status, aksi: Aksi) -> Putusan:
    """Whether the action is possible in this state."""
    if (status, aksi) in TRANSISI:
        return BOLEH
    return tolak(f"Laporan berstatus “{status.label}” tidak dapat {aksi.label}.")


def boleh_diubah(status: Status) -> Putusan:
    """Until it is sent, and again when returned."""
    if status in DAPAT_DIUBAH:
        return BOLEH
    return tolak(f"Laporan berstatus “{status.label}” terkunci.")
