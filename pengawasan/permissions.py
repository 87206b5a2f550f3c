"""Who may do what in the supervision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inti.permissions import boleh
from inti.putusan import BOLEH, Putusan, tolak
from inti.roles import Kemampuan, mampu
from pengawasan.domain.tim import KETUA_TIM
from pengawasan.enums import AksiKegiatan, PengisiKertasKerja, StatusKegiatan

if TYPE_CHECKING:
    from collections.abc import Collection

    from inti.models import Pengguna
    from kerjasama.models import PerangkatDaerah
    from pengawasan.models import (
        BeritaAcara,
        Kegiatan,
        KertasKerja,
        Pengendalian,
        Teguran,
        TindakLanjut,
    )


# Who may take a kegiatan from one state to the next; domain.kegiatan.TRANSISI says from where.
# The berita acara of a unit, the letter and the report carry it on: whoever may give those.
PELAKU_KEGIATAN = {
    AksiKegiatan.TUGASKAN: Kemampuan.TERBITKAN_SURAT_TUGAS,
    AksiKegiatan.LEPASKAN: Kemampuan.TERBITKAN_SURAT_TUGAS,
    AksiKegiatan.LAKSANAKAN: Kemampuan.VERIFIKASI_BERITA_ACARA,
    AksiKegiatan.DOKUMENTASIKAN: Kemampuan.NYATAKAN_LENGKAP,
    AksiKegiatan.BUKA_DOKUMENTASI: Kemampuan.NYATAKAN_LENGKAP,
    AksiKegiatan.LAPORKAN: Kemampuan.SUSUN_LAPORAN,
    AksiKegiatan.KEMBALIKAN: Kemampuan.PUTUSKAN_REKOMENDASI,
    AksiKegiatan.TARIK: Kemampuan.SUSUN_LAPORAN,
    AksiKegiatan.PUTUSKAN: Kemampuan.PUTUSKAN_REKOMENDASI,
    AksiKegiatan.BATALKAN: Kemampuan.RENCANAKAN_KEGIATAN,
}


def boleh_melihat(pengguna: Pengguna) -> Putusan:
    """The supervision's pages."""
    return boleh(pengguna, Kemampuan.LIHAT_PENGAWASAN)


def boleh_melihat_semua(pengguna: Pengguna) -> Putusan:
    """Lists that run over all naskah, such as the surat tugas."""
    return boleh(pengguna, Kemampuan.LIHAT_SEMUA_NASKAH)


def boleh_melaporkan_tindak_lanjut(pengguna: Pengguna, butir: TindakLanjut) -> Putusan:
    """Only people of the unit that owns it."""
    if not (putusan := boleh(pengguna, Kemampuan.LAPORKAN_TINDAK_LANJUT)):
        return putusan
    unit = butir.perangkat_daerah
    if pengguna.keanggotaan.aktif().filter(perangkat_daerah=unit).exists():
        return BOLEH
    return tolak(f"Hanya {unit} sebagai penanggung jawab yang dapat melaporkannya.")


def boleh_menutup_tindak_lanjut(pengguna: Pengguna) -> Putusan:
    """Those who verify; never the owner (the rules ask again for the very person)."""
    return boleh(pengguna, Kemampuan.TUTUP_TINDAK_LANJUT)


def boleh_mencatat_perkembangan(pengguna: Pengguna, butir: TindakLanjut) -> Putusan:
    """Progress, items, results: those who own it, and those who verify."""
    if boleh_menutup_tindak_lanjut(pengguna):
        return BOLEH
    return boleh_melaporkan_tindak_lanjut(pengguna, butir)


def boleh_melihat_teguran(pengguna: Pengguna) -> Putusan:
    """Those who supervise, the units, and the mitra to whom it is addressed."""
    if mampu(pengguna.peran, Kemampuan.JAWAB_TEGURAN):
        return BOLEH
    return boleh_melihat(pengguna)


def boleh_mengelola_teguran(pengguna: Pengguna) -> Putusan:
    """Open a case, issue and deliver its letters."""
    return boleh(pengguna, Kemampuan.KELOLA_TEGURAN)


def boleh_menilai_teguran(pengguna: Pengguna) -> Putusan:
    """Judge an answer; never one's own letter (the rules ask again for the very person)."""
    return boleh(pengguna, Kemampuan.NILAI_TEGURAN)


def boleh_menjawab_teguran(pengguna: Pengguna, teguran: Teguran) -> Putusan:
    """People of the mitra; the office records an answer that came on paper."""
    if mampu(pengguna.peran, Kemampuan.KELOLA_TEGURAN):
        return BOLEH
    if not (putusan := boleh(pengguna, Kemampuan.JAWAB_TEGURAN)):
        return putusan
    if pengguna.keanggotaan.aktif().filter(mitra=teguran.mitra_id).exists():
        return BOLEH
    return tolak("Hanya mitra yang dituju yang dapat menjawab surat ini.")


def boleh_mencatat_pengendalian(pengguna: Pengguna, unit: Collection[PerangkatDaerah]) -> Putusan:
    """People of a unit of the naskah; `unit` are those of its units that the person is of."""
    if not (putusan := boleh(pengguna, Kemampuan.CATAT_PENGENDALIAN)):
        return putusan
    if unit:
        return BOLEH
    return tolak("Hanya perangkat daerah pada naskah ini yang dapat mencatat pengendalian.")


def boleh_mengubah_pengendalian(pengguna: Pengguna, catatan: Pengendalian) -> Putusan:
    """People of the unit that wrote the entry."""
    if not (putusan := boleh(pengguna, Kemampuan.CATAT_PENGENDALIAN)):
        return putusan
    unit = catatan.perangkat_daerah_id
    if pengguna.keanggotaan.aktif().filter(perangkat_daerah=unit).exists():
        return BOLEH
    return tolak("Hanya perangkat daerah yang mencatatnya yang dapat memperbaikinya.")


def boleh_melihat_pembinaan(pengguna: Pengguna) -> Putusan:
    """The log of pembinaan and the team under which it is given."""
    return boleh(pengguna, Kemampuan.LIHAT_PEMBINAAN)


def boleh_melihat_keputusan_tim(pengguna: Pengguna) -> Putusan:
    """The decree itself: its files, its corrections."""
    return boleh(pengguna, Kemampuan.LIHAT_SEMUA_PEMBINAAN)


def boleh_mencatat_pembinaan(pengguna: Pengguna) -> Putusan:
    """Record, correct and cancel pembinaan; record the decree that sets the team."""
    return boleh(pengguna, Kemampuan.CATAT_PEMBINAAN)


def boleh_merencanakan(pengguna: Pengguna) -> Putusan:
    """Plan and cancel kegiatan."""
    return boleh(pengguna, PELAKU_KEGIATAN[AksiKegiatan.BATALKAN])


def boleh_mengajukan_penundaan(pengguna: Pengguna) -> Putusan:
    """Ask for a later day."""
    return boleh(pengguna, Kemampuan.AJUKAN_PENUNDAAN)


def boleh_memutuskan_penundaan(pengguna: Pengguna) -> Putusan:
    """The Ketua TKKSD, and whoever holds the seat of Ketua Tim Pengawasan."""
    if any(kursi.jabatan.kode == KETUA_TIM for kursi in pengguna.kedudukan):
        return BOLEH
    if boleh(pengguna, Kemampuan.PUTUSKAN_PENUNDAAN):
        return BOLEH
    return tolak(
        "Hanya Ketua TKKSD atau Ketua Tim Pengawasan yang dapat memutuskan penundaan jadwal."
    )


def boleh_melihat_kebijakan(pengguna: Pengguna) -> Putusan:
    """The versions of the policy."""
    return boleh(pengguna, Kemampuan.LIHAT_KEBIJAKAN)


def boleh_menyusun_kebijakan(pengguna: Pengguna) -> Putusan:
    """Write, try out and throw away a draft."""
    return boleh(pengguna, Kemampuan.SUSUN_KEBIJAKAN)


def boleh_menerbitkan_kebijakan(pengguna: Pengguna) -> Putusan:
    """Publish a draft: the administrator, who keeps the reference data and did not write it.

    A version moves the dates of every naskah and can never be changed afterwards, so two people
    look at it: who knows the Keputusan writes and tries it, another one puts it into force.
    """
    return boleh(pengguna, Kemampuan.TERBITKAN_KEBIJAKAN)


def boleh_melihat_tim(pengguna: Pengguna) -> Putusan:
    """Who holds which seat, now and before."""
    return boleh(pengguna, Kemampuan.LIHAT_TIM)


def boleh_mengelola_jabatan(pengguna: Pengguna) -> Putusan:
    """Appoint, end and correct: the administrator, for a seat gives what its role may do.

    Whoever drafts the letters cannot make themselves the chair who decides on them.
    """
    return boleh(pengguna, Kemampuan.KELOLA_JABATAN)


def boleh_mengelola_tim(pengguna: Pengguna) -> Putusan:
    """Assign anggota tidak tetap to a naskah and keep the list of tenaga profesional."""
    return boleh(pengguna, Kemampuan.KELOLA_TIM)


def boleh_menerbitkan_surat_tugas(pengguna: Pengguna) -> Putusan:
    """Issue a surat tugas on behalf of the Ketua TKKSD."""
    return boleh(pengguna, PELAKU_KEGIATAN[AksiKegiatan.TUGASKAN])


def boleh_mencatat_hasil(pengguna: Pengguna) -> Putusan:
    """Daftar hadir, notulensi, matrik."""
    return boleh(pengguna, Kemampuan.CATAT_HASIL)


def boleh_menyatakan_lengkap(pengguna: Pengguna) -> Putusan:
    """State that everything a kegiatan's report needs is there, and open it again."""
    return boleh(pengguna, PELAKU_KEGIATAN[AksiKegiatan.DOKUMENTASIKAN])


def boleh_melihat_matrik(pengguna: Pengguna, kegiatan: Kegiatan) -> Putusan:
    """The team's work is its own until it is reported; then the units of the naskah see it."""
    if mampu(pengguna.peran, Kemampuan.LIHAT_SEMUA_NASKAH):
        return BOLEH
    if kegiatan.status in (StatusKegiatan.DILAPORKAN, StatusKegiatan.DIPUTUSKAN):
        return boleh_melihat(pengguna)
    return tolak("Matrik dapat dilihat setelah dilaporkan kepada Ketua TKKSD.")


def boleh_melihat_kertas_kerja(pengguna: Pengguna) -> Putusan:
    """Those who supervise, and the mitra, who fills a sheet too; which ones, the rows decide."""
    if mampu(pengguna.peran, Kemampuan.ISI_LAPORAN_MITRA):
        return BOLEH
    return boleh_melihat(pengguna)


def boleh_mengisi_kertas_kerja(pengguna: Pengguna, kertas: KertasKerja) -> Putusan:
    """The team its own sheet, everybody else that of their unit or mitra."""
    if kertas.pengisi == PengisiKertasKerja.TIM:
        return boleh_mencatat_hasil(pengguna)
    anggota = pengguna.keanggotaan.aktif()
    unit, mitra = kertas.perangkat_daerah_id, kertas.mitra_id
    if anggota.filter(perangkat_daerah=unit, mitra=mitra).exists():
        return BOLEH
    return tolak(f"Kertas kerja ini diisi oleh {kertas.pihak}.")


def boleh_mengelola_kuesioner(pengguna: Pengguna) -> Putusan:
    """Draft and publish the questions of the working paper."""
    return boleh(pengguna, Kemampuan.KELOLA_RUJUKAN)


def boleh_memverifikasi(pengguna: Pengguna) -> Putusan:
    """Verify or return a berita acara."""
    return boleh(pengguna, PELAKU_KEGIATAN[AksiKegiatan.LAKSANAKAN])


def boleh_menyusun_berita_acara(pengguna: Pengguna, unit: Collection[PerangkatDaerah]) -> Putusan:
    """People of a unit of the naskah; `unit` are those of its units that the person is of."""
    if not (putusan := boleh(pengguna, Kemampuan.SUSUN_BERITA_ACARA)):
        return putusan
    if unit:
        return BOLEH
    return tolak("Hanya perangkat daerah pada naskah ini yang dapat menyusun berita acara.")


def boleh_mengubah_berita_acara(pengguna: Pengguna, berita_acara: BeritaAcara) -> Putusan:
    """People of the unit that writes it."""
    if not (putusan := boleh(pengguna, Kemampuan.SUSUN_BERITA_ACARA)):
        return putusan
    unit = berita_acara.perangkat_daerah_id
    if pengguna.keanggotaan.aktif().filter(perangkat_daerah=unit).exists():
        return BOLEH
    return tolak("Hanya perangkat daerah penyusun yang dapat mengubah berita acara ini.")
