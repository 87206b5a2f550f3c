from pelaporan.models.bundel import Bundel
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

__all__ = [
    "BerkasLaporan",
    "Bundel",
    "FormulirLaporan",
    "KewajibanLaporan",
    "Laporan",
    "LaporanMitra",
    "PerencanaanLaporan",
    "PutaranLaporan",
    "TandaTerima",
]
