from pelaporan.models.berkas_lengkap import BerkasLengkap
from pelaporan.models.bundel import Bundel
from pelaporan.models.dokumen import Dokumen
from pelaporan.models.laporan import Laporan
from pelaporan.models.laporan_mitra import (
    BerkasLaporan,
    FormulirLaporan,
    KewajibanLaporan,
    LaporanMitra,
    PerencanaanLaporan,
    PutaranLaporan,
    TandaTerima,
)
from pelaporan.models.pengecualian_publik import PengecualianPublik

__all__ = [
    "BerkasLaporan",
    "BerkasLengkap",
    "Bundel",
    "Dokumen",
    "FormulirLaporan",
    "KewajibanLaporan",
    "Laporan",
    "LaporanMitra",
    "PengecualianPublik",
    "PerencanaanLaporan",
    "PutaranLaporan",
    "TandaTerima",
]
