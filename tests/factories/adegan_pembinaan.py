"""The decree and the pembinaan of the scene: of the first unit alone, and of both together."""

from tests.factories.inti import BerkasFactory
from tests.factories.pembinaan import (
    BerkasPembinaanFactory,
    PembinaanFactory,
    PesertaPembinaanFactory,
    VersiKeputusanTimFactory,
)
from tests.factories.pengawasan import hari


def tambah(adegan, naskah, isi):
    """What was given to the first unit carries its words; of the joint one only its people do."""
    unit = naskah.perangkat_daerah.get()
    lain = adegan.orang["pd_lain"].keanggotaan.get().perangkat_daerah
    sendiri = PembinaanFactory(
        unit=[unit], materi=f"Asistensi {isi}", narasumber=f"Ahli {isi}", hasil=f"Hasil {isi}"
    )
    berkas = BerkasPembinaanFactory(
        pembinaan=sendiri,
        berkas=BerkasFactory(isi=f"%PDF-1.4 materi {isi}".encode(), nama=f"{isi}-materi.pdf"),
    )
    bersama = PembinaanFactory(unit=[lain], materi="Sosialisasi bersama")
    bersama.keikutsertaan.create(perangkat_daerah=unit, jumlah_peserta=1)
    PesertaPembinaanFactory(pembinaan=bersama, perangkat_daerah=unit, nama=f"Ibu {isi}")
    for nama in ("rincian", "ubah", "batal", "berkas-tambah"):
        adegan.alamat[f"pengawasan:pembinaan-{nama}"] = (sendiri.pk,)
    for nama in ("berkas", "berkas-hapus"):
        adegan.alamat[f"pengawasan:pembinaan-{nama}"] = (sendiri.pk, berkas.pk)
    _keputusan(adegan)


def _keputusan(adegan):
    versi = VersiKeputusanTimFactory(keputusan__mulai=hari(-60))
    for nama in ("rincian", "ubah", "hapus"):
        adegan.alamat[f"pengawasan:keputusan-tim-{nama}"] = (versi.keputusan_id,)
    adegan.alamat["pengawasan:keputusan-tim-berkas"] = (versi.keputusan_id, versi.pk)
