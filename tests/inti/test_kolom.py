from inti.services.kolom import isi_kolom, teks_kolom
from kerjasama.models import Butir, Mitra


def test_only_what_differs_is_set_and_told():
    mitra = Mitra(nama="PT Contoh", telepon="021", alamat="Bekasi")

    beda = isi_kolom(mitra, {"nama": "PT Contoh", "telepon": "022", "alamat": ""})

    assert beda == {"telepon": ["021", "022"], "alamat": ["Bekasi", ""]}
    assert (mitra.nama, mitra.telepon, mitra.alamat) == ("PT Contoh", "022", "")


def test_a_row_is_told_by_its_name():
    butir = Butir(mitra=None)

    beda = isi_kolom(butir, {"mitra": Mitra(pk=1, nama="PT Contoh")})

    assert beda == {"mitra": [None, "PT Contoh"]}
    assert (butir.mitra_id, teks_kolom(7)) == (1, 7)
