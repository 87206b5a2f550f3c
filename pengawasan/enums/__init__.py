"""Fixed choices of the supervision."""

from pengawasan.enums.berita_acara import (
    AksiBeritaAcara,
    HasilPutaran,
    JenisBeritaAcara,
    StatusBeritaAcara,
    WakilPenandaTangan,
)
from pengawasan.enums.jadwal import Ketepatan, StatusJadwal
from pengawasan.enums.kebijakan import (
    AksiKebijakan,
    JenisTersimulasi,
    PerubahanJadwal,
    StatusKebijakan,
    StatusSimulasiKebijakan,
)
from pengawasan.enums.kegiatan import AksiKegiatan, JenisKegiatan, Metode, Sifat, StatusKegiatan
from pengawasan.enums.keputusan_tim import KedudukanKeputusan
from pengawasan.enums.kertas_kerja import (
    AksiKertasKerja,
    JenisPertanyaan,
    PengisiKertasKerja,
    StatusKertasKerja,
    StatusKuesioner,
    TopikKertasKerja,
)
from pengawasan.enums.matrik import AksiRekomendasi, JenisRekomendasi, StatusRekomendasi
from pengawasan.enums.pembinaan import JenisPembinaan
from pengawasan.enums.penundaan import AksiPenundaan, StatusPenundaan
from pengawasan.enums.rantai import JenisLangkah
from pengawasan.enums.rapat import KeadaanRapat, UnsurHadirin
from pengawasan.enums.surat_tugas import AksiSuratTugas, StatusSuratTugas
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
    "AksiSuratTugas",
    "AksiTindakLanjut",
    "CaraJawab",
    "CaraSampai",
    "DasarTeguran",
    "HasilPutaran",
    "JenisBeritaAcara",
    "JenisKegiatan",
    "JenisLangkah",
    "JenisPembinaan",
    "JenisPertanyaan",
    "JenisRekomendasi",
    "JenisTersimulasi",
    "JenisTindakLanjut",
    "KeadaanRapat",
    "Kedudukan",
    "KedudukanKeputusan",
    "Ketepatan",
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
    "StatusSuratTugas",
    "StatusTeguran",
    "StatusTindakLanjut",
    "TahapHukum",
    "TopikKertasKerja",
    "UnsurHadirin",
    "WakilPenandaTangan",
]
