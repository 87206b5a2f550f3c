from pengawasan.models.analisa import HasilAnalisa
from pengawasan.models.berita_acara import BeritaAcara, FotoBeritaAcara
from pengawasan.models.hadir import SesiHadir, TandaHadir
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
from pengawasan.models.keputusan import KeputusanRapat
from pengawasan.models.keputusan_tim import (
    AnggotaKeputusanTim,
    KeputusanTim,
    VersiKeputusanTim,
)
from pengawasan.models.kertas_kerja import JawabanKertasKerja, KertasKerja, Kuesioner
from pengawasan.models.matrik import BarisMatrik, Matrik, Rekomendasi
from pengawasan.models.pembinaan import (
    BerkasPembinaan,
    Pembinaan,
    PembinaanPerangkatDaerah,
    PesertaPembinaan,
)
from pengawasan.models.pengecualian_kursi import PengecualianKursi
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
from pengawasan.models.tenaga_profesional import TenagaProfesional
from pengawasan.models.tim import AnggotaTim, SuratTugas
from pengawasan.models.tindak_lanjut import BuktiTindakLanjut, TindakLanjut

__all__ = [
    "AnggotaKeputusanTim",
    "AnggotaTim",
    "AngkaBeritaAcara",
    "BarisMatrik",
    "BarisSimulasiKebijakan",
    "BeritaAcara",
    "BerkasJawaban",
    "BerkasPembinaan",
    "BerkasPerkembangan",
    "BuktiTindakLanjut",
    "ButirTindakLanjut",
    "FotoBeritaAcara",
    "Hadirin",
    "HasilAnalisa",
    "Jadwal",
    "JadwalNaskah",
    "JawabanKertasKerja",
    "JawabanTeguran",
    "Kebijakan",
    "Kegiatan",
    "KeputusanRapat",
    "KeputusanTim",
    "KertasKerja",
    "KesepakatanBeritaAcara",
    "Kuesioner",
    "LangkahRekomendasi",
    "Matrik",
    "Notulensi",
    "Pembinaan",
    "PembinaanPerangkatDaerah",
    "PenandaTangan",
    "PengecualianKursi",
    "Pengendalian",
    "Pengingat",
    "PengingatAkhir",
    "PengingatTenggat",
    "PenundaanJadwal",
    "PerataanRencana",
    "PerkembanganTindakLanjut",
    "PermintaanTenggat",
    "PesertaPembinaan",
    "PutaranBeritaAcara",
    "Rapat",
    "Rekomendasi",
    "SerahTindakLanjut",
    "SesiHadir",
    "SimulasiKebijakan",
    "SuratTeguran",
    "SuratTugas",
    "TandaHadir",
    "Teguran",
    "Temuan",
    "TenagaProfesional",
    "TindakLanjut",
    "VersiKeputusanTim",
]
