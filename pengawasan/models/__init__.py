from pengawasan.models.berita_acara import BeritaAcara, FotoBeritaAcara
from pengawasan.models.jadwal import Jadwal, JadwalNaskah, Pengingat
from pengawasan.models.kebijakan import BarisSimulasiKebijakan, Kebijakan, SimulasiKebijakan
from pengawasan.models.kegiatan import Kegiatan
from pengawasan.models.kertas_kerja import JawabanKertasKerja, KertasKerja, Kuesioner
from pengawasan.models.matrik import BarisMatrik, Matrik, Rekomendasi
from pengawasan.models.pengingat_akhir import PengingatAkhir
from pengawasan.models.penundaan import PenundaanJadwal
from pengawasan.models.rapat import Hadirin, Notulensi
from pengawasan.models.tim import AnggotaTim, SuratTugas
from pengawasan.models.tindak_lanjut import BuktiTindakLanjut, TindakLanjut

__all__ = [
    "AnggotaTim",
    "BarisMatrik",
    "BarisSimulasiKebijakan",
    "BeritaAcara",
    "BuktiTindakLanjut",
    "FotoBeritaAcara",
    "Hadirin",
    "Jadwal",
    "JadwalNaskah",
    "JawabanKertasKerja",
    "Kebijakan",
    "Kegiatan",
    "KertasKerja",
    "Kuesioner",
    "Matrik",
    "Notulensi",
    "Pengingat",
    "PengingatAkhir",
    "PenundaanJadwal",
    "Rekomendasi",
    "SimulasiKebijakan",
    "SuratTugas",
    "TindakLanjut",
]
