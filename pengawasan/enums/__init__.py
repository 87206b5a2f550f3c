"""Fixed choices of the supervision."""

from pengawasan.enums.berita_acara import AksiBeritaAcara, JenisBeritaAcara, StatusBeritaAcara
from pengawasan.enums.jadwal import StatusJadwal
from pengawasan.enums.kegiatan import AksiKegiatan, JenisKegiatan, Metode, Sifat, StatusKegiatan
from pengawasan.enums.matrik import AksiRekomendasi, JenisRekomendasi, StatusRekomendasi
from pengawasan.enums.rapat import UnsurHadirin
from pengawasan.enums.tim import Kedudukan
from pengawasan.enums.tindak_lanjut import AksiTindakLanjut, StatusTindakLanjut

__all__ = [
    "AksiBeritaAcara",
    "AksiKegiatan",
    "AksiRekomendasi",
    "AksiTindakLanjut",
    "JenisBeritaAcara",
    "JenisKegiatan",
    "JenisRekomendasi",
    "Kedudukan",
    "Metode",
    "Sifat",
    "StatusBeritaAcara",
    "StatusJadwal",
    "StatusKegiatan",
    "StatusRekomendasi",
    "StatusTindakLanjut",
    "UnsurHadirin",
]
