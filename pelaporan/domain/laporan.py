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
    (Status.DIKIRIM, Aksi.CABUT): Status.DICABUT,
    (Status.DICABUT, Aksi.KIRIM): Status.DIKIRIM,
    # What was decided stands; only the paper is declared void.
    (Status.DISETUJUI, Aksi.CABUT): Status.DISETUJUI,
}
DAPAT_DIUBAH = frozenset({Status.DRAF, Status.DIKEMBALIKAN, Status.DICABUT})


def periksa(status: Status, aksi: Aksi) -> Putusan:
    """Whether the action is possible in this state."""
    if (status, aksi) in TRANSISI:
        return BOLEH
    return tolak(f"Laporan berstatus “{status.label}” tidak dapat {aksi.label}.")


def periksa_cabut(status: Status, *, dicabut: bool, alasan: str) -> Putusan:
    """Whether the bundle that was sent last may be revoked; once, and with a reason."""
    if dicabut:
        return tolak("Bundel laporan ini sudah dicabut.")
    if not (putusan := periksa(status, Aksi.CABUT)):
        return putusan
    if not alasan.strip():
        return tolak("Pencabutan wajib disertai alasan.")
    return BOLEH


def boleh_diubah(status: Status) -> Putusan:
    """Until it is sent, and again when it came back."""
    if status in DAPAT_DIUBAH:
        return BOLEH
    return tolak(f"Laporan berstatus “{status.label}” terkunci.")
