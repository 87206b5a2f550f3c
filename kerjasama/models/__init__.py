from kerjasama.models.addendum import Addendum
from kerjasama.models.butir import Butir
from kerjasama.models.dokumen import DokumenNaskah
from kerjasama.models.impor import BarisImpor, Impor
from kerjasama.models.indeks import IndeksNaskah, KataIndeks, PosisiIndeks
from kerjasama.models.keanggotaan import Keanggotaan
from kerjasama.models.lampiran import LampiranBertanggal
from kerjasama.models.mitra import Mitra
from kerjasama.models.nama import NamaMitra, NamaPerangkatDaerah
from kerjasama.models.narahubung import Narahubung
from kerjasama.models.naskah import Naskah, TurunanNaskah
from kerjasama.models.penugasan_naskah import PenugasanNaskah
from kerjasama.models.perangkat_daerah import PerangkatDaerah
from kerjasama.models.pernyataan import BuktiPernyataan, PernyataanPemenuhan
from kerjasama.models.pihak import NaskahPerangkatDaerah, ParaPihak
from kerjasama.models.setoran import PembayaranSetoran, Setoran
from kerjasama.models.terlihat import di_naskah_terlihat
from kerjasama.models.tindakan_massal import TindakanMassal
from kerjasama.models.tunda_pengingat import TundaPengingat
from kerjasama.models.urusan import Urusan
from kerjasama.models.versi_berkas import VersiBerkas

__all__ = [
    "Addendum",
    "BarisImpor",
    "BuktiPernyataan",
    "Butir",
    "DokumenNaskah",
    "Impor",
    "IndeksNaskah",
    "KataIndeks",
    "Keanggotaan",
    "LampiranBertanggal",
    "Mitra",
    "NamaMitra",
    "NamaPerangkatDaerah",
    "Narahubung",
    "Naskah",
    "NaskahPerangkatDaerah",
    "ParaPihak",
    "PembayaranSetoran",
    "PenugasanNaskah",
    "PerangkatDaerah",
    "PernyataanPemenuhan",
    "PosisiIndeks",
    "Setoran",
    "TindakanMassal",
    "TundaPengingat",
    "TurunanNaskah",
    "Urusan",
    "VersiBerkas",
    "di_naskah_terlihat",
]
