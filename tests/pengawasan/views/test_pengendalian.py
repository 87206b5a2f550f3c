"""The log of control through the client."""

import pytest
from django.urls import reverse

from pengawasan.models import Pengendalian
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.kerjasama import NaskahFactory, PerangkatDaerahFactory, anggota_pd
from tests.factories.pengawasan import hari
from tests.factories.pengendalian import PengendalianFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _pemerintah():
    PemerintahFactory()


@pytest.fixture
def naskah():
    return NaskahFactory()


def isian(naskah, **lain):
    unit = naskah.perangkat_daerah.get().pk
    return {"unit": unit, "tanggal": hari(-1), "objek": "Setoran", "temuan": "Lunas"} | lain


def kirim(client, naskah, **lain):
    client.force_login(anggota_pd(naskah.perangkat_daerah.get()))
    alamat = reverse("pengawasan:pengendalian-tambah", args=[naskah.pk])
    return client.post(alamat, isian(naskah, **lain), follow=True)


def test_unit_notes_and_finds_it_on_the_page_of_the_naskah(client, naskah):
    assert "Pengendalian dicatat." in kirim(client, naskah).text

    halaman = client.get(reverse("pengawasan:naskah-rincian", args=[naskah.pk])).text
    assert Pengendalian.objects.get().get_absolute_url() in halaman


def test_future_day_is_refused_and_nothing_typed_is_lost(client, naskah):
    jawaban = kirim(client, naskah, tanggal=hari(1), temuan="Kalimat panjang")

    assert "masa depan" in jawaban.text
    assert "Kalimat panjang" in jawaban.text
    assert not Pengendalian.objects.exists()


@pytest.mark.parametrize("teks", ["", "\u200b\u200b", "x" * 10_001])
def test_text_that_says_nothing_or_too_much_is_refused(client, naskah, teks):
    kirim(client, naskah, temuan=teks)

    assert not Pengendalian.objects.exists()


def test_same_form_sent_twice_is_one_entry(client, naskah):
    kunci = "3f0b6a1e-8a39-4f4b-9d30-111111111111"
    kirim(client, naskah, kunci=kunci)

    client.post(
        reverse("pengawasan:pengendalian-tambah", args=[naskah.pk]), isian(naskah, kunci=kunci)
    )

    assert Pengendalian.objects.count() == 1


def test_unit_of_the_naskah_that_did_not_write_it_may_not_correct(client):
    catatan = PengendalianFactory()
    lain = PerangkatDaerahFactory()
    catatan.naskah.keterlibatan.create(perangkat_daerah=lain, peran="terkait")
    client.force_login(anggota_pd(lain))

    jawaban = client.get(reverse("pengawasan:pengendalian-ubah", args=[catatan.pk]))

    assert jawaban.status_code == 403
    assert "yang mencatatnya" in jawaban.text


def test_correction_through_the_form(client):
    catatan = PengendalianFactory()
    client.force_login(anggota_pd(catatan.perangkat_daerah))
    alamat = reverse("pengawasan:pengendalian-ubah", args=[catatan.pk])

    client.post(alamat, isian(catatan.naskah, temuan="Perlu ditagih", versi=1))

    catatan.refresh_from_db()
    assert catatan.temuan == "Perlu ditagih"


def test_list_narrows_to_one_naskah(client):
    satu, dua = PengendalianFactory(objek="Pertama"), PengendalianFactory(objek="Kedua")
    client.force_login(PenggunaFactory(staf=True))

    alamat = reverse("pengawasan:pengendalian-daftar")
    teks = client.get(alamat, {"naskah": satu.naskah_id}).text

    assert (satu.objek in teks, dua.objek in teks) == (True, False)
