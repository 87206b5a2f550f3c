"""One action on many naskah, page by page."""

import re

import pytest
from django.core import signing
from django.urls import reverse

from kerjasama.forms.massal import GARAM
from kerjasama.models import Naskah, TindakanMassal
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import NaskahFactory, PerangkatDaerahFactory

pytestmark = pytest.mark.django_db
PILIH = "/kerja-sama/naskah/massal/"
TERAPKAN = f"{PILIH}terapkan/"


@pytest.fixture
def staf(client):
    client.force_login(PenggunaFactory(staf=True))
    return client


@pytest.fixture
def naskah():
    return NaskahFactory.create_batch(2)


def meterai(jawaban):
    return re.search(r'name="meterai" value="([^"]+)"', jawaban.content.decode())[1]


def pratinjau(staf, naskah, **lain):
    data = {"pilih": [n.pk for n in naskah], "jenis": "tanda", "tanda": "periksa"} | lain
    return staf.get(PILIH, data)


def test_chosen_previewed_confirmed_and_undone(staf, naskah):
    halaman = pratinjau(staf, naskah)
    assert "2 naskah akan berubah" in halaman.content.decode()
    assert not Naskah.objects.exclude(tanda="").exists()

    jawaban = staf.post(TERAPKAN, {"meterai": meterai(halaman)})
    tindakan = TindakanMassal.objects.get()
    assert jawaban.url == tindakan.get_absolute_url()
    assert Naskah.objects.filter(tanda="periksa").count() == 2
    assert "Batalkan tindakan" in staf.get(jawaban.url).content.decode()

    staf.post(reverse("kerjasama:naskah-massal-batal", args=[tindakan.pk]))
    assert not Naskah.objects.exclude(tanda="").exists()
    assert "sudah dibatalkan" in staf.get(jawaban.url).content.decode()


def test_all_that_the_filter_finds(staf, naskah):
    NaskahFactory(status="draf")

    halaman = staf.get(PILIH, {"semua": "1", "saringan": "status=berlaku&urut=nomor"})

    assert set(halaman.context["dipilih"]) == set(naskah)


@pytest.mark.parametrize(
    "kueri",
    ["", "?pilih=x", "?pilih=99999999999999999999", "?semua=1&saringan=status%3Dngawur", "?pilih="],
)
def test_nothing_chosen_says_so(staf, kueri):
    assert "Belum ada naskah yang dipilih" in staf.get(f"{PILIH}{kueri}").content.decode()


def test_too_many_are_not_taken(staf, naskah, monkeypatch):
    monkeypatch.setattr("kerjasama.views.massal.BATAS_MASSAL", 1)

    assert "Persempit saringannya" in staf.get(f"{PILIH}?semua=1").content.decode()


def test_a_unit_must_be_named(staf, naskah):
    halaman = pratinjau(staf, naskah, jenis="perangkat_daerah")

    assert "Pilih perangkat daerahnya." in halaman.content.decode()


def test_a_unit_is_previewed_by_name(staf, naskah):
    unit = PerangkatDaerahFactory(nama="Dinas Baru")

    halaman = pratinjau(staf, naskah, jenis="perangkat_daerah", perangkat_daerah=unit.pk)

    assert "Dinas Baru (Pemrakarsa)" in halaman.content.decode()


def test_nothing_to_change_says_so(staf, naskah):
    Naskah.objects.update(tanda="periksa")

    assert "Tidak ada yang perlu diubah" in pratinjau(staf, naskah).content.decode()


@pytest.mark.parametrize("nilai", ["", "x", "x:y:z"])
def test_a_broken_seal_changes_nothing(staf, naskah, nilai):
    assert staf.post(TERAPKAN, {"meterai": nilai}).status_code == 302
    assert not TindakanMassal.objects.exists()


def test_a_seal_of_another_person_changes_nothing(client, staf, naskah):
    segel = meterai(pratinjau(staf, naskah))
    client.force_login(PenggunaFactory(staf=True))

    client.post(TERAPKAN, {"meterai": segel})

    assert not TindakanMassal.objects.exists()


def test_a_seal_holds_what_was_shown(staf, naskah):
    isi = signing.loads(meterai(pratinjau(staf, naskah)), salt=GARAM)

    assert (isi["jenis"], isi["nilai"]) == ("tanda", "periksa")
    assert sorted(isi["baris"]) == sorted([n.pk, ""] for n in naskah)


def test_the_second_confirmation_is_told(staf, naskah):
    segel = meterai(pratinjau(staf, naskah))
    staf.post(TERAPKAN, {"meterai": segel})

    jawaban = staf.post(TERAPKAN, {"meterai": segel}, follow=True)

    assert "sudah dikirim" in jawaban.content.decode()


@pytest.mark.parametrize("jumlah", [1, 3])
def test_the_preview_takes_the_same_queries_for_any_number(staf, count_queries, jumlah):
    naskah = NaskahFactory.create_batch(jumlah)

    with count_queries(5):
        pratinjau(staf, naskah)
