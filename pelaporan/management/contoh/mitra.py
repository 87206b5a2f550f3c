"""What a partner has besides its name: people to call, a former name, a twin to be merged."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kerjasama.models import Mitra
from kerjasama.services import mitra as mitra_services
from kerjasama.services import nama, narahubung

if TYPE_CHECKING:
    from inti.models import Pengguna

ORANG = (
    ("Sinta Ayu Rahmadiani", "Sekretaris perusahaan", True),
    ("Bayu Aji Nugrahanta", "Penanggung jawab lapangan", False),
)
NAMA_LAMA = "Usaha Bersama Tirtasari"


def lengkapi_mitra(mitra: list[Mitra], *, oleh: Pengguna) -> None:
    """Two contacts each; the third was called otherwise until 2021; the fourth stands twice."""
    for i, satu in enumerate(mitra):
        for j, (orang, jabatan, utama) in enumerate(ORANG):
            narahubung.tambah(
                satu,
                {
                    "nama": orang,
                    "jabatan": jabatan,
                    "telepon": f"021-5550-{i:02d}{j:02d}",
                    "surel": f"narahubung{i}{j}@contoh.example",
                    "utama": utama,
                },
                oleh=oleh,
            )
    nama.catat_nama_lama(
        Mitra,
        mitra[2].pk,
        nama=NAMA_LAMA,
        mulai=None,
        sampai=date(2021, 6, 30),
        dasar="Akta perubahan anggaran dasar",
        oleh=oleh,
    )
    salah_eja = f"{mitra[3].nama[:-2]}{mitra[3].nama[-1]}"
    mitra_services.catat({"nama": salah_eja, "jenis": mitra[3].jenis}, oleh=oleh)
