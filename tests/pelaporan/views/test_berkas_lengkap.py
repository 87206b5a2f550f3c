"""Asking for everything about one naskah, leaving the page, and downloading it."""

import pytest
from django.urls import reverse

from inti.models import JejakAudit
from pelaporan.models import BerkasLengkap
from pelaporan.services import berkas_lengkap as services
from tests.factories.inti import PemerintahFactory, PenggunaFactory, beri_kursi
from tests.factories.kerjasama import NaskahFactory, anggota_mitra, anggota_pd

pytestmark = pytest.mark.django_db


@pytest.fixture
def naskah():
    return NaskahFactory()


@pytest.fixture
def staf(client):
    satu = PenggunaFactory(staf=True)
    client.force_login(satu)
    return satu


def alamat(nama, pk):
    return reverse(f"pelaporan:berkas-lengkap-{nama}", args=[pk])


def test_asked_for_left_and_found_ready(client, naskah, staf):
    client.post(alamat("minta", naskah.pk))
    menunggu = client.get(alamat("naskah", naskah.pk)).content.decode()
    satu = BerkasLengkap.objects.get()
    services.kerjakan_antrean()
    siap = client.get(alamat("kemajuan", satu.pk)).content.decode()
    jawaban = client.get(alamat("unduh", satu.pk))

    assert alamat("kemajuan", satu.pk) in menunggu
    assert "Susun berkas lengkap" not in menunggu
    assert alamat("unduh", satu.pk) in siap
    assert b"".join(jawaban.streaming_content).startswith(b"PK")
    assert jawaban["Content-Disposition"].startswith("attachment")
    assert JejakAudit.objects.filter(aksi="berkas.unduh").count() == 1


def test_asking_twice_says_that_it_is_being_made(client, naskah, staf):
    client.post(alamat("minta", naskah.pk))

    kedua = client.post(alamat("minta", naskah.pk), follow=True).content.decode()

    assert "sedang disusun untuk Anda" in kedua
    assert BerkasLengkap.objects.count() == 1


def test_failure_and_expiry_are_told_with_what_to_do(client, naskah, staf):
    services.minta(naskah.pk, oleh=staf)
    for status, kata in (("gagal", "Coba susun lagi"), ("kedaluwarsa", "masa simpannya")):
        BerkasLengkap.objects.update(status=status, kesalahan="Terlalu besar.")
        halaman = client.get(alamat("naskah", naskah.pk)).content.decode()
        assert kata in halaman
        assert "Susun berkas lengkap" in halaman


def test_of_another_person_it_is_not_there(client, naskah, staf):
    satu = services.minta(naskah.pk, oleh=PenggunaFactory(staf=True))

    for nama in ("unduh", "kemajuan"):
        assert client.get(alamat(nama, satu.pk)).status_code == 404


def test_of_another_s_naskah_nothing_can_be_asked(client, naskah):
    lain = NaskahFactory()
    for orang in (anggota_mitra(lain.mitra.get()), anggota_pd(lain.perangkat_daerah.get())):
        client.force_login(orang)
        assert client.get(alamat("naskah", naskah.pk)).status_code == 404
        assert client.post(alamat("minta", naskah.pk)).status_code == 404
    assert not BerkasLengkap.objects.exists()


def test_other_rights_no_download(client, naskah, staf):
    satu = services.minta(naskah.pk, oleh=staf)
    services.kerjakan_antrean()
    beri_kursi(staf, "tim")

    jawaban = client.get(alamat("unduh", satu.pk))

    assert jawaban.status_code == 403
    assert "Hak Anda berubah" in jawaban.content.decode()


def test_mitra_finds_it_from_its_naskah_without_the_staff_s_tabs(client, naskah):
    client.force_login(anggota_mitra(naskah.mitra.get()))

    halaman = client.get(reverse("kerjasama:naskah-rincian", args=[naskah.pk])).content.decode()

    assert alamat("naskah", naskah.pk) in halaman
    assert reverse("pengawasan:naskah-rincian", args=[naskah.pk]) not in halaman
    assert client.get(alamat("naskah", naskah.pk)).status_code == 200


def test_page_asks_as_often_for_three_requests_as_for_one(client, naskah, staf, count_queries):
    PemerintahFactory()
    for banyak in (1, 2):
        for _ in range(banyak):
            services.minta(naskah.pk, oleh=staf)
            services.kerjakan_antrean()
        with count_queries(5):
            client.get(alamat("naskah", naskah.pk))
