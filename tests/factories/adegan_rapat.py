"""The meeting of the scene."""

from pengawasan.services import hadir
from tests.factories.pengawasan import HadirinFactory, KegiatanFactory, RapatFactory, hari


def tambah(adegan, naskah):
    """A meeting of today at which people check in, and one who came."""
    kegiatan = KegiatanFactory(naskah=naskah, evaluasi=True, ditugaskan=True)
    rapat = RapatFactory(kegiatan=kegiatan, tanggal=hari(), mulai=None)
    sesi = hadir.buka(rapat.pk, oleh=adegan.orang["staf"])
    satu = HadirinFactory(rapat=rapat)
    for nama in ("rincian", "ubah", "batal", "kalender", "hadir", "hadirin"):
        adegan.alamat[f"pengawasan:rapat-{nama}"] = (rapat.pk,)
    for nama in ("buka", "tutup"):
        adegan.alamat[f"pengawasan:rapat-hadir-{nama}"] = (rapat.pk,)
    adegan.alamat["pengawasan:rapat-hadirin-hapus"] = (rapat.pk, satu.pk)
    for nama in ("hadir", "hadir-lain"):
        adegan.alamat[nama] = (sesi.token,)
