"""Who may do what in the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inti.permissions import boleh
from inti.putusan import BOLEH, Putusan
from inti.roles import Kemampuan, mampu
from kerjasama.enums import AksiNaskah

if TYPE_CHECKING:
    from inti.models import Pengguna


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


def boleh_mengelola_rujukan(pengguna: Pengguna) -> Putusan:
    """Create and change units."""
    return boleh(pengguna, Kemampuan.KELOLA_RUJUKAN)


def boleh_mengimpor(pengguna: Pengguna) -> Putusan:
    """Bring in lists."""
    return boleh(pengguna, Kemampuan.IMPOR_NASKAH)
