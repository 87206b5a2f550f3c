"""Where a naskah came from, for a berkas lengkap: the rows of a list that were read as it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kerjasama.models import BarisImpor
from kerjasama.permissions import boleh_mengimpor
from pelaporan.domain.berkas_lengkap import Isi
from pelaporan.queries.kata_berkas import baris, catat

if TYPE_CHECKING:
    from inti.models import Pengguna
    from kerjasama.models import Naskah


def isi_impor(naskah: Naskah, pengguna: Pengguna) -> Isi:
    """What stood in the list, untouched; for those who may open the list."""
    isi = Isi()
    if not boleh_mengimpor(pengguna):
        return isi
    semua = BarisImpor.objects.filter(naskah=naskah).select_related("impor").order_by("pk")
    for satu in semua:
        isi.tabel(
            f"Asal dari daftar: {satu}",
            ("Kolom", "Isi asli"),
            (baris(kolom, teks) for kolom, teks in satu.mentah.items()),
        )
        catat(isi, satu.diputuskan_pada, "Register", f"Masuk dari daftar {satu}", satu)
    return isi
