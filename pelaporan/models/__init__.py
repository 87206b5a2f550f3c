from pelaporan.models.berkas_lengkap import BerkasLengkap
from pelaporan.models.bundel import Bundel
from pelaporan.models.dokumen import Dokumen
from pelaporan.models.formulir import FormulirLaporan
from pelaporan.models.langganan_kalender import LanggananKalender
from pelaporan.models.laporan import Laporan
from pelaporan.models.laporan_mitra import (
    BerkasLaporan,
    KewajibanLaporan,
    LaporanMitra,
    PerencanaanLaporan,
    PutaranLaporan,
    TandaTerima,
)
from pelaporan.models.pengecualian_publik import PengecualianPublik
from pelaporan.models.pengingat_laporan import PengingatLaporan
from pelaporan.models.permintaan_laporan import PermintaanLaporan
from pelaporan.models.perpanjangan_batas import PerpanjanganBatas
from pelaporan.models.rekap import Rekap
from pelaporan.models.tanda_tangan import TandaTangan
from pelaporan.models.unggahan_bertahap import UnggahanBertahap

__all__ = [
    "BerkasLaporan",
    "BerkasLengkap",
    "Bundel",
    "Dokumen",
    "FormulirLaporan",
    "KewajibanLaporan",
    "LanggananKalender",
    "Laporan",
    "LaporanMitra",
    "PengecualianPublik",
    "PengingatLaporan",
    "PerencanaanLaporan",
    "PermintaanLaporan",
    "PerpanjanganBatas",
    "PutaranLaporan",
    "Rekap",
    "TandaTangan",
    "TandaTerima",
    "UnggahanBertahap",
]
