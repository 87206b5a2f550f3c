"""Follow-up until closed by someone other than its owner."""

from __future__ import annotations

from inti.putusan import BOLEH, Putusan, tolak
from pengawasan.enums import AksiTindakLanjut as Aksi
from pengawasan.enums import StatusTindakLanjut as Status

TRANSISI = {
    (Status.TERBUKA, Aksi.LAPORKAN): Status.DILAPORKAN,
    (Status.DILAPORKAN, Aksi.KEMBALIKAN): Status.TERBUKA,
    (Status.DILAPORKAN, Aksi.TUTUP): Status.DITUTUP,
}


def periksa(
    status: Status, aksi: Aksi, *, teks: str = "", oleh: int = 0, dilaporkan_oleh: int | None = None
) -> Putusan:
    """Whether the action is possible.

    `teks` is what was done (for a report) or why it is returned; `oleh` and `dilaporkan_oleh`
    are people's keys: nobody closes what they reported themselves.
    """
    if (status, aksi) not in TRANSISI:
        return tolak(f"Tindak lanjut berstatus “{status.label}” tidak dapat {aksi.label}.")
    if aksi == Aksi.LAPORKAN and not teks.strip():
        return tolak("Tuliskan apa yang sudah dilaksanakan.")
    if aksi == Aksi.KEMBALIKAN and not teks.strip():
        return tolak("Pengembalian wajib disertai catatan.")
    if aksi == Aksi.TUTUP and oleh == dilaporkan_oleh:
        return tolak("Yang melaporkan tidak dapat menutup tindak lanjutnya sendiri.")
    return BOLEH
