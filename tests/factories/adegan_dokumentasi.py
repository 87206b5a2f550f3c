"""The part of the scene about what a kegiatan's report stands on."""

from pengawasan.enums import Metode
from tests.factories.analisa import HasilAnalisaFactory
from tests.factories.pengawasan import KegiatanFactory


def tambah(adegan, naskah, isi):
    """A pemantauan whose reports were analysed, and one that is stated to be documented."""
    terbuka = KegiatanFactory(naskah=naskah, metode=Metode.DOKUMEN, ditugaskan=True)
    HasilAnalisaFactory(kegiatan=terbuka, ringkasan=f"Kios {isi} terisi.")
    lengkap = KegiatanFactory(naskah=naskah, metode=Metode.DOKUMEN, didokumentasikan=True)
    adegan.alamat["pelaporan:analisa-ubah"] = (terbuka.pk,)
    for nama in ("dokumentasikan", "buka-dokumentasi"):
        adegan.alamat[f"pengawasan:kegiatan-{nama}"] = (lengkap.pk,)
