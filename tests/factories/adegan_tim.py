"""The team, the pembinaan and the pengendalian of the scene."""

from tests.factories.inti import BerkasFactory
from tests.factories.pengendalian import PengendalianFactory


def tambah(adegan, naskah, isi):
    """Rows of the first naskah that carry the words of the tenant."""
    catatan = PengendalianFactory(
        naskah=naskah,
        objek=f"Layanan {isi}",
        berkas=BerkasFactory(isi=f"%PDF-1.4 {isi}".encode(), nama=f"{isi}.pdf"),
    )
    for nama in ("rincian", "ubah", "berkas"):
        adegan.alamat[f"pengawasan:pengendalian-{nama}"] = (catatan.pk,)
    adegan.alamat["pengawasan:pengendalian-tambah"] = (naskah.pk,)
