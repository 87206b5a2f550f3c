"""The rows of names over time; services.mitra, .perangkat_daerah and .nama open this door."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kerjasama.domain.kunci import kunci_nama
from kerjasama.models import Mitra, NamaMitra, NamaPerangkatDaerah

if TYPE_CHECKING:
    from kerjasama.models import PerangkatDaerah

    Bernama = Mitra | PerangkatDaerah
    Nama = NamaMitra | NamaPerangkatDaerah


def tambah(objek: Bernama, nama: str, **kolom: Any) -> Nama:
    """One name more, with its period."""
    if isinstance(objek, Mitra):
        kolom["kunci"] = kunci_nama(nama)
    riwayat: Any = objek.riwayat_nama
    baris: Nama = riwayat.create(nama=nama, **kolom)
    return baris


def kini(objek: Bernama) -> Nama:
    """The row of the present name; made where the register never had one."""
    riwayat: Any = objek.riwayat_nama
    baris: Nama | None = riwayat.resmi().filter(sampai=None).first()
    return baris or tambah(objek, objek.nama)


def betulkan(objek: Bernama) -> None:
    """The spelling of the present name was mended: no other name, the same period."""
    baris = kini(objek)
    baris.nama = objek.nama
    if isinstance(baris, NamaMitra):
        baris.kunci = kunci_nama(objek.nama)
    baris.save()
