"""Who may do what in reporting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inti.enums import Peran
from inti.formats import rangkai
from inti.permissions import boleh
from inti.putusan import BOLEH, Putusan, tolak
from inti.roles import Kemampuan, mampu
from kerjasama.models import Keanggotaan, Naskah
from kerjasama.permissions import boleh_melihat_naskah
from pelaporan.enums import PenerimaLaporan, StatusLaporan

if TYPE_CHECKING:
    from inti.models import Pengguna
    from pelaporan.models import BerkasLengkap, KewajibanLaporan, TandaTerima
    from pengawasan.models import Rapat

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


def boleh_melihat_undangan_rapat(pengguna: Pengguna, rapat: Rapat) -> Putusan:
    """The letter names every naskah of the meeting: for who may know of all of them."""
    if not (putusan := boleh_melihat_undangan(pengguna)):
        return putusan
    terlihat = Naskah.objects.terlihat_oleh(pengguna)
    if not rapat.kegiatan.exclude(naskah__in=terlihat).exists():
        return BOLEH
    return tolak(
        "Hanya yang berhak atas semua naskah rapat ini yang dapat membuka undangan bersamanya; "
        "buka salinan undangan untuk naskah Anda."
    )


def boleh_mengundang(pengguna: Pengguna) -> Putusan:
    """Issue an invitation: it takes a number of the register."""
    return boleh(pengguna, Kemampuan.RENCANAKAN_KEGIATAN)


def boleh_mengunggah_tanda_tangan(pengguna: Pengguna, jabatan: str) -> Putusan:
    """Who keeps the letters, and who holds the seat that signs this one."""
    if boleh(pengguna, Kemampuan.TERBITKAN_SURAT_TUGAS):
        return BOLEH
    if jabatan and any(k.sebutan == jabatan for k in pengguna.kedudukan):
        return BOLEH
    return tolak("Hanya staf kerja sama atau penanda tangannya yang dapat mengunggah berkas ini.")


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


def boleh_menyampaikan(pengguna: Pengguna, kewajiban: KewajibanLaporan) -> Putusan:
    """Who answers for the mitra sends; where nobody was named yet, everybody of it may."""
    if not (putusan := boleh_mengisi(pengguna, kewajiban)):
        return putusan
    bertugas = Keanggotaan.objects.aktif().penanggung_jawab().filter(mitra=kewajiban.mitra_id)
    orang = [a.pengguna for a in bertugas.select_related("pengguna").order_by("pk")]
    if not orang or pengguna in orang:
        return BOLEH
    nama = rangkai([str(o) for o in orang])
    return tolak(f"Hanya penanggung jawab mitra yang dapat menyampaikan laporan ini: {nama}.")


def boleh_melihat_laporan_mitra(pengguna: Pengguna) -> Putusan:
    """The government's side of the mitra's reports."""
    return boleh(pengguna, Kemampuan.LIHAT_REGISTER)


def boleh_meninjau(pengguna: Pengguna) -> Putusan:
    """Receive or return a mitra's report."""
    return boleh(pengguna, Kemampuan.TINJAU_LAPORAN_MITRA)


def boleh_melihat_formulir(pengguna: Pengguna) -> Putusan:
    """The versions of the mitra's form: for those who supervise, and for who publishes it."""
    if mampu(pengguna.peran, Kemampuan.TERBITKAN_FORMULIR):
        return BOLEH
    return boleh(pengguna, Kemampuan.LIHAT_SEMUA_NASKAH)


def boleh_menyusun_formulir(pengguna: Pengguna) -> Putusan:
    """Draft a version."""
    return boleh(pengguna, Kemampuan.SUSUN_FORMULIR)


def boleh_menerbitkan_formulir(pengguna: Pengguna) -> Putusan:
    """Publish a version with its Keputusan."""
    return boleh(pengguna, Kemampuan.TERBITKAN_FORMULIR)


def boleh_meminta_laporan(pengguna: Pengguna) -> Putusan:
    """Ask a mitra for a report outside the periods, and take that back."""
    return boleh(pengguna, Kemampuan.MINTA_LAPORAN_MITRA)


def boleh_memutuskan_perpanjangan(pengguna: Pengguna) -> Putusan:
    """Grant or refuse a later deadline."""
    return boleh(pengguna, Kemampuan.PUTUSKAN_BATAS_LAPORAN)


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


def boleh_mencabut_laporan(pengguna: Pengguna, status: StatusLaporan) -> Putusan:
    """Revoke a bundle: whoever sends reports, and what was approved only who decided it."""
    if status == StatusLaporan.DISETUJUI:
        return boleh(pengguna, Kemampuan.PUTUSKAN_REKOMENDASI)
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


def boleh_mengulang_pekerjaan(pengguna: Pengguna) -> Putusan:
    """See what failed for good, and have it tried again."""
    return boleh(pengguna, Kemampuan.ULANGI_PEKERJAAN)


def boleh_melihat_surat(pengguna: Pengguna) -> Putusan:
    """The letter register."""
    return boleh(pengguna, Kemampuan.LIHAT_SURAT)


def boleh_melihat_rekap(pengguna: Pengguna) -> Putusan:
    """Those who supervise, and the units of their own naskah; which rows, the figures decide."""
    return boleh(pengguna, Kemampuan.LIHAT_PENGAWASAN)


def boleh_menerbitkan_surat(pengguna: Pengguna) -> Putusan:
    """Issue a letter that takes a number of the register."""
    return boleh(pengguna, Kemampuan.TERBITKAN_SURAT)


def boleh_mengelola_surat(pengguna: Pengguna) -> Putusan:
    """Reserve a number by hand, cancel one from the register."""
    return boleh(pengguna, Kemampuan.KELOLA_SURAT)


def boleh_mengelola_klasifikasi(pengguna: Pengguna) -> Putusan:
    """Keep the classification codes."""
    return boleh(pengguna, Kemampuan.KELOLA_KLASIFIKASI)


def boleh_melihat_kalender(pengguna: Pengguna) -> Putusan:
    """The calendar, and the addresses of it."""
    return boleh(pengguna, Kemampuan.LIHAT_KALENDER)
