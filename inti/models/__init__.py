from inti.models.berkala import CatatanBerkala
from inti.models.berkas import Berkas
from inti.models.jejak import JejakAudit
from inti.models.nomor_surat import KlasifikasiSurat, NomorSurat, UrutanSurat
from inti.models.notifikasi import Notifikasi
from inti.models.pemerintah import Pemerintah
from inti.models.pengguna import Jabatan, PemangkuJabatan, Pengguna
from inti.models.sekali import KunciFormulir
from inti.models.teks_berkas import TeksBerkas

__all__ = [
    "Berkas",
    "CatatanBerkala",
    "Jabatan",
    "JejakAudit",
    "KlasifikasiSurat",
    "KunciFormulir",
    "NomorSurat",
    "Notifikasi",
    "PemangkuJabatan",
    "Pemerintah",
    "Pengguna",
    "TeksBerkas",
    "UrutanSurat",
]
