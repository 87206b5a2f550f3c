"""From the team's saran to the decision: the table and its guards (rules, part 5)."""

from __future__ import annotations

from inti.putusan import BOLEH, Putusan, tolak
from pengawasan.enums import AksiRekomendasi as Aksi
from pengawasan.enums import JenisRekomendasi
from pengawasan.enums import StatusRekomendasi as Status

# Huruf f and h of Pasal 6 ayat (7) also need the head of government.
PERLU_WALIKOTA = frozenset({JenisRekomendasi.F, JenisRekomendasi.H})

TRANSISI = {
    (Status.SARAN, Aksi.AJUKAN): Status.DIAJUKAN,
    (Status.DIKEMBALIKAN, Aksi.AJUKAN): Status.DIAJUKAN,
    (Status.DIAJUKAN, Aksi.SETUJUI): Status.DISETUJUI,
    (Status.DIAJUKAN, Aksi.KEMBALIKAN): Status.DIKEMBALIKAN,
    # Its report was revoked before the chair decided.
    (Status.DIAJUKAN, Aksi.TARIK): Status.DIKEMBALIKAN,
    (Status.MENUNGGU_WALIKOTA, Aksi.SETUJUI_WALIKOTA): Status.DISETUJUI,
    (Status.MENUNGGU_WALIKOTA, Aksi.TOLAK_WALIKOTA): Status.DITOLAK,
}
WAJIB_CATATAN = frozenset({Aksi.KEMBALIKAN, Aksi.TARIK, Aksi.TOLAK_WALIKOTA})


def periksa(status: Status, aksi: Aksi, *, catatan: str = "") -> Putusan:
    """Whether the action is possible in this state, with this note."""
    if (status, aksi) not in TRANSISI:
        return tolak(f"Rekomendasi berstatus “{status.label}” tidak dapat {aksi.label}.")
    if aksi in WAJIB_CATATAN and not catatan.strip():
        return tolak("Pengembalian atau penolakan wajib disertai catatan.")
    return BOLEH


def sesudah(status: Status, aksi: Aksi, jenis: JenisRekomendasi) -> Status:
    """The state after the action; the chair's approval of huruf f and h is not the last word."""
    if aksi == Aksi.SETUJUI and jenis in PERLU_WALIKOTA:
        return Status.MENUNGGU_WALIKOTA
    return TRANSISI[status, aksi]


def sebutan(jenis: JenisRekomendasi) -> str:
    """`huruf d: Menagih kewajiban mitra kerja sama`; `lainnya` has no letter."""
    if jenis == JenisRekomendasi.LAINNYA:
        return jenis.label
    return f"huruf {jenis.value}: {jenis.label}"
