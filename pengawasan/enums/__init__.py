"""Fixed choices of the supervision."""

from pengawasan.enums.berita_acara import AksiBeritaAcara, JenisBeritaAcara, StatusBeritaAcara
from pengawasan.enums.jadwal import StatusJadwal
from pengawasan.enums.kegiatan import AksiKegiatan, JenisKegiatan, Metode, Sifat, StatusKegiatan
from pengawasan.enums.kertas_kerja import (
    AksiKertasKerja,
    JenisPertanyaan,
    PengisiKertasKerja,
    StatusKertasKerja,
    StatusKuesioner,
    TopikKertasKerja,
)
from pengawasan.enums.matrik import AksiRekomendasi, JenisRekomendasi, StatusRekomendasi
from pengawasan.enums.rapat import UnsurHadirin
from pengawasan.enums.tim import Kedudukan
from pengawasan.enums.tindak_lanjut import AksiTindakLanjut, StatusTindakLanjut

__all__ = [
    "AksiBeritaAcara",
    "AksiKegiatan",
    "AksiKertasKerja",
    "AksiRekomendasi",
    "AksiTindakLanjut",
    "JenisBeritaAcara",
    "JenisKegiatan",
    "JenisPertanyaan",
    "JenisRekomendasi",
    "Kedudukan",
    "Metode",
    "PengisiKertasKerja",
    "Sifat",
    "StatusBeritaAcara",
    "StatusJadwal",
    "StatusKegiatan",
    "StatusKertasKerja",
    "StatusKuesioner",
    "StatusRekomendasi",
    "StatusTindakLanjut",
    "TopikKertasKerja",
    "UnsurHadirin",
]
