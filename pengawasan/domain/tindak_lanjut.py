"""Follow-up until closed by someone other than its owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inti.putusan import BOLEH, Putusan, tolak
from pengawasan.enums import AksiTindakLanjut as Aksi
from pengawasan.enums import StatusTindakLanjut as Status

if TYPE_CHECKING:
    from collections.abc import Collection

TRANSISI = {
    (Status.TERBUKA, Aksi.LAPORKAN): Status.DILAPORKAN,
    (Status.DILAPORKAN, Aksi.KEMBALIKAN): Status.TERBUKA,
    (Status.DILAPORKAN, Aksi.TUTUP): Status.DITUTUP,
    (Status.DITUTUP, Aksi.BUKA): Status.TERBUKA,
}


def periksa(
    status: Status,
    aksi: Aksi,
    *,
    teks: str = "",
    oleh: int = 0,
    dilaporkan_oleh: int | None = None,
    pemilik: Collection[int] = (),
    dievaluasi_lagi: bool = False,
) -> Putusan:
    """Whether the action is possible.

    `teks` is what was done (for a report) or why it is returned. `oleh`, `dilaporkan_oleh` and
    `pemilik`, those of the unit that owns it, are people's keys: nobody closes what they
    reported themselves or what their unit owns. Once a later evaluasi was decided
    (`dievaluasi_lagi`), what is still wrong stands in its matrix, so nothing is opened again.
    """
    if (status, aksi) not in TRANSISI:
        return tolak(f"Tindak lanjut berstatus “{status.label}” tidak dapat {aksi.label}.")
    if aksi == Aksi.LAPORKAN and not teks.strip():
        return tolak("Tuliskan apa yang sudah dilaksanakan.")
    if aksi == Aksi.KEMBALIKAN and not teks.strip():
        return tolak("Pengembalian wajib disertai catatan.")
    if aksi == Aksi.BUKA:
        return _periksa_buka(teks, oleh, pemilik, dievaluasi_lagi=dievaluasi_lagi)
    if aksi == Aksi.TUTUP and oleh == dilaporkan_oleh:
        return tolak("Yang melaporkan tidak dapat menutup tindak lanjutnya sendiri.")
    if aksi == Aksi.TUTUP and oleh in pemilik:
        return tolak("Tindak lanjut ditutup oleh orang di luar perangkat daerah penanggung jawab.")
    return BOLEH


def _periksa_buka(
    teks: str, oleh: int, pemilik: Collection[int], *, dievaluasi_lagi: bool
) -> Putusan:
    if dievaluasi_lagi:
        return tolak(
            "Evaluasi sesudahnya sudah diputuskan; tuangkan yang belum selesai dalam matriknya."
        )
    if not teks.strip():
        return tolak("Sebutkan alasan membuka kembali.")
    if oleh in pemilik:
        return tolak("Dibuka kembali oleh orang di luar perangkat daerah penanggung jawab.")
    return BOLEH
