"""What may be done with a row of an imported list, and with the list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inti.formats import rangkai
from inti.putusan import BOLEH, Putusan, tolak
from kerjasama.enums import AksiBarisImpor as Aksi
from kerjasama.enums import StatusBarisImpor as Status
from kerjasama.enums import StatusImpor

if TYPE_CHECKING:
    from collections.abc import Mapping

# Not dealt with yet.
TERBUKA = (Status.SIAP, Status.PERLU_DITINJAU, Status.DUPLIKAT)
TRANSISI = (
    {(status, Aksi.TERIMA): Status.DITERIMA for status in TERBUKA}
    | {(status, Aksi.TOLAK): Status.DITOLAK for status in TERBUKA}
    | {(Status.DITOLAK, Aksi.PULIHKAN): Status.PERLU_DITINJAU}
)
WAJIB = {"jenis": "jenis naskah", "judul": "judul", "mitra": "mitra"}
# What a person must choose before a row that was not mended can enter.
PILIHAN = {
    "usulan_ttd": "pilihan tanggal penandatanganan",
    "usulan_berakhir": "pilihan tanggal berakhir",
    "nomor_lepas": "nomor tiap mitra",
}


def periksa(status: Status, aksi: Aksi, *, impor: StatusImpor, nomor: int) -> Putusan:
    """Whether row `nomor` of a list in the state `impor` may take the action."""
    if impor == StatusImpor.DIBATALKAN:
        return tolak("Impor ini sudah dibatalkan. Unggah lagi berkasnya untuk memulai kembali.")
    if (status, aksi) not in TRANSISI:
        return tolak(f"Baris {nomor} berstatus {status.label} dan tidak dapat {aksi.label}.")
    return BOLEH


def periksa_lengkap(usulan: Mapping[str, Any], *, nomor: int, dibetulkan: bool) -> Putusan:
    """Whether the register can take the row; what was only proposed needs a person's choice."""
    kurang = [nama for kolom, nama in WAJIB.items() if not usulan.get(kolom)]
    if usulan.get("mitra") and not all(m.get("jenis") for m in usulan["mitra"]):
        kurang.append("jenis mitra")
    if not dibetulkan:
        kurang += [nama for kolom, nama in PILIHAN.items() if usulan.get(kolom)]
    if kurang:
        return tolak(f"Baris {nomor}: lengkapi {rangkai(kurang)} melalui tombol Ubah.")
    return BOLEH


def periksa_batal(impor: StatusImpor) -> Putusan:
    """Whether a whole list may be undone."""
    if impor == StatusImpor.DIBATALKAN:
        return tolak("Impor ini sudah dibatalkan.")
    return BOLEH


def status_impor(belum: int) -> StatusImpor:
    """Done when no row waits; duplicates wait for nobody."""
    return StatusImpor.DITINJAU if belum else StatusImpor.SELESAI
