"""Who may do what in the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inti.enums import Peran
from inti.permissions import boleh
from inti.putusan import BOLEH, Putusan, tolak
from inti.roles import Kemampuan, mampu
from kerjasama.enums import AksiNaskah, PihakButir, SisiPernyataan
from kerjasama.models import Mitra

if TYPE_CHECKING:
    from inti.models import Pengguna
    from kerjasama.models import Butir, PembayaranSetoran


def boleh_melihat_naskah(pengguna: Pengguna) -> Putusan:
    """Those of the register, and a mitra for its own."""
    if mampu(pengguna.peran, Kemampuan.ISI_LAPORAN_MITRA):
        return BOLEH
    return boleh(pengguna, Kemampuan.LIHAT_REGISTER)


def boleh_melihat_register(pengguna: Pengguna) -> Putusan:
    """Mitra and Perangkat Daerah lists are for those who see everything."""
    return boleh(pengguna, Kemampuan.LIHAT_SEMUA_NASKAH)


def boleh_melihat_pihak(pengguna: Pengguna) -> Putusan:
    """Whom to call at each party: not for the parties themselves, who would see each other's."""
    return boleh(pengguna, Kemampuan.LIHAT_REGISTER)


# Who may do what to a naskah; the state is asked afterwards (domain.naskah).
KEMAMPUAN_AKSI = {
    AksiNaskah.BERLAKUKAN: Kemampuan.KELOLA_NASKAH,
    AksiNaskah.UBAH_MASA: Kemampuan.KELOLA_NASKAH,
    AksiNaskah.AKHIRI: Kemampuan.KELOLA_NASKAH,
    AksiNaskah.PUTUS: Kemampuan.KELOLA_NASKAH,
    AksiNaskah.GANTIKAN: Kemampuan.KELOLA_NASKAH,
    AksiNaskah.BATALKAN_PENGAKHIRAN: Kemampuan.KELOLA_NASKAH,
}


def boleh_menjalankan(pengguna: Pengguna, aksi: AksiNaskah) -> Putusan:
    """Take one of the steps in the life of a naskah."""
    return boleh(pengguna, KEMAMPUAN_AKSI[aksi])


def boleh_mengelola_naskah(pengguna: Pengguna) -> Putusan:
    """Create, change, end."""
    return boleh(pengguna, Kemampuan.KELOLA_NASKAH)


def boleh_mengelola_mitra(pengguna: Pengguna) -> Putusan:
    """Create and change partners."""
    return boleh(pengguna, Kemampuan.KELOLA_MITRA)


def boleh_mengatur_tugas(pengguna: Pengguna, mitra_pk: int | None) -> Putusan:
    """Who of a mitra fills in and who sends: for staff, and for who answers for that mitra."""
    if mampu(pengguna.peran, Kemampuan.KELOLA_MITRA):
        return BOLEH
    milik = pengguna.keanggotaan.aktif().penanggung_jawab()
    if mitra_pk and milik.filter(mitra=mitra_pk).exists():
        return BOLEH
    return tolak("Hanya staf atau penanggung jawab mitra yang dapat mengatur tugas penggunanya.")


def boleh_mengelola_rujukan(pengguna: Pengguna) -> Putusan:
    """Create and change units."""
    return boleh(pengguna, Kemampuan.KELOLA_RUJUKAN)


def boleh_melihat_rekan(pengguna: Pengguna) -> Putusan:
    """Those who work for a mitra or a unit."""
    if pengguna.peran & {Peran.MITRA, Peran.PD}:
        return BOLEH
    return tolak("Hanya pengguna mitra dan perangkat daerah yang mempunyai rekan di sini.")


def boleh_mengimpor(pengguna: Pengguna) -> Putusan:
    """Bring in lists."""
    return boleh(pengguna, Kemampuan.IMPOR_NASKAH)


# --- Hak dan kewajiban ------------------------------------------------------------------------


def sisi_pengguna(pengguna: Pengguna, butir: Butir) -> list[SisiPernyataan]:
    """The sides for which the person may speak of this item, the closest to it first."""
    sisi = []
    if Peran.PD in pengguna.peran and (
        pengguna.keanggotaan.aktif()
        .filter(perangkat_daerah__keterlibatan__naskah=butir.naskah_id)
        .exists()
    ):
        sisi.append(SisiPernyataan.PERANGKAT_DAERAH)
    if Peran.MITRA in pengguna.peran and mitra_pengguna(pengguna, butir):
        sisi.append(SisiPernyataan.MITRA)
    if pengguna.peran & {Peran.STAF, Peran.TIM}:
        sisi.append(SisiPernyataan.TIM)
    return sisi


def mitra_pengguna(pengguna: Pengguna, butir: Butir) -> Mitra | None:
    """The mitra whose own item this is, for one of its people."""
    if butir.pihak != PihakButir.MITRA:
        return None
    anggota = pengguna.keanggotaan.aktif().exclude(mitra=None)
    milik = Mitra.objects.filter(pk__in=anggota.values("mitra"), pihak__naskah=butir.naskah_id)
    return milik.filter(pk=butir.mitra_id).first() if butir.mitra_id else milik.first()


def boleh_menyatakan(pengguna: Pengguna, butir: Butir) -> Putusan:
    """State how far an item is fulfilled."""
    return _bersisi(pengguna, butir, Kemampuan.NYATAKAN_PEMENUHAN)


def boleh_mencatat_pembayaran(pengguna: Pengguna, butir: Butir) -> Putusan:
    """Record that something was paid."""
    return _bersisi(pengguna, butir, Kemampuan.CATAT_PEMBAYARAN)


def boleh_mengonfirmasi(pengguna: Pengguna, butir: Butir) -> Putusan:
    """Confirm a payment; never one's own (the rules ask again for the very person)."""
    return _bersisi(pengguna, butir, Kemampuan.KONFIRMASI_PEMBAYARAN)


def boleh_mengoreksi(pengguna: Pengguna, pembayaran: PembayaranSetoran) -> Putusan:
    """Those who confirm, and whoever recorded it."""
    if pembayaran.dinyatakan_oleh_id == pengguna.pk:
        return boleh_mencatat_pembayaran(pengguna, pembayaran.setoran.butir)
    return boleh_mengonfirmasi(pengguna, pembayaran.setoran.butir)


def _bersisi(pengguna: Pengguna, butir: Butir, kemampuan: Kemampuan) -> Putusan:
    if not (putusan := boleh(pengguna, kemampuan)):
        return putusan
    if sisi_pengguna(pengguna, butir):
        return BOLEH
    return tolak(f"Hanya pihak yang bersangkutan yang dapat {kemampuan.value} untuk butir ini.")
