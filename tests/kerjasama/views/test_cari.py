"""The results page."""

import pytest
from django.urls import reverse

from kerjasama.services import indeks
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import MitraFactory, NaskahFactory, anggota_mitra

pytestmark = pytest.mark.django_db
CARI = "/kerja-sama/cari/"


def halaman(client, pengguna=None, **kueri):
    client.force_login(pengguna or PenggunaFactory(staf=True))
    return client.get(CARI, kueri).content.decode()


def test_words_are_marked_and_their_place_is_named(client):
    NaskahFactory(judul="Parkir <b>tepi</b> jalan", ruang_lingkup="Retribusi parkir")
    indeks.lengkapi()

    isi = halaman(client, q="parkir")

    assert "<mark>Parkir</mark> &lt;b&gt;tepi&lt;/b&gt; jalan" in isi
    assert "<dt>Ruang lingkup</dt>" in isi
    assert "Retribusi <mark>parkir</mark>" in isi


def test_another_spelling_is_told_but_not_named(client):
    NaskahFactory(judul="Rahasianegara")
    indeks.lengkapi()

    assert "ejaan yang mirip" in halaman(client, q="rahasianegra")
    assert "ahasianegara" not in halaman(client, anggota_mitra(MitraFactory()), q="rahasianegra")


@pytest.mark.parametrize(
    ("q", "kata"),
    [("", "Tuliskan yang dicari"), ("zzz", "Tidak ada naskah"), ("\x00", "Tidak ada")],
)
def test_nothing_found_says_what_to_do(client, q, kata):
    assert kata in halaman(client, q=q)


def test_pages_keep_the_words(client):
    NaskahFactory.create_batch(21, judul="Pasar")
    indeks.lengkapi()

    assert 'href="?q=pasar&amp;setelah=' in halaman(client, q="pasar")


@pytest.mark.parametrize("jumlah", [1, 3])
def test_results_take_the_same_queries_for_any_number(client, count_queries, jumlah):
    NaskahFactory.create_batch(jumlah, judul="Pasar")
    indeks.lengkapi()
    client.force_login(PenggunaFactory(staf=True))

    with count_queries(11):
        client.get(CARI, {"q": "pasar"})


def test_the_list_finds_the_same(client):
    NaskahFactory(judul="Pasar"), NaskahFactory(judul="Jalan")
    indeks.lengkapi()
    client.force_login(PenggunaFactory(staf=True))

    daftar = client.get(reverse("kerjasama:naskah-daftar"), {"q": "pasar"}).context["object_list"]

    assert [n.judul for n in daftar] == ["Pasar"]


@pytest.mark.parametrize(
    "q",
    [
        '"', '""', '"a', "'", "AND", "OR NOT", "NEAR(a b)", "a NEAR/3 b", "*", "a*", "^a",
        "judul: a", "{judul} : a", "-a", "(", "a) OR (b", "\\", "%", "_", ":*", "&", "a <-> b",
        "a' & 'b", "!a", "' OR 1=1 --", "a\x00b", "\u200b", "\u202e", "😀", "ﷺ", "²³½", "Ⅳ",
        "x" * 5_000, "kerja " * 2_000,
    ],
)  # fmt: skip
def test_no_word_is_an_order_to_the_database(client, q):
    NaskahFactory(judul="Pasar")
    indeks.lengkapi()
    client.force_login(PenggunaFactory(staf=True))

    for alamat in (CARI, reverse("kerjasama:naskah-daftar")):
        answer = client.get(alamat, {"q": q})
        assert (answer.status_code, b"Pasar" in answer.content) == (200, False)
