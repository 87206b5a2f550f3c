"""Filters that a person keeps of a list."""

import pytest
from django.urls import reverse

from inti.models import SaringanTersimpan
from inti.services.saringan import TERBANYAK
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.kerjasama import NaskahFactory

pytestmark = pytest.mark.django_db
HALAMAN = "kerjasama:naskah-daftar"
KUERI = "jenis=pks&q=air"


@pytest.fixture
def staf(client):
    PemerintahFactory()
    orang = PenggunaFactory(staf=True)
    client.force_login(orang)
    return orang


def simpan(client, **lain):
    isi = {"halaman": HALAMAN, "kueri": KUERI, "nama": "Air", **lain}
    return client.post(reverse("saringan-simpan"), isi, follow=True)


def daftar(client, kueri=""):
    return client.get(f"{reverse(HALAMAN)}{kueri}")


def test_a_narrowed_list_offers_to_keep_the_filter_and_shows_it_afterwards(client, staf):
    NaskahFactory()
    assert "Simpan saringan ini" not in daftar(client).content.decode()
    assert "Simpan saringan ini" in daftar(client, f"?{KUERI}&page=2").content.decode()

    isi = simpan(client).content.decode()

    assert "Saringan “Air” disimpan." in isi
    assert f'href="{reverse(HALAMAN)}?jenis=pks&amp;q=air" aria-current="true"' in isi
    assert 'action="/saringan/simpan/"' not in isi


def test_the_same_name_stands_for_what_was_kept_last(client, staf):
    simpan(client)
    simpan(client, kueri="q=parkir")

    assert SaringanTersimpan.objects.get().kueri == "q=parkir"


def test_places_and_empty_choices_are_not_kept(client, staf):
    simpan(client, kueri="q=air&jenis=&page=3&setelah=%5B1%5D&format=csv&urut=-tanggal_ttd")

    assert SaringanTersimpan.objects.get().kueri == "q=air&urut=-tanggal_ttd"


@pytest.mark.parametrize(
    ("lain", "kata"),
    [
        ({"nama": ""}, "Saringan belum disimpan"),
        ({"nama": "x" * 61}, "Saringan belum disimpan"),
        ({"halaman": "tak-ada"}, "Daftar itu tidak ada"),
        ({"halaman": "kerjasama:naskah-rincian"}, "Daftar itu tidak ada"),
        ({"halaman": "beranda"}, "bukan daftar yang dapat disaring"),
        ({"kueri": "page=2"}, "Pilih saringannya lebih dahulu"),
        ({"kueri": "q=" + "x" * 2_000}, "Saringan belum disimpan"),
    ],
)
def test_what_is_no_filter_of_a_list_is_refused(client, staf, lain, kata):
    assert kata in simpan(client, **lain).content.decode()
    assert not SaringanTersimpan.objects.exists()


def test_the_one_applied_by_itself_is_shown_when_the_list_is_opened(client, staf):
    simpan(client, bawaan="on")

    assert daftar(client).url == f"{reverse(HALAMAN)}?{KUERI}"
    isi = daftar(client, f"?{KUERI}").content.decode()
    assert '<a href="?semua=1">Bersihkan semua</a>' in isi
    assert daftar(client, "?semua=1").status_code == 200


def test_a_list_that_is_a_function_keeps_its_filters_too(client, staf):
    alamat = reverse("akan-berakhir")
    simpan(client, halaman="akan-berakhir", kueri="dalam=12&benda=naskah", bawaan="on")

    assert client.get(alamat).url == f"{alamat}?benda=naskah&dalam=12"
    isi = client.get(f"{alamat}?benda=naskah&dalam=12").content.decode()
    assert 'aria-current="true"' in isi
    assert client.get(f"{alamat}?semua=1").status_code == 200


def test_taking_the_last_chip_away_shows_the_whole_list(client, staf):
    simpan(client, kueri="q=air", bawaan="on")

    isi = daftar(client, "?q=air").content.decode()

    assert '<a class="chip" href="?semua=1">' in isi


def test_only_one_is_applied_by_itself(client, staf):
    simpan(client, bawaan="on")
    simpan(client, nama="Parkir", kueri="q=parkir", bawaan="on")

    assert list(SaringanTersimpan.objects.values_list("nama", "bawaan")) == [
        ("Air", False),
        ("Parkir", True),
    ]


def test_it_can_be_renamed_and_removed(client, staf):
    simpan(client)
    satu = SaringanTersimpan.objects.get()

    client.post(reverse("saringan-ubah", args=[satu.pk]), {"nama": "Air bersih", "bawaan": "on"})
    satu.refresh_from_db()
    assert (satu.nama, satu.bawaan) == ("Air bersih", True)

    client.post(reverse("saringan-hapus", args=[satu.pk]))
    assert not SaringanTersimpan.objects.exists()


def test_two_cannot_bear_one_name(client, staf):
    simpan(client)
    simpan(client, nama="Parkir", kueri="q=parkir")
    satu = SaringanTersimpan.objects.get(nama="Parkir")

    isi = client.post(reverse("saringan-ubah", args=[satu.pk]), {"nama": "Air"}, follow=True)

    assert "Sudah ada saringan dengan nama itu" in isi.content.decode()


def test_those_of_others_can_neither_be_seen_nor_touched(client, staf):
    milik_lain = SaringanTersimpan.objects.create(
        pengguna=PenggunaFactory(staf=True), halaman=HALAMAN, nama="Rahasia", kueri=KUERI
    )

    assert "Rahasia" not in daftar(client, f"?{KUERI}").content.decode()
    assert "Rahasia" not in client.get("/cari/saran/").content.decode()
    for nama in ("saringan-ubah", "saringan-hapus"):
        assert client.post(reverse(nama, args=[milik_lain.pk]), {"nama": "x"}).status_code == 404
    assert SaringanTersimpan.objects.get().nama == "Rahasia"


def test_the_search_finds_it_by_its_name(client, staf):
    simpan(client)

    assert "Air" in [s.nama for s in client.get("/cari/saran/", {"q": "air"}).context["saringan"]]
    assert "Air" in [s.nama for s in client.get("/cari/saran/").context["saringan"]]
    assert not client.get("/cari/saran/", {"q": "parkir"}).context["saringan"]


def test_there_is_an_end_to_them(client, staf):
    for ke in range(TERBANYAK):
        simpan(client, nama=f"Ke-{ke}")

    isi = simpan(client, nama="Lebih").content.decode()

    assert "Paling banyak 20 saringan" in isi
    assert SaringanTersimpan.objects.count() == TERBANYAK


def test_a_list_without_an_account_keeps_nothing(client):
    PemerintahFactory(register_publik=True)

    isi = client.get("/publik/", {"q": "air"}).content.decode()

    assert "Simpan saringan ini" not in isi
