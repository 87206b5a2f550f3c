"""Pages by key: every row once, in order, in both directions, with and without a value."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db.models import CharField, DateField
from django.db.models.functions import Left

from inti.halaman import BATAS_HITUNG, Urutan, halaman
from kerjasama.models import Naskah
from tests.factories.kerjasama import NaskahFactory

pytestmark = pytest.mark.django_db
TTD = Urutan("tanggal_ttd", DateField(), kosong=True)
JUDUL = Urutan(Left("judul", 100), CharField())
STATUS = Urutan("status", CharField())
# As one of another table is asked.
JAUH = Urutan("status", CharField(), jauh=True)
TTD_JAUH = replace(TTD, jauh=True)


@pytest.fixture(autouse=True)
def _naskah():
    awal = date(2024, 1, 31)
    for ke in range(4):
        NaskahFactory(tanggal_ttd=awal + timedelta(days=ke // 2), judul=f"Judul {ke % 3}")
    NaskahFactory.create_batch(3, tanggal_ttd=None, status="draf", judul="Ærlig “kutip”")


def turun(urutan):
    return replace(urutan, turun=True)


def maju(urutan, *, sekaligus=False):
    """Every page from the first to the last."""
    satu = halaman(Naskah.objects.all(), urutan, banyak=2, sekaligus=sekaligus)
    semua = [satu]
    while satu.setelah:
        satu = halaman(Naskah.objects.all(), urutan, banyak=2, setelah=satu.setelah)
        semua.append(satu)
    return semua


def kunci(daftar):
    return [n.pk for satu in daftar for n in satu.object_list]


@pytest.mark.parametrize("sekaligus", [False, True])
@pytest.mark.parametrize(
    "urutan",
    [urutan for satu in (TTD, JUDUL, STATUS, JAUH, TTD_JAUH) for urutan in (satu, turun(satu))],
)
def test_pages_follow_the_order_of_the_whole_list(urutan, sekaligus):
    assert kunci(maju(urutan, sekaligus=sekaligus)) == [
        n.pk for n in urutan.terurut(Naskah.objects.all())
    ]


@pytest.mark.parametrize("urutan", [TTD, turun(TTD), JUDUL, turun(STATUS), JAUH, turun(JAUH)])
def test_the_way_back_shows_the_same_pages(urutan):
    ke_depan = maju(urutan)

    satu, ke_belakang = ke_depan[-1], [ke_depan[-1]]
    while satu.sebelum:
        satu = halaman(Naskah.objects.all(), urutan, banyak=2, sebelum=satu.sebelum)
        ke_belakang.insert(0, satu)

    # The last page holds one row of seven; going back, the first one does not hold one of its own.
    assert sorted(kunci(ke_belakang)) == sorted(kunci(ke_depan))
    assert kunci(ke_belakang) == kunci(ke_depan)


@pytest.mark.parametrize(
    "teks",
    [
        "bukan json", "[]", "[1]", "[null,1,2]", '["2024-13-45",1]', '["2024-01-31","x"]',
        '["2024-01-31",-1]', '["2024-01-31",99999999999999999999]', '{"a":1}', "[[1],1]",
        "[" * 9999,
        '["2024-01-31",true]',
    ],
)  # fmt: skip
def test_an_address_that_was_never_a_place_shows_the_first_page(teks):
    satu = halaman(Naskah.objects.all(), TTD, banyak=2, setelah=teks)

    assert kunci([satu]) == kunci([halaman(Naskah.objects.all(), TTD, banyak=2)])
    assert not satu.sebelum


def test_nothing_is_to_be_ordered_by_where_a_value_is_needed():
    assert STATUS.baca("[null,1]") is None


def test_a_place_past_the_end_shows_the_first_page():
    akhir = maju(TTD)[-1].object_list[-1]

    satu = halaman(Naskah.objects.all(), TTD, banyak=2, setelah=TTD.sebagai_teks(akhir))

    assert len(satu.object_list) == 2


def test_a_short_list_is_counted_without_asking(count_queries):
    with count_queries(2):
        satu = halaman(Naskah.objects.all(), TTD, banyak=25)

    assert (satu.jumlah, satu.lebih, satu.has_other_pages()) == (7, False, False)


def test_few_rows_are_asked_for_once(count_queries):
    with count_queries(1):
        satu = halaman(Naskah.objects.all(), turun(TTD), banyak=10, sekaligus=True)

    assert len(satu.object_list) == 7


def test_nothing_is_counted_beyond_the_bound(monkeypatch):
    monkeypatch.setattr("inti.halaman.BATAS_HITUNG", 5)

    satu = halaman(Naskah.objects.all(), TTD, banyak=2)

    assert (satu.jumlah, satu.lebih) == (5, True)
    assert BATAS_HITUNG == 1_000
