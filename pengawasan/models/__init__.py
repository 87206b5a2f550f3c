from pengawasan.models.berita_acara import BeritaAcara, FotoBeritaAcara
from pengawasan.models.isi_berita_acara import (
    AngkaBeritaAcara,
    KesepakatanBeritaAcara,
    PenandaTangan,
    PutaranBeritaAcara,
    Temuan,
)
from pengawasan.models.jadwal import Jadwal, JadwalNaskah, Pengingat
from pengawasan.models.kebijakan import BarisSimulasiKebijakan, Kebijakan, SimulasiKebijakan
from pengawasan.models.kegiatan import Kegiatan
from pengawasan.models.kertas_kerja import JawabanKertasKerja, KertasKerja, Kuesioner
from pengawasan.models.matrik import BarisMatrik, Matrik, Rekomendasi
from pengawasan.models.pengendalian import Pengendalian
from pengawasan.models.pengingat_akhir import PengingatAkhir
from pengawasan.models.penundaan import PenundaanJadwal
from pengawasan.models.perataan import PerataanRencana
from pengawasan.models.perkembangan import (
    BerkasPerkembangan,
    ButirTindakLanjut,
    PengingatTenggat,
    PerkembanganTindakLanjut,
    PermintaanTenggat,
    SerahTindakLanjut,
)
from pengawasan.models.rantai import LangkahRekomendasi
from pengawasan.models.rapat import Hadirin, Notulensi, Rapat
from pengawasan.models.teguran import BerkasJawaban, JawabanTeguran, SuratTeguran, Teguran
from pengawasan.models.tim import AnggotaTim, SuratTugas
from pengawasan.models.tindak_lanjut import BuktiTindakLanjut, TindakLanjut

__all__ = [
    "AnggotaTim",
    "AngkaBeritaAcara",
    "BarisMatrik",
    "BarisSimulasiKebijakan",
    "BeritaAcara",
    "BerkasJawaban",
    "BerkasPerkembangan",
    "BuktiTindakLanjut",
    "ButirTindakLanjut",
    "FotoBeritaAcara",
    "Hadirin",
    "Jadwal",
    "JadwalNaskah",
    "JawabanKertasKerja",
    "JawabanTeguran",
    "Kebijakan",
    "Kegiatan",
    "KertasKerja",
    "KesepakatanBeritaAcara",
    "Kuesioner",
    "LangkahRekomendasi",
    "Matrik",
    "Notulensi",
    "PenandaTangan",
    "Pengendalian",
    "Pengingat",
    "PengingatAkhir",
    "PengingatTenggat",
    "PenundaanJadwal",
    "PerataanRencana",
    "PerkembanganTindakLanjut",
    "PermintaanTenggat",
    "PutaranBeritaAcara",
    "Rapat",
    "Rekomendasi",
    "SerahTindakLanjut",
    "SimulasiKebijakan",
    "SuratTeguran",
    "SuratTugas",
    "Teguran",
    "Temuan",
    "TindakLanjut",
]
