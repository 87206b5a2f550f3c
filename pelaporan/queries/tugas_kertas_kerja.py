"""Working papers that wait for the side that fills them."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from django.urls import reverse

from pelaporan.queries.tugas import Sumber, Tugas
from pengawasan.enums import PengisiKertasKerja, StatusKegiatan, StatusKertasKerja
from pengawasan.models import KertasKerja

if TYPE_CHECKING:
    from inti.models import Pengguna

TERBUKA = (StatusKegiatan.DITUGASKAN, StatusKegiatan.DILAKSANAKAN)


def sumber_kertas_kerja(pengguna: Pengguna, hari_ini: date, *, tim: bool = False) -> Sumber:
    """The sheets of one's unit or mitra, or that of the team, while they can be filled."""
    belum = KertasKerja.objects.terlihat_oleh(pengguna).belum()
    milik = belum.filter(pengisi=PengisiKertasKerja.TIM) if tim else belum.milik(pengguna)
    return Sumber(
        milik.filter(kegiatan__status__in=TERBUKA)
        .untuk_daftar()
        .order_by("kegiatan__tanggal_rencana", "pk"),
        partial(_tugas, hari_ini),
        "Kertas kerja muncul setelah Tim memintanya untuk sebuah kegiatan.",
        daftar=("kertas kerja menunggu diisi", reverse("pengawasan:kertas-kerja-daftar")),
    )


def _tugas(hari_ini: date, kertas: KertasKerja) -> Tugas:
    kegiatan = kertas.kegiatan
    dikembalikan = kertas.status == StatusKertasKerja.DIKEMBALIKAN
    return Tugas(
        judul=f"Kertas kerja {kegiatan.get_jenis_display().lower()}: {kegiatan.naskah.judul}",
        keterangan=f"{'Dikembalikan' if dikembalikan else 'Diisi sebelum rapat'} · {kertas.pihak}",
        tautan=kertas.get_absolute_url(),
        tindakan="Perbaiki" if dikembalikan else "Isi kertas kerja",
        tenggat=kegiatan.tanggal_rencana,
        terlambat=kegiatan.tanggal_rencana < hari_ini,
    )
