"""The meeting of the scene."""

from tests.factories.pengawasan import KegiatanFactory, RapatFactory


def tambah(adegan, naskah):
    """A meeting that is still to come."""
    kegiatan = KegiatanFactory(naskah=naskah, evaluasi=True, ditugaskan=True)
    rapat = RapatFactory(kegiatan=kegiatan)
    for nama in ("rincian", "ubah", "batal", "kalender"):
        adegan.alamat[f"pengawasan:rapat-{nama}"] = (rapat.pk,)
