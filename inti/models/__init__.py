from inti.models.berkala import CatatanBerkala
from inti.models.berkas import Berkas, BerkasRusak, PemeriksaanBerkas
from inti.models.jejak import JejakAudit
from inti.models.karantina import BerkasKarantina
from inti.models.kendala import Kendala
from inti.models.kiriman_webhook import KirimanWebhook
from inti.models.nomor_surat import KlasifikasiSurat, NomorSurat, UrutanSurat
from inti.models.notifikasi import Notifikasi, RingkasanHarian
from inti.models.pemerintah import Pemerintah
from inti.models.pengguna import Jabatan, PemangkuJabatan, Pengguna
from inti.models.pilihan_pesan import PilihanPesan
from inti.models.sandi import PermintaanSandi, RiwayatSandi
from inti.models.saringan import SaringanTersimpan
from inti.models.sekali import KunciFormulir
from inti.models.surel_akun import SurelAkun
from inti.models.teks_berkas import TeksBerkas
from inti.models.token_api import TokenApi

__all__ = [
    "Berkas",
    "BerkasKarantina",
    "BerkasRusak",
    "CatatanBerkala",
    "Jabatan",
    "JejakAudit",
    "Kendala",
    "KirimanWebhook",
    "KlasifikasiSurat",
    "KunciFormulir",
    "NomorSurat",
    "Notifikasi",
    "PemangkuJabatan",
    "PemeriksaanBerkas",
    "Pemerintah",
    "Pengguna",
    "PermintaanSandi",
    "PilihanPesan",
    "RingkasanHarian",
    "RiwayatSandi",
    "SaringanTersimpan",
    "SurelAkun",
    "TeksBerkas",
    "TokenApi",
    "UrutanSurat",
]
