"""Columns of a row: what differs, and what another changed meanwhile."""

from datetime import date
from decimal import Decimal

import pytest

from inti.services.kolom import KolomBerubah, isi_kolom, nilai_kolom, ringkas, teks_kolom
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


def asal(baris, *nama):
    return ringkas(nilai_kolom(baris, nama))


def test_what_was_shown_and_is_stored_still_is_set():
    mitra = Mitra(nama="PT Contoh", telepon="021")

    assert isi_kolom(mitra, {"telepon": "022"}, asal=asal(mitra, "telepon"))


@pytest.mark.parametrize("dilihat", [{}, {"telepon": "lain"}])
def test_what_another_changed_meanwhile_is_not_overwritten(dilihat):
    mitra = Mitra(nama="PT Contoh", telepon="021")

    with pytest.raises(KolomBerubah):
        isi_kolom(mitra, {"telepon": "022"}, asal=dilihat)

    assert mitra.telepon == "021"


@pytest.mark.parametrize(
    ("tersimpan", "terketik"),
    [
        (None, ""),
        ("a\nb ", "a\r\nb"),
        (Decimal("12.50"), Decimal("12.5")),
        (Decimal("100.00"), Decimal(100)),
        (date(2025, 3, 1), date(2025, 3, 1)),
        (7, Mitra(pk=7)),
    ],
)
def test_stored_and_typed_value_that_are_the_same_have_one_digest(tersimpan, terketik):
    assert ringkas({"a": tersimpan}) == ringkas({"a": terketik})
