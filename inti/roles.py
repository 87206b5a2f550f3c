"""Which role may do what: one table, from which `docs/permissions.md` is generated."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from inti.enums import Peran
from inti.putusan import BOLEH, Putusan, tolak

if TYPE_CHECKING:
    from collections.abc import Collection


class Kemampuan(Enum):
    """What a role can be entitled to; the value completes "Hanya … yang dapat …"."""

    LIHAT_SEMUA_NASKAH = "melihat seluruh naskah"
    LIHAT_REGISTER = "melihat register kerja sama"
    KELOLA_NASKAH = "mencatat dan mengubah naskah"
    KELOLA_MITRA = "mencatat dan mengubah mitra"
    KELOLA_RUJUKAN = "mengubah perangkat daerah dan data rujukan"
    IMPOR_NASKAH = "mengimpor daftar naskah"
    NYATAKAN_PEMENUHAN = "menyatakan pemenuhan hak dan kewajiban"
    CATAT_PEMBAYARAN = "mencatat pembayaran setoran"
    KONFIRMASI_PEMBAYARAN = "mengonfirmasi dan mengoreksi pembayaran setoran"
    LIHAT_PENGAWASAN = "melihat pengawasan"
    RENCANAKAN_KEGIATAN = "merencanakan kegiatan"
    AJUKAN_PENUNDAAN = "mengajukan penundaan jadwal"
    PUTUSKAN_PENUNDAAN = "memutuskan penundaan jadwal"
    LIHAT_KEBIJAKAN = "melihat kebijakan pengawasan"
    SUSUN_KEBIJAKAN = "menyusun kebijakan pengawasan"
    TERBITKAN_KEBIJAKAN = "menerbitkan kebijakan pengawasan"
    TERBITKAN_SURAT_TUGAS = "menerbitkan surat tugas"
    SUSUN_BERITA_ACARA = "menyusun berita acara"
    VERIFIKASI_BERITA_ACARA = "memverifikasi berita acara"
    CATAT_HASIL = "mencatat daftar hadir, notulensi, dan matrik"
    CATAT_PENGENDALIAN = "mencatat pengendalian"
    LAPORKAN_TINDAK_LANJUT = "melaporkan tindak lanjut"
    TUTUP_TINDAK_LANJUT = "menutup tindak lanjut"
    KELOLA_TEGURAN = "membuka teguran dan menerbitkan suratnya"
    NILAI_TEGURAN = "menilai jawaban teguran"
    JAWAB_TEGURAN = "menjawab surat teguran"
    ISI_LAPORAN_MITRA = "mengisi laporan mitra"
    TINJAU_LAPORAN_MITRA = "meninjau laporan mitra"
    SUSUN_LAPORAN = "menyusun dan mengirim laporan"
    PUTUSKAN_REKOMENDASI = "memutuskan rekomendasi"
    PUTUSKAN_WALIKOTA = "memutuskan pengakhiran dan proses hukum"
    LIHAT_SURAT = "melihat register surat"
    KELOLA_PUBLIKASI = "menahan naskah dari register publik"
    KELOLA_AKUN = "mengelola akun"
    LIHAT_JEJAK = "melihat jejak audit"


K = Kemampuan
_PENGAWAS = {
    K.LIHAT_SEMUA_NASKAH,
    K.LIHAT_REGISTER,
    K.LIHAT_PENGAWASAN,
    K.LIHAT_KEBIJAKAN,
    K.LIHAT_JEJAK,
}

KEMAMPUAN: dict[Peran, frozenset[Kemampuan]] = {
    Peran.STAF: frozenset(
        _PENGAWAS
        | {
            K.KELOLA_NASKAH,
            K.KELOLA_MITRA,
            K.KELOLA_RUJUKAN,
            K.IMPOR_NASKAH,
            K.NYATAKAN_PEMENUHAN,
            K.CATAT_PEMBAYARAN,
            K.KONFIRMASI_PEMBAYARAN,
            K.RENCANAKAN_KEGIATAN,
            K.AJUKAN_PENUNDAAN,
            K.SUSUN_KEBIJAKAN,
            K.TERBITKAN_SURAT_TUGAS,
            K.VERIFIKASI_BERITA_ACARA,
            K.CATAT_HASIL,
            K.TUTUP_TINDAK_LANJUT,
            K.KELOLA_TEGURAN,
            K.NILAI_TEGURAN,
            K.TINJAU_LAPORAN_MITRA,
            K.LIHAT_SURAT,
            K.KELOLA_PUBLIKASI,
        }
    ),
    Peran.TIM: frozenset(
        _PENGAWAS
        | {
            K.NYATAKAN_PEMENUHAN,
            K.RENCANAKAN_KEGIATAN,
            K.AJUKAN_PENUNDAAN,
            K.CATAT_HASIL,
            K.TUTUP_TINDAK_LANJUT,
            K.NILAI_TEGURAN,
            K.TINJAU_LAPORAN_MITRA,
            K.SUSUN_LAPORAN,
            K.LIHAT_SURAT,
        }
    ),
    Peran.PD: frozenset(
        {
            K.LIHAT_REGISTER,
            K.NYATAKAN_PEMENUHAN,
            K.CATAT_PEMBAYARAN,
            K.KONFIRMASI_PEMBAYARAN,
            K.LIHAT_PENGAWASAN,
            K.AJUKAN_PENUNDAAN,
            K.SUSUN_BERITA_ACARA,
            K.CATAT_PENGENDALIAN,
            K.LAPORKAN_TINDAK_LANJUT,
        }
    ),
    Peran.KETUA: frozenset(
        _PENGAWAS | {K.PUTUSKAN_REKOMENDASI, K.PUTUSKAN_PENUNDAAN, K.LIHAT_SURAT}
    ),
    Peran.MITRA: frozenset(
        {K.NYATAKAN_PEMENUHAN, K.CATAT_PEMBAYARAN, K.JAWAB_TEGURAN, K.ISI_LAPORAN_MITRA}
    ),
    Peran.WALIKOTA: frozenset(_PENGAWAS | {K.PUTUSKAN_WALIKOTA, K.LIHAT_SURAT}),
    Peran.ADMIN: frozenset({K.KELOLA_AKUN, K.LIHAT_KEBIJAKAN, K.TERBITKAN_KEBIJAKAN}),
}


def mampu(peran: Collection[Peran], kemampuan: Kemampuan) -> bool:
    """Whether any of the roles held gives the capability."""
    return any(kemampuan in KEMAMPUAN[p] for p in peran)


def putuskan(peran: Collection[Peran], kemampuan: Kemampuan) -> Putusan:
    """The same, as a Putusan whose reason names who can."""
    if mampu(peran, kemampuan):
        return BOLEH
    pemilik = [p.label for p in Peran if kemampuan in KEMAMPUAN[p]]
    return tolak(f"Hanya {' atau '.join(pemilik)} yang dapat {kemampuan.value}.")
