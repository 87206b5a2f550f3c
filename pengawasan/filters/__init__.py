"""Narrowing the supervision's lists."""

from pengawasan.filters.akan_berakhir import AkanBerakhirFilterSet
from pengawasan.filters.anggota_naskah import AnggotaNaskahFilterSet
from pengawasan.filters.jadwal import JadwalFilterSet
from pengawasan.filters.kebijakan import BarisSimulasiFilterSet, KebijakanFilterSet
from pengawasan.filters.kegiatan import KegiatanFilterSet
from pengawasan.filters.keputusan_tim import KeputusanTimFilterSet
from pengawasan.filters.kertas_kerja import KertasKerjaFilterSet
from pengawasan.filters.pembinaan import PembinaanFilterSet, RekapPembinaanFilterSet
from pengawasan.filters.pengendalian import PengendalianFilterSet
from pengawasan.filters.penundaan import PenundaanFilterSet
from pengawasan.filters.rapat import RapatFilterSet
from pengawasan.filters.surat_tugas import SuratTugasFilterSet
from pengawasan.filters.teguran import TeguranFilterSet
from pengawasan.filters.tenaga_profesional import TenagaProfesionalFilterSet
from pengawasan.filters.tindak_lanjut import TindakLanjutFilterSet

__all__ = [
    "AkanBerakhirFilterSet",
    "AnggotaNaskahFilterSet",
    "BarisSimulasiFilterSet",
    "JadwalFilterSet",
    "KebijakanFilterSet",
    "KegiatanFilterSet",
    "KeputusanTimFilterSet",
    "KertasKerjaFilterSet",
    "PembinaanFilterSet",
    "PengendalianFilterSet",
    "PenundaanFilterSet",
    "RapatFilterSet",
    "RekapPembinaanFilterSet",
    "SuratTugasFilterSet",
    "TeguranFilterSet",
    "TenagaProfesionalFilterSet",
    "TindakLanjutFilterSet",
]
