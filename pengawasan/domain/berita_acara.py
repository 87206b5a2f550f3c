"""The life of a berita acara, and the bounds of the date it claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inti.formats import tanggal_indonesia
from inti.putusan import BOLEH, Putusan, tolak
from pengawasan.enums import AksiBeritaAcara as Aksi
from pengawasan.enums import StatusBeritaAcara as Status

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

TRANSISI = {
    (Status.DRAF, Aksi.AJUKAN): Status.DIAJUKAN,
    (Status.DIKEMBALIKAN, Aksi.AJUKAN): Status.DIAJUKAN,
    (Status.DIAJUKAN, Aksi.KEMBALIKAN): Status.DIKEMBALIKAN,
    (Status.DIAJUKAN, Aksi.VERIFIKASI): Status.DIVERIFIKASI,
}
FOTO_TERBANYAK = 20


def periksa(
    status: Status,
    aksi: Aksi,
    *,
    catatan: str = "",
    oleh: int = 0,
    penyusun: Collection[int | None] = (),
) -> Putusan:
    """Whether the action is possible.

    `oleh` and `penyusun` are people's keys: nobody verifies what they wrote or submitted.
    """
    if (status, aksi) not in TRANSISI:
        return tolak(f"Berita acara berstatus “{status.label}” tidak dapat {aksi.label}.")
    if aksi == Aksi.KEMBALIKAN and not catatan.strip():
        return tolak("Pengembalian wajib disertai catatan.")
    if aksi == Aksi.VERIFIKASI and oleh in penyusun:
        return tolak("Penyusun tidak dapat memverifikasi berita acaranya sendiri.")
    return BOLEH


def periksa_ubah(status: Status) -> Putusan:
    """Whether its text may change: locked once submitted, open again when returned."""
    if status in (Status.DRAF, Status.DIKEMBALIKAN):
        return BOLEH
    if status == Status.DIVERIFIKASI:
        return tolak("Berita acara yang sudah diverifikasi terkunci.")
    return tolak("Berita acara sedang menunggu verifikasi.")


def periksa_isi(*, temuan: int, penanda_tangan_unit: int) -> Putusan:
    """What must be there before it is submitted."""
    if not temuan:
        return tolak("Tulis sekurangnya satu hasil yang ditemukan.")
    if not penanda_tangan_unit:
        return tolak("Sebutkan penanda tangan yang mewakili perangkat daerah.")
    return BOLEH


def periksa_versi(versi: int, dibaca: int | None) -> Putusan:
    """Whether nobody saved since it was read; None where nothing was read (a program)."""
    if dibaca is None or dibaca == versi:
        return BOLEH
    return tolak(
        "Orang lain menyimpan berita acara ini sejak Anda membukanya. Isian Anda tetap di bawah; "
        "bandingkan dengan yang tersimpan, lalu simpan lagi bila isian Anda yang dipakai."
    )


def periksa_kejadian(
    kejadian: date, *, tanggal_ttd: date | None, hari_ini: date, diterima: date | None = None
) -> Putusan:
    """The bounds of the claimed date.

    Not before signing, not in the future, and not after `diterima`, the day on which it was
    first received: a returned one cannot tell of something that came later.
    """
    if tanggal_ttd is None or kejadian < tanggal_ttd:
        return tolak(
            "Tanggal kejadian tidak boleh sebelum naskah ditandatangani"
            + (f", {tanggal_indonesia(tanggal_ttd)}." if tanggal_ttd else ".")
        )
    if kejadian > hari_ini:
        return tolak("Tanggal kejadian tidak boleh di masa depan.")
    if diterima is not None and kejadian > diterima:
        return tolak(
            "Tanggal kejadian tidak boleh setelah berita acara ini pertama kali diterima, "
            f"{tanggal_indonesia(diterima)}."
        )
    return BOLEH


def klaim_lama(kejadian: date, *, diterima: date, ambang: int) -> bool:
    """Whether it was claimed more than `ambang` days before it was received."""
    return (diterima - kejadian).days > ambang
