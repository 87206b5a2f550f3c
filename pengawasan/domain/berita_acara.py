"""The life of a berita acara, and the bounds of the date it claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inti.formats import rangkai, tanggal_indonesia
from inti.putusan import BOLEH, Putusan, tolak
from pengawasan.enums import AksiBeritaAcara as Aksi
from pengawasan.enums import JenisKegiatan
from pengawasan.enums import StatusBeritaAcara as Status

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from pengawasan.domain.fakta import Peristiwa

TRANSISI = {
    (Status.DRAF, Aksi.AJUKAN): Status.DIAJUKAN,
    (Status.DIKEMBALIKAN, Aksi.AJUKAN): Status.DIAJUKAN,
    (Status.DIAJUKAN, Aksi.KEMBALIKAN): Status.DIKEMBALIKAN,
    (Status.DIAJUKAN, Aksi.VERIFIKASI): Status.DIVERIFIKASI,
}
FOTO_TERBANYAK = 20
# What a reviewer can give a reason for, and a round keeps, by the name people read.
ISIAN = {
    "tanggal_kejadian": "Tanggal kejadian",
    "tempat": "Tempat dan koordinat",
    "temuan": "Hasil yang ditemukan",
    "angka": "Angka tim dan mitra",
    "kesepakatan": "Kesepakatan",
    "penanda_tangan": "Penanda tangan",
    "foto": "Foto",
}


def catatan_kembali(catatan: str, alasan: Mapping[str, str]) -> str:
    """The note of a return; without one, which fields were given a reason."""
    disebut = [ISIAN[nama] for nama, sebab in alasan.items() if sebab.strip()]
    if catatan.strip() or not disebut:
        return catatan
    return f"Perbaiki isian yang diberi alasan: {rangkai(disebut).lower()}."


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


def periksa_versi(versi: int, dibaca: int | None, *, oleh: str) -> Putusan:
    """Whether nobody saved since it was read; None where nothing was read (a program)."""
    if dibaca is None or dibaca == versi:
        return BOLEH
    return tolak(
        f"{oleh} menyimpan berita acara ini sejak Anda membukanya, jadi isian Anda belum disimpan."
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


def kejadian_terakhir(peristiwa: Iterable[Peristiwa], *, selain: int | None) -> Peristiwa | None:
    """The latest event that the cycle counts, of any kegiatan but `selain` (a key).

    What an old list told is not verified and dates nothing; an insidental pemantauan that does
    not stand for the periodic one is outside the cycle (rules, part 3).
    """
    terhitung = (
        satu
        for satu in peristiwa
        if satu.terverifikasi
        and satu.kegiatan != selain
        and (satu.berkala or satu.menggantikan or satu.jenis == JenisKegiatan.EVALUASI)
    )
    return max(terhitung, key=lambda satu: satu.tanggal, default=None)


def periksa_urutan(kejadian: date, *, terakhir: Peristiwa | None) -> Putusan:
    """Events of one naskah are told in their order: the next is not before the last.

    The cycle itself is exact for any order, so a claim that was received in its order stays good
    when another event is verified before it.
    """
    if terakhir is None or kejadian >= terakhir.tanggal:
        return BOLEH
    return tolak(
        f"Tanggal kejadian tidak boleh sebelum {terakhir.jenis.label.lower()} terakhir naskah ini, "
        f"{tanggal_indonesia(terakhir.tanggal)} ({terakhir.dokumen})."
    )


def klaim_lama(kejadian: date, *, diterima: date, ambang: int) -> bool:
    """Whether it was claimed more than `ambang` days before it was received."""
    return (diterima - kejadian).days > ambang
