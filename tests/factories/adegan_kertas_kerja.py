"""The working papers of the scene."""

from pengawasan.services import kertas_kerja
from pengawasan.services.kertas_kerja import IsiJawaban
from tests.factories.kertas_kerja import KuesionerFactory, lembar
from tests.factories.pengawasan import KegiatanFactory


def tambah(adegan, naskah, isi):
    """Sheets of one kegiatan; the mitra's is submitted and carries the words of the tenant."""
    kegiatan = KegiatanFactory(naskah=naskah, ditugaskan=True)
    mitra = lembar(kegiatan, "mitra")
    jawaban = {1: IsiJawaban(4, f"Lancar {isi}"), 2: IsiJawaban(1), 3: IsiJawaban()}
    kertas_kerja.sampaikan(mitra.pk, jawaban, versi=1, oleh=adegan.orang["mitra"])
    for nama in ("banding", "minta"):
        adegan.alamat[f"pengawasan:kertas-kerja-{nama}"] = (kegiatan.pk,)
    for nama in ("rincian", "kembalikan"):
        adegan.alamat[f"pengawasan:kertas-kerja-{nama}"] = (mitra.pk,)
    draf = KuesionerFactory(draf=True)
    for nama in ("rincian", "ubah", "terbitkan", "hapus"):
        adegan.alamat[f"pengawasan:kuesioner-{nama}"] = (draf.pk,)
