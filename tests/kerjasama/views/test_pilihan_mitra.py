"""Naming a mitra by typing: suggestions, the folded name, former names, forty rows."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kerjasama.models import Mitra, Naskah
from kerjasama.services import nama as nama_services
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import MitraFactory, NaskahFactory
from tests.kerjasama.views.test_naskah import TAMBAH, kiriman

pytestmark = pytest.mark.django_db


@pytest.fixture
def staf(client):
    orang = PenggunaFactory(staf=True)
    client.force_login(orang)
    client.orang = orang
    return client


@pytest.fixture
def bank(staf):
    """A partner that had another name before."""
    mitra = MitraFactory(nama="PT Bank Wahana Lestari")
    data = {"nama": "PT Bank Nusaraya", "mulai": date(2024, 1, 1), "dasar": "Akta"}
    nama_services.ganti_nama(Mitra, mitra.pk, oleh=staf.orang, **data)
    return Mitra.objects.get(pk=mitra.pk)


def saran(client, teks):
    return client.get(reverse("kerjasama:mitra-saran"), {"pihak-3-mitra": teks}).content.decode()


def test_what_is_typed_is_answered_with_names(staf, bank):
    MitraFactory(nama="Koperasi Melati")

    assert '<option value="PT Bank Nusaraya">' in saran(staf, "nusa BANK")
    assert "Koperasi" not in saran(staf, "nusa")


def test_a_former_name_is_suggested_with_the_present_one(staf, bank):
    opsi = '<option value="PT Bank Wahana Lestari" label="PT Bank Wahana Lestari, sekarang PT'
    assert opsi in saran(staf, "wahana")


@pytest.mark.parametrize("teks", ["", "   ", "zzz", "<b>", "\u200b", "a" * 3_000])
def test_what_is_no_name_is_answered_with_nothing(staf, bank, teks):
    assert "<option" not in saran(staf, teks)


def test_merged_twins_are_not_suggested(staf, bank):
    Mitra.objects.filter(pk=MitraFactory(nama="PT Bank Nusa").pk).update(digabung_ke=bank)

    assert saran(staf, "nusa").count("<option") == 1


@pytest.mark.parametrize("banyak", [1, 30])
def test_suggestions_ask_as_often_for_one_as_for_many(staf, banyak, count_queries):
    for _ in range(banyak):
        MitraFactory()

    with count_queries(4):
        saran(staf, "mitra")


@pytest.mark.parametrize(
    "teks",
    ["PT Bank Nusaraya", "  bank   nusaraya ", "Bank Nusaraya, PT.", "pt bank wahana lestari"],
)
def test_a_naskah_is_recorded_with_the_mitra_that_was_named(staf, bank, teks):
    staf.post(reverse(TAMBAH), kiriman(**{"pihak-0-mitra": teks}))

    assert Naskah.objects.get().mitra.get() == bank


def test_an_unknown_name_is_refused_with_those_like_it_and_the_rest_is_kept(staf, bank):
    jawaban = staf.post(reverse(TAMBAH), kiriman(**{"pihak-0-mitra": "PT Bnk Nusaraja"}))

    halaman = jawaban.content.decode()
    assert "Tidak ada mitra bernama itu. Yang mirip: “PT Bank Nusaraya”." in halaman
    assert 'value="PT Bnk Nusaraja"' in halaman
    assert "Pengelolaan parkir" in halaman
    assert not Naskah.objects.exists()


def test_a_name_like_none_says_where_to_record_it(staf, bank):
    jawaban = staf.post(reverse(TAMBAH), kiriman(**{"pihak-0-mitra": "Zzzz"}))

    assert "catat dahulu pada menu Mitra" in jawaban.content.decode()


def test_forty_rows_ask_as_often_as_one(staf, bank):
    jumlah = []
    for banyak in (1, 40):
        rows = {f"pihak-{i}-mitra": f"PT Bank Nusaraja {i}" for i in range(banyak)}
        isi = kiriman(**{"pihak-TOTAL_FORMS": banyak, **rows})
        with CaptureQueriesContext(connection) as kueri:
            staf.post(reverse(TAMBAH), isi)
        jumlah.append(len(kueri))

    assert jumlah[0] == jumlah[1]


def test_the_form_of_a_naskah_shows_its_mitra_by_name_and_lists_no_other(staf, bank):
    naskah = NaskahFactory(mitra=[bank])
    MitraFactory(nama="Koperasi Melati")

    halaman = staf.get(reverse("kerjasama:naskah-ubah", args=[naskah.pk])).content.decode()

    assert 'value="PT Bank Nusaraya"' in halaman
    assert "Koperasi Melati" not in halaman


def test_the_mitra_that_stays_is_named_too(staf, bank):
    asal = MitraFactory(nama="PT Bank Nusarya")
    alamat = reverse("kerjasama:mitra-gabung", args=[asal.pk])

    assert staf.get(alamat, {"mitra": "bank nusaraya"}).context["tujuan"] == bank
    assert "mitra yang akan ditutup" in staf.get(alamat, {"mitra": asal.nama}).content.decode()
    assert "Yang mirip" in staf.get(alamat, {"mitra": "Nusarayu"}).content.decode()
    assert "Sebutkan mitra" in staf.get(alamat, {"mitra": ""}).content.decode()
