"""Requests of mitra for a later deadline, for who decides on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inti.formats import tanggal_indonesia
from pelaporan.models import PerpanjanganBatas
from pelaporan.queries.tugas import Petak, Sumber, Tugas, alamat

if TYPE_CHECKING:
    from inti.models import Pengguna


def perpanjangan(pengguna: Pengguna) -> tuple[Petak, Sumber]:
    """Those that wait, the nearest deadline first."""
    menunggu = PerpanjanganBatas.objects.terlihat_oleh(pengguna).menunggu()
    daftar = alamat("pelaporan:perpanjangan-daftar", "status=diajukan")
    sumber = Sumber(
        menunggu.untuk_daftar().order_by("batas", "pk"),
        _putuskan,
        "Permintaan mitra untuk memperpanjang batas laporannya muncul di sini untuk diputuskan.",
        daftar=("permintaan perpanjangan batas", daftar),
    )
    return Petak("Perpanjangan batas menunggu putusan", menunggu, daftar, "warning"), sumber


def _putuskan(satu: PerpanjanganBatas) -> Tugas:
    kewajiban = satu.kewajiban
    return Tugas(
        judul=f"Permintaan perpanjangan batas: {kewajiban}",
        keterangan=(
            f"Dari {tanggal_indonesia(satu.batas)} sampai {tanggal_indonesia(satu.sampai)} "
            f"· {kewajiban.naskah}"
        ),
        tautan=satu.get_absolute_url(),
        tindakan="Putuskan",
    )
