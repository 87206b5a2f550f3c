"""The scene of teguran: a letter that was answered with a file, and what is done to it."""

from pengawasan.services import surat_teguran
from tests.factories.inti import BerkasFactory
from tests.factories.teguran import SuratTeguranFactory


def bangun(adegan, naskah, isi):
    """One case of the first tenant."""
    surat = SuratTeguranFactory(teguran__naskah=naskah, isi=f"Penuhi {isi}")
    jawaban = surat_teguran.jawab(surat.pk, teks=f"Jawab {isi}", oleh=adegan.orang["mitra"])
    berkas = jawaban.berkas.create(berkas=BerkasFactory(nama=f"{isi}-jawaban.pdf"))
    kasus = surat.teguran_id
    adegan.alamat["pengawasan:teguran-tambah"] = (naskah.pk,)
    for nama in ("rincian", "batal", "lanjut", "terbit"):
        adegan.alamat[f"pengawasan:teguran-{nama}"] = (kasus,)
    for nama in ("sampai", "jawab", "nilai", "surat-batal"):
        adegan.alamat[f"pengawasan:teguran-{nama}"] = (kasus, surat.pk)
    adegan.alamat["pengawasan:teguran-berkas"] = (kasus, berkas.pk)
