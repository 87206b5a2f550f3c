"""Fixed choices of the supervision."""

from pengawasan.enums.berita_acara import (
    AksiBeritaAcara,
    HasilPutaran,
    JenisBeritaAcara,
    StatusBeritaAcara,
    WakilPenandaTangan,
)
from pengawasan.enums.jadwal import StatusJadwal
from pengawasan.enums.kebijakan import (
    AksiKebijakan,
    JenisTersimulasi,
    PerubahanJadwal,
    StatusKebijakan,
    StatusSimulasiKebijakan,
)
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
from pengawasan.enums.penundaan import AksiPenundaan, StatusPenundaan
from pengawasan.enums.rantai import JenisLangkah
from pengawasan.enums.rapat import UnsurHadirin
from pengawasan.enums.teguran import (
    AksiSuratTeguran,
    CaraJawab,
    CaraSampai,
    DasarTeguran,
    StatusSuratTeguran,
    StatusTeguran,
)
from pengawasan.enums.tim import Kedudukan
from pengawasan.enums.tindak_lanjut import (
    AksiTindakLanjut,
    JenisTindakLanjut,
    StatusPermintaanTenggat,
    StatusTindakLanjut,
    TahapHukum,
)

__all__ = [
    "AksiBeritaAcara",
    "AksiKebijakan",
    "AksiKegiatan",
    "AksiKertasKerja",
    "AksiPenundaan",
    "AksiRekomendasi",
    "AksiSuratTeguran",
    "AksiTindakLanjut",
    "CaraJawab",
    "CaraSampai",
    "DasarTeguran",
    "HasilPutaran",
    "JenisBeritaAcara",
    "JenisKegiatan",
    "JenisLangkah",
    "JenisPertanyaan",
    "JenisRekomendasi",
    "JenisTersimulasi",
    "JenisTindakLanjut",
    "Kedudukan",
    "Metode",
    "PengisiKertasKerja",
    "PerubahanJadwal",
    "Sifat",
    "StatusBeritaAcara",
    "StatusJadwal",
    "StatusKebijakan",
    "StatusKegiatan",
    "StatusKertasKerja",
    "StatusKuesioner",
    "StatusPenundaan",
    "StatusPermintaanTenggat",
    "StatusRekomendasi",
    "StatusSimulasiKebijakan",
    "StatusSuratTeguran",
    "StatusTeguran",
    "StatusTindakLanjut",
    "TahapHukum",
    "TopikKertasKerja",
    "UnsurHadirin",
    "WakilPenandaTangan",
]
