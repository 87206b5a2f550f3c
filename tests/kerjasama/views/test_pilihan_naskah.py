"""Naming a naskah by typing: suggestions, its number, its title, those without a number."""

import pytest
from django.urls import reverse

from kerjasama.models import Naskah
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import NaskahFactory
from tests.kerjasama.views.test_naskah import TAMBAH, kiriman
from tests.support.formulir import isian

pytestmark = pytest.mark.django_db


@pytest.fixture
def staf(client):
    client.force_login(PenggunaFactory(staf=True))
    return client


def saran(client, teks):
    return client.get(reverse("kerjasama:naskah-saran"), {"induk": teks}).content.decode()


def test_words_of_title_and_number_are_answered_with_naskah(staf):
    NaskahFactory(nomor="12/PKS/2020", judul="Pengelolaan sampah")
    NaskahFactory(judul="Parkir")

    isi = saran(staf, "SAMPAH 12/pks")

    assert '<option value="12/PKS/2020" label="12/PKS/2020 · Pengelolaan sampah">' in isi
    assert isi.count("<option") == 1


@pytest.mark.parametrize("teks", ["", "   ", "zzz", "a" * 3_000])
def test_what_is_no_naskah_is_answered_with_nothing(staf, teks):
    NaskahFactory()

    assert "<option" not in saran(staf, teks)


def test_the_oldest_of_many_is_found(staf):
    payung = NaskahFactory(jenis="kesepakatan_bersama", nomor="1/KSB/1999")
    NaskahFactory.create_batch(501)

    staf.post(reverse(TAMBAH), kiriman(induk=" 1/ksb/1999 "))

    assert Naskah.objects.get(judul="Pengelolaan parkir").induk == payung


def test_one_without_a_number_is_named_by_its_title(staf):
    payung = NaskahFactory(jenis="kesepakatan_bersama", nomor="", kunci_nomor="", judul="Payung")
    staf.post(reverse(TAMBAH), kiriman(induk=f"Payung (naskah {payung.pk})", simpan="draf"))
    naskah = Naskah.objects.get(judul="Pengelolaan parkir")
    ubah = reverse("kerjasama:naskah-ubah", args=[naskah.pk])

    halaman = isian(staf.get(ubah))

    assert (naskah.induk, halaman["induk"]) == (payung, f"Payung (naskah {payung.pk})")
    assert staf.post(ubah, halaman).url == naskah.get_absolute_url()
    naskah.refresh_from_db()
    assert naskah.induk == payung


def test_an_unknown_one_is_answered_with_those_like_it_and_the_rest_is_kept(staf):
    NaskahFactory.create_batch(2, judul="Terminal kota")

    answer = staf.post(reverse(TAMBAH), kiriman(menggantikan="terminal"))

    galat = answer.context["form"].errors["menggantikan"][0]
    assert "Belum jelas naskah yang mana. Yang mirip: “134.4/" in galat
    assert isian(answer)["judul"] == "Pengelolaan parkir"
    assert "Tidak ada naskah seperti itu" in " ".join(
        staf.post(reverse(TAMBAH), kiriman(induk="zzz")).context["form"].errors["induk"]
    )
