"""Who may do what in reporting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inti.enums import Peran
from inti.permissions import boleh
from inti.putusan import BOLEH, Putusan, tolak
from inti.roles import Kemampuan, mampu
from kerjasama.permissions import boleh_melihat_naskah
from pelaporan.enums import PenerimaLaporan

if TYPE_CHECKING:
    from inti.models import Pengguna
    from pelaporan.models import BerkasLengkap, KewajibanLaporan, TandaTerima

# In whose name a reading of the mitra's report counts (Pasal 9 ayat (1)).
PEMBACA = {
    PenerimaLaporan.KEPALA_DAERAH: frozenset({Peran.WALIKOTA}),
    PenerimaLaporan.BAGIAN: frozenset({Peran.STAF, Peran.TIM}),
    PenerimaLaporan.PERANGKAT_DAERAH: frozenset({Peran.PD}),
}


def boleh_memutuskan(pengguna: Pengguna) -> Putusan:
    """The chair's desk."""
    return boleh(pengguna, Kemampuan.PUTUSKAN_REKOMENDASI)


def boleh_memutuskan_walikota(pengguna: Pengguna) -> Putusan:
    """Huruf f and h."""
    return boleh(pengguna, Kemampuan.PUTUSKAN_WALIKOTA)


def boleh_melihat_undangan(pengguna: Pengguna) -> Putusan:
    """Invitations go to the mitra as well."""
    if mampu(pengguna.peran, Kemampuan.ISI_LAPORAN_MITRA):
        return BOLEH
    return boleh(pengguna, Kemampuan.LIHAT_PENGAWASAN)


def boleh_mengundang(pengguna: Pengguna) -> Putusan:
    """Issue an invitation: it takes a number of the register."""
    return boleh(pengguna, Kemampuan.RENCANAKAN_KEGIATAN)


def boleh_membuka_portal(pengguna: Pengguna) -> Putusan:
    """The mitra's side."""
    return boleh(pengguna, Kemampuan.ISI_LAPORAN_MITRA)


def boleh_mengisi(pengguna: Pengguna, kewajiban: KewajibanLaporan) -> Putusan:
    """Only people of the mitra that owes the report."""
    if not (putusan := boleh_membuka_portal(pengguna)):
        return putusan
    if pengguna.keanggotaan.aktif().filter(mitra=kewajiban.mitra_id).exists():
        return BOLEH
    return tolak("Hanya pengguna mitra yang bersangkutan yang dapat mengisi laporannya.")


def boleh_melihat_laporan_mitra(pengguna: Pengguna) -> Putusan:
    """The government's side of the mitra's reports."""
    return boleh(pengguna, Kemampuan.LIHAT_REGISTER)


def boleh_meninjau(pengguna: Pengguna) -> Putusan:
    """Receive or return a mitra's report."""
    return boleh(pengguna, Kemampuan.TINJAU_LAPORAN_MITRA)


def boleh_membaca(pengguna: Pengguna, tanda_terima: TandaTerima) -> Putusan:
    """Whether this person's reading is the addressee's: its seat, or a member of its unit."""
    penerima = PenerimaLaporan(tanda_terima.penerima)
    if not pengguna.peran & PEMBACA[penerima]:
        return tolak(f"Hanya {penerima.label} yang dapat menandai tanda terimanya.")
    unit = tanda_terima.perangkat_daerah_id
    if unit and not pengguna.keanggotaan.aktif().filter(perangkat_daerah=unit).exists():
        return tolak("Tanda terima ini milik perangkat daerah lain.")
    return BOLEH


def boleh_melihat_laporan(pengguna: Pengguna) -> Putusan:
    """Reports to the Ketua TKKSD are for those who supervise."""
    return boleh(pengguna, Kemampuan.LIHAT_SEMUA_NASKAH)


def boleh_menyusun_laporan(pengguna: Pengguna) -> Putusan:
    """Write and send reports."""
    return boleh(pengguna, Kemampuan.SUSUN_LAPORAN)


def boleh_meminta_berkas_lengkap(pengguna: Pengguna) -> Putusan:
    """Whoever may open a naskah may have it packed, cut to what they may see."""
    return boleh_melihat_naskah(pengguna)


def boleh_mengunduh_berkas_lengkap(satu: BerkasLengkap, hak: str) -> Putusan:
    """Only while the person's rights are those it was made for."""
    if satu.hak == hak:
        return BOLEH
    return tolak("Hak Anda berubah sejak berkas lengkap ini disusun. Susun yang baru.")


def boleh_melihat_publikasi(pengguna: Pengguna) -> Putusan:
    """Whether and how a naskah stands in the public register."""
    return boleh(pengguna, Kemampuan.LIHAT_REGISTER)


def boleh_mengelola_publikasi(pengguna: Pengguna) -> Putusan:
    """Withhold a naskah from the public register, and lift that."""
    return boleh(pengguna, Kemampuan.KELOLA_PUBLIKASI)


def boleh_melihat_surat(pengguna: Pengguna) -> Putusan:
    """The letter register."""
    return boleh(pengguna, Kemampuan.LIHAT_SURAT)
