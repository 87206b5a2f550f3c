"""Postponing an obligation: asked for by one person, decided by another; the legal date stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inti.formats import tanggal_indonesia
from inti.putusan import BOLEH, Putusan, semua, tolak
from pengawasan.enums import AksiPenundaan as Aksi
from pengawasan.enums import StatusJadwal
from pengawasan.enums import StatusPenundaan as Status

if TYPE_CHECKING:
    from datetime import date

TRANSISI = {
    (Status.DIAJUKAN, Aksi.SETUJUI): Status.DISETUJUI,
    (Status.DIAJUKAN, Aksi.TOLAK): Status.DITOLAK,
    (Status.DIAJUKAN, Aksi.TARIK): Status.DITARIK,
}


def periksa_tanggal(
    status: StatusJadwal,
    *,
    jatuh_tempo: date,
    sampai: date,
    hari_ini: date,
    berakhir: date | None = None,
) -> Putusan:
    """Whether the obligation can wait until that day."""
    if status != StatusJadwal.TERBUKA:
        return tolak("Hanya jadwal yang terbuka yang dapat ditunda.")
    if sampai <= jatuh_tempo:
        return tolak(
            "Tanggal penundaan harus setelah jatuh tempo, "
            f"{tanggal_indonesia(jatuh_tempo)}; untuk tanggal sebelumnya cukup ubah rencananya."
        )
    if sampai < hari_ini:
        return tolak("Tanggal penundaan tidak boleh sebelum hari ini.")
    if berakhir is not None and hari_ini <= berakhir < sampai:
        return tolak(
            f"Tunda paling lambat sampai hari terakhir naskah, {tanggal_indonesia(berakhir)}."
        )
    return BOLEH


def periksa_ajukan(tanggal: Putusan, *, alasan: str, menunggu: bool) -> Putusan:
    """Whether it may be asked for; `menunggu`: another request waits for its decision."""
    if menunggu:
        return tolak("Permintaan penundaan untuk jadwal ini masih menunggu putusan.")
    if not alasan.strip():
        return tolak("Penundaan wajib disertai alasan.")
    return tanggal


def periksa(
    status: Status, aksi: Aksi, *, oleh_pengaju: bool, catatan: str = "", tanggal: Putusan = BOLEH
) -> Putusan:
    """Whether it may be decided, or taken back.

    Nobody decides their own request, and only who asked takes it back. `tanggal`: whether the
    obligation can still wait until the day, which is asked again for an approval.
    """
    if (status, aksi) not in TRANSISI:
        return tolak(f"Permintaan berstatus “{status.label}” tidak dapat {aksi.label}.")
    if aksi == Aksi.TARIK:
        return BOLEH if oleh_pengaju else tolak("Hanya pengajunya yang dapat menariknya kembali.")
    sendiri = tolak("Pengaju tidak dapat memutuskan permintaannya sendiri.")
    beralasan = tolak("Penolakan wajib disertai alasan.")
    return semua(
        sendiri if oleh_pengaju else BOLEH,
        beralasan if aksi == Aksi.TOLAK and not catatan.strip() else BOLEH,
        tanggal if aksi == Aksi.SETUJUI else BOLEH,
    )
