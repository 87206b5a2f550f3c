"""Piecewise upload as the page's script speaks it."""

import hashlib

import pytest
from django.urls import reverse

from pelaporan.models import UnggahanBertahap
from tests.factories.kerjasama import MitraFactory, anggota_mitra
from tests.factories.pelaporan import LaporanMitraFactory, berkas_pdf

pytestmark = pytest.mark.django_db
ISI = berkas_pdf().isi


@pytest.fixture
def laporan():
    return LaporanMitraFactory()


@pytest.fixture
def masuk(client, laporan):
    client.force_login(laporan.dibuat_oleh)
    return client


def buka(client, laporan, **kolom):
    sidik = hashlib.sha256(ISI).hexdigest()
    dasar = {"nama": "laporan.pdf", "ukuran": len(ISI), "sha256": sidik}
    alamat = reverse("pelaporan:portal-unggahan-buka", args=[laporan.pk])
    return client.post(alamat, dasar | kolom)


def potong(client, alamat, mulai, isi):
    return client.post(f"{alamat}?mulai={mulai}", isi, content_type="application/octet-stream")


def test_a_file_is_opened_sent_and_finished(masuk, laporan):
    jawab = buka(masuk, laporan).json()
    assert potong(masuk, jawab["kirim"], 0, ISI[:200]).json() == {"diterima": 200}
    assert potong(masuk, jawab["kirim"], 200, ISI[200:]).json() == {"diterima": len(ISI)}

    assert masuk.post(jawab["selesai"]).json() == {"nama": "laporan.pdf"}

    assert laporan.berkas.get().berkas.baca() == ISI


@pytest.mark.parametrize(
    ("kolom", "sebab"),
    [
        ({"ukuran": "x"}, "Sebutkan nama"),
        ({"nama": "a.exe"}, "bukan PDF"),
        ({"sha256": "z"}, "sidik"),
    ],
)
def test_a_bad_declaration_is_refused_in_words(masuk, laporan, kolom, sebab):
    jawab = buka(masuk, laporan, **kolom)

    assert jawab.status_code == 400
    assert sebab in jawab.json()["galat"]


def test_a_piece_without_its_place_or_too_large_is_refused(masuk, laporan):
    alamat = buka(masuk, laporan).json()["kirim"]

    assert "byte ke berapa" in potong(masuk, alamat, "x", b"y").json()["galat"]
    besar = potong(masuk, alamat, 0, b"y" * 3 * 1024 * 1024)
    assert (besar.status_code, "terlalu besar" in besar.json()["galat"]) == (400, True)


def test_the_page_tells_of_what_stopped_and_lets_it_be_thrown_away(masuk, laporan):
    alamat = buka(masuk, laporan).json()["kirim"]
    potong(masuk, alamat, 0, ISI[: len(ISI) // 2])
    halaman = reverse("pelaporan:portal-laporan", args=[laporan.pk])
    assert "Pilih berkas yang sama untuk melanjutkannya" in masuk.get(halaman).text

    (unggahan,) = UnggahanBertahap.objects.all()
    batal = masuk.post(reverse("pelaporan:portal-unggahan-batal", args=[unggahan.pk]))

    assert batal.url == f"{halaman}#berkas"
    assert not UnggahanBertahap.objects.exists()


def test_another_mitra_of_the_same_naskah_reaches_nothing(client, masuk, laporan):
    jawab = buka(masuk, laporan).json()
    lain = MitraFactory()
    laporan.kewajiban.naskah.mitra.add(lain)
    client.force_login(anggota_mitra(lain))

    assert buka(client, laporan).status_code == 404
    assert potong(client, jawab["kirim"], 0, ISI).status_code == 404
    assert client.post(jawab["selesai"]).status_code == 404
    assert UnggahanBertahap.objects.get().diterima == 0
