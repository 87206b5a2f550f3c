"""Progress of a follow-up, a later date for it, another owner: what is refused and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inti.formats import tanggal_indonesia
from inti.putusan import BOLEH, Putusan, tolak
from pengawasan.enums import StatusPermintaanTenggat, StatusTindakLanjut

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date


def periksa_terbuka(status: StatusTindakLanjut) -> Putusan:
    """Nothing is added to what is closed."""
    if status == StatusTindakLanjut.DITUTUP:
        return tolak("Tindak lanjut ini sudah ditutup; buka kembali dahulu dengan alasan.")
    return BOLEH


def periksa_perkembangan(
    status: StatusTindakLanjut, *, tanggal: date, ttd: date | None, per: date
) -> Putusan:
    """Progress is of a day that was, while the naskah existed."""
    if not (putusan := periksa_terbuka(status)):
        return putusan
    if tanggal > per:
        return tolak("Tanggal perkembangan tidak boleh di masa depan.")
    if ttd and tanggal < ttd:
        return tolak(
            f"Tanggal perkembangan tidak boleh sebelum naskah ditandatangani, "
            f"{tanggal_indonesia(ttd)}."
        )
    return BOLEH


def periksa_minta_tenggat(
    status: StatusTindakLanjut, *, lama: date, baru: date, per: date, ada: bool
) -> Putusan:
    """A later date than the one that stands, in the future, one request at a time."""
    if status != StatusTindakLanjut.TERBUKA:
        return tolak("Tenggat hanya dapat diubah selama tindak lanjut terbuka.")
    if ada:
        return tolak("Masih ada permintaan tenggat yang belum diputuskan.")
    if baru <= lama:
        return tolak(f"Tenggat baru harus setelah tenggat sekarang, {tanggal_indonesia(lama)}.")
    if baru < per:
        return tolak("Tenggat baru tidak boleh sudah lewat.")
    return BOLEH


def periksa_putus_tenggat(
    status: StatusPermintaanTenggat,
    *,
    setuju: bool,
    catatan: str,
    oleh: int,
    diminta_oleh: int,
    pemilik: Collection[int],
) -> Putusan:
    """Decided once, by someone else; a refusal says why."""
    if status != StatusPermintaanTenggat.DIMINTA:
        return tolak("Permintaan tenggat ini sudah diputuskan.")
    if oleh == diminta_oleh or oleh in pemilik:
        return tolak("Tenggat diputuskan orang lain, di luar perangkat daerah penanggung jawab.")
    if not setuju and not catatan.strip():
        return tolak("Penolakan wajib disertai catatan.")
    return BOLEH


def periksa_serah(
    status: StatusTindakLanjut, *, dari: int, ke: int, unit_naskah: Collection[int], alasan: str
) -> Putusan:
    """To another unit of the same naskah: no other sees it."""
    if status != StatusTindakLanjut.TERBUKA:
        return tolak("Hanya tindak lanjut yang terbuka yang dapat diserahkan.")
    if dari == ke:
        return tolak("Perangkat daerah itu sudah menjadi penanggung jawabnya.")
    if ke not in unit_naskah:
        return tolak("Pilih perangkat daerah pada naskah ini; tambahkan dahulu pada naskahnya.")
    if not alasan.strip():
        return tolak("Sebutkan alasan penyerahannya.")
    return BOLEH
