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
    LIHAT_TIM = "melihat pemangku jabatan Tim Pengawasan"
    KELOLA_JABATAN = "mengangkat dan memberhentikan pemangku jabatan"
    KELOLA_TIM = "menugaskan anggota tidak tetap dan mencatat tenaga profesional"
    TERBITKAN_SURAT_TUGAS = "menerbitkan surat tugas"
    SUSUN_BERITA_ACARA = "menyusun berita acara"
    VERIFIKASI_BERITA_ACARA = "memverifikasi berita acara"
    CATAT_HASIL = "mencatat daftar hadir, notulensi, matrik, dan analisa laporan mitra"
    NYATAKAN_LENGKAP = "menyatakan dokumentasi kegiatan lengkap"
    CATAT_PENGENDALIAN = "mencatat pengendalian"
    LIHAT_PEMBINAAN = "melihat pembinaan"
    LIHAT_SEMUA_PEMBINAAN = "melihat pembinaan semua perangkat daerah"
    CATAT_PEMBINAAN = "mencatat pembinaan dan Keputusan Tim Pembinaan dan Pengawasan"
    LAPORKAN_TINDAK_LANJUT = "melaporkan tindak lanjut"
    TUTUP_TINDAK_LANJUT = "menutup tindak lanjut"
    KELOLA_TEGURAN = "membuka teguran dan menerbitkan suratnya"
    NILAI_TEGURAN = "menilai jawaban teguran"
    JAWAB_TEGURAN = "menjawab surat teguran"
    ISI_LAPORAN_MITRA = "mengisi laporan mitra"
    TINJAU_LAPORAN_MITRA = "meninjau laporan mitra"
    SUSUN_FORMULIR = "menyusun formulir laporan mitra"
    TERBITKAN_FORMULIR = "menerbitkan formulir laporan mitra"
    MINTA_LAPORAN_MITRA = "meminta laporan mitra di luar jadwal"
    PUTUSKAN_BATAS_LAPORAN = "memutuskan perpanjangan batas laporan mitra"
    SUSUN_LAPORAN = "menyusun dan mengirim laporan"
    PUTUSKAN_REKOMENDASI = "memutuskan rekomendasi"
    PUTUSKAN_WALIKOTA = "memutuskan pengakhiran dan proses hukum"
    LIHAT_SURAT = "melihat register surat"
    TERBITKAN_SURAT = "menerbitkan surat bernomor"
    KELOLA_SURAT = "memesan dan membatalkan nomor surat"
    KELOLA_KLASIFIKASI = "mengubah kode klasifikasi surat"
    KELOLA_PUBLIKASI = "menahan naskah dari register publik"
    ULANGI_PEKERJAAN = "melihat dan mengulang pekerjaan yang gagal"
    KELOLA_AKUN = "mengelola akun"
    KELOLA_KARANTINA = "melihat dan menghapus berkas karantina"
    LIHAT_JEJAK = "melihat jejak audit"
    LIHAT_KALENDER = "melihat kalender"
    LIHAT_DASBOR = "melihat dasbor"
    LIHAT_CONTOH_PESAN = "melihat contoh pesan"


K = Kemampuan
_PENGAWAS = {
    K.LIHAT_SEMUA_NASKAH,
    K.LIHAT_REGISTER,
    K.LIHAT_PENGAWASAN,
    K.LIHAT_PEMBINAAN,
    K.LIHAT_SEMUA_PEMBINAAN,
    K.LIHAT_KEBIJAKAN,
    K.LIHAT_TIM,
    K.LIHAT_JEJAK,
    K.LIHAT_KALENDER,
    K.LIHAT_DASBOR,
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
            K.KELOLA_TIM,
            K.TERBITKAN_SURAT_TUGAS,
            K.VERIFIKASI_BERITA_ACARA,
            K.CATAT_HASIL,
            K.CATAT_PEMBINAAN,
            K.TUTUP_TINDAK_LANJUT,
            K.KELOLA_TEGURAN,
            K.NILAI_TEGURAN,
            K.TINJAU_LAPORAN_MITRA,
            K.SUSUN_FORMULIR,
            K.MINTA_LAPORAN_MITRA,
            K.PUTUSKAN_BATAS_LAPORAN,
            K.LIHAT_SURAT,
            K.TERBITKAN_SURAT,
            K.KELOLA_SURAT,
            K.KELOLA_KLASIFIKASI,
            K.KELOLA_PUBLIKASI,
            K.LIHAT_CONTOH_PESAN,
            K.ULANGI_PEKERJAAN,
        }
    ),
    Peran.TIM: frozenset(
        _PENGAWAS
        | {
            K.NYATAKAN_PEMENUHAN,
            K.RENCANAKAN_KEGIATAN,
            K.AJUKAN_PENUNDAAN,
            K.CATAT_HASIL,
            K.NYATAKAN_LENGKAP,
            K.TUTUP_TINDAK_LANJUT,
            K.NILAI_TEGURAN,
            K.TINJAU_LAPORAN_MITRA,
            K.SUSUN_LAPORAN,
            K.LIHAT_SURAT,
            K.TERBITKAN_SURAT,
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
            K.LIHAT_PEMBINAAN,
            K.LAPORKAN_TINDAK_LANJUT,
            K.LIHAT_KALENDER,
            K.LIHAT_DASBOR,
        }
    ),
    Peran.KETUA: frozenset(
        _PENGAWAS | {K.PUTUSKAN_REKOMENDASI, K.PUTUSKAN_PENUNDAAN, K.LIHAT_SURAT}
    ),
    Peran.MITRA: frozenset(
        {
            K.NYATAKAN_PEMENUHAN,
            K.CATAT_PEMBAYARAN,
            K.JAWAB_TEGURAN,
            K.ISI_LAPORAN_MITRA,
            K.LIHAT_KALENDER,
            K.LIHAT_DASBOR,
        }
    ),
    Peran.WALIKOTA: frozenset(_PENGAWAS | {K.PUTUSKAN_WALIKOTA, K.LIHAT_SURAT}),
    Peran.ADMIN: frozenset(
        {
            K.LIHAT_PEMBINAAN,
            K.LIHAT_SEMUA_PEMBINAAN,
            K.KELOLA_AKUN,
            K.KELOLA_KARANTINA,
            K.LIHAT_CONTOH_PESAN,
            K.ULANGI_PEKERJAAN,
            K.LIHAT_KEBIJAKAN,
            K.TERBITKAN_KEBIJAKAN,
            K.TERBITKAN_FORMULIR,
            K.LIHAT_TIM,
            K.KELOLA_JABATAN,
            K.KELOLA_KLASIFIKASI,
        }
    ),
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
