"""Narrowing the supervision's lists."""

from pengawasan.filters.akan_berakhir import AkanBerakhirFilterSet
from pengawasan.filters.jadwal import JadwalFilterSet
from pengawasan.filters.kebijakan import BarisSimulasiFilterSet, KebijakanFilterSet
from pengawasan.filters.kegiatan import KegiatanFilterSet
from pengawasan.filters.kertas_kerja import KertasKerjaFilterSet
from pengawasan.filters.pengendalian import PengendalianFilterSet
from pengawasan.filters.penundaan import PenundaanFilterSet
from pengawasan.filters.surat_tugas import SuratTugasFilterSet
from pengawasan.filters.teguran import TeguranFilterSet
from pengawasan.filters.tindak_lanjut import TindakLanjutFilterSet

__all__ = [
    "AkanBerakhirFilterSet",
    "BarisSimulasiFilterSet",
    "JadwalFilterSet",
    "KebijakanFilterSet",
    "KegiatanFilterSet",
    "KertasKerjaFilterSet",
    "PengendalianFilterSet",
    "PenundaanFilterSet",
    "SuratTugasFilterSet",
    "TeguranFilterSet",
    "TindakLanjutFilterSet",
]
