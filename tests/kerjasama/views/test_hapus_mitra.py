"""Taking out a mitra through its page: seen first, refused with what hangs on it."""

import pytest
from django.urls import reverse

from kerjasama.models import Mitra
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import MitraFactory, NaskahFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def staf(client):
    client.force_login(PenggunaFactory(staf=True))
    return client


def hapus(mitra):
    return reverse("kerjasama:mitra-hapus", args=[mitra.pk])


def test_page_asks_and_then_takes_out(staf):
    mitra = MitraFactory(nama="PT Salah")
    assert hapus(mitra) in staf.get(mitra.get_absolute_url()).content.decode()
    assert "btn-danger" in staf.get(hapus(mitra)).content.decode()

    jawaban = staf.post(hapus(mitra))

    assert jawaban.url == reverse("kerjasama:mitra-daftar")
    assert not Mitra.objects.exists()


def test_page_names_what_hangs_on_it_and_has_no_button(staf):
    mitra = MitraFactory()
    NaskahFactory(mitra=[mitra])

    utuh = staf.get(hapus(mitra)).content.decode()

    assert "para pihak (1)" in utuh
    assert "btn-danger" not in utuh


def test_refusal_is_409_and_says_why(staf):
    mitra = MitraFactory()
    NaskahFactory(mitra=[mitra])

    jawaban = staf.post(hapus(mitra))

    assert jawaban.status_code == 409
    assert "masih disebut pada para pihak (1)" in jawaban.content.decode()
    assert Mitra.objects.filter(pk=mitra.pk).exists()


def test_who_only_reads_has_no_link_and_is_refused(client):
    mitra = MitraFactory()
    client.force_login(PenggunaFactory(ketua=True))

    assert hapus(mitra) not in client.get(mitra.get_absolute_url()).content.decode()
    assert client.post(hapus(mitra)).status_code == 403
    assert Mitra.objects.exists()


def test_what_hangs_is_asked_in_one_query_however_much_it_is(staf, count_queries):
    mitra = MitraFactory()
    for _ in range(3):
        NaskahFactory(mitra=[mitra])
    staf.get(hapus(mitra))

    with count_queries(6):
        staf.get(hapus(mitra))
