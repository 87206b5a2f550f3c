"""The decree that sets the team through the client."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from pengawasan.models import KeputusanTim
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.kerjasama import PerangkatDaerahFactory, anggota_pd
from tests.factories.pembinaan import (
    AnggotaKeputusanTimFactory,
    KeputusanTimFactory,
    PembinaanFactory,
    VersiKeputusanTimFactory,
)
from tests.factories.pengawasan import hari
from tests.support.formulir import isian

pytestmark = pytest.mark.django_db
DAFTAR = "pengawasan:keputusan-tim-daftar"
TAMBAH = "pengawasan:keputusan-tim-tambah"


@pytest.fixture(autouse=True)
def _pemerintah():
    PemerintahFactory()


@pytest.fixture
def staf(client):
    orang = PenggunaFactory(staf=True)
    client.force_login(orang)
    return orang


def kirim(client, **lain):
    """The empty page with a Ketua, sent."""
    isi = isian(client.get(reverse(TAMBAH)))
    isi |= {"nomor": "12/Kep/2026", "tanggal": str(hari(-9)), "tentang": "Tim", "selesai": ""}
    isi |= {"mulai": str(hari(-9)), "anggota-0-jabatan": "Kepala Bagian Kerja Sama"}
    return client.post(reverse(TAMBAH), isi | lain, follow=True)


def test_decree_is_recorded_with_seats_of_units_and_of_elsewhere(client, staf):
    PerangkatDaerahFactory(nama="Inspektorat")
    lain = {
        "anggota-1-kedudukan": "anggota",
        "anggota-1-nama": "Siti",
        "anggota-1-unit": "INSPEKTORAT",
        "anggota-2-kedudukan": "anggota",
        "anggota-2-nama": "Prof. Amir",
        "anggota-2-unit": "Universitas Contoh",
    }

    jawaban = kirim(client, **lain)

    assert "Keputusan dicatat." in jawaban.text
    tim = KeputusanTim.objects.get().anggota.all()
    assert [(a.kedudukan, a.unit) for a in tim] == [
        ("ketua", ""),
        ("anggota", "Inspektorat"),
        ("anggota", "Universitas Contoh"),
    ]


@pytest.mark.parametrize(
    ("lain", "kalimat"),
    [
        ({"tanggal": str(hari(1))}, "tidak boleh di masa depan"),
        ({"selesai": str(hari(-10))}, "tidak boleh sebelum mulainya"),
        ({"anggota-0-jabatan": ""}, "Isi jabatan, nama, atau keduanya."),
        ({"anggota-0-kedudukan": "sekretaris"}, "belum menyebut ketuanya"),
        (
            {"anggota-1-kedudukan": "ketua", "anggota-1-nama": "Dua"},
            "Hanya satu ketua dalam satu tim.",
        ),
        ({"nomor": "1/LAMA"}, "Sudah ada Keputusan dengan nomor itu"),
    ],
)
def test_bad_input_is_answered_and_nothing_typed_is_lost(client, staf, lain, kalimat):
    KeputusanTimFactory(nomor="1/LAMA", mulai=hari(-90))

    jawaban = kirim(client, **{"tentang": "Kalimat panjang"} | lain)

    assert kalimat in jawaban.text
    assert "Kalimat panjang" in jawaban.text
    assert KeputusanTim.objects.count() == 1


def test_file_must_be_a_pdf(client, staf):
    gambar = SimpleUploadedFile("keputusan.docx", b"PK\x03\x04")

    kirim(client, berkas=gambar)

    assert not KeputusanTim.objects.exists()


def test_correction_asks_for_its_reason(client, staf):
    satu = KeputusanTimFactory(mulai=hari(-9))
    ubah = reverse("pengawasan:keputusan-tim-ubah", args=[satu.pk])
    isi = isian(client.get(ubah)) | {"tentang": "Tim Pembinaan"}
    assert "Keputusan diperbaiki" not in client.post(ubah, isi, follow=True).text

    jawaban = client.post(ubah, isi | {"catatan": "Salah ketik"}, follow=True)

    assert "Keputusan diperbaiki" in jawaban.text
    assert "Salah ketik" in jawaban.text  # in the trail on the page


def test_page_shows_the_team_in_force_on_the_chosen_day(client, staf):
    lama = KeputusanTimFactory(nomor="LAMA", mulai=hari(-90), ketua=None)
    AnggotaKeputusanTimFactory(keputusan=lama, jabatan="Ketua lama")
    baru = KeputusanTimFactory(nomor="BARU", mulai=hari(-9), ketua=None)
    AnggotaKeputusanTimFactory(keputusan=baru, jabatan="Ketua baru")

    for pada, ada, tiada in (
        ("", "Ketua baru", "Ketua lama"),
        (str(hari(-10)), "Ketua lama", "Ketua baru"),
    ):
        halaman = client.get(reverse(DAFTAR), {"pada": pada}).text
        assert (ada in halaman, tiada in halaman) == (True, False)
    assert "Tidak ada Keputusan" in client.get(reverse(DAFTAR), {"pada": "1999-01-01"}).text


@pytest.mark.parametrize("pada", ["bukan tanggal", "0001-01-01", "9999-12-31"])
def test_nonsense_for_a_day_is_no_error(client, staf, pada):
    KeputusanTimFactory()

    assert client.get(reverse(DAFTAR), {"pada": pada}).status_code == 200


def test_list_finds_by_a_member(client, staf):
    satu, _ = KeputusanTimFactory(), KeputusanTimFactory()
    AnggotaKeputusanTimFactory(keputusan=satu, kedudukan="anggota", nama="Siti Aminah")

    daftar = client.get(reverse(DAFTAR), {"q": "aminah"}).context["object_list"]

    assert [k.pk for k in daftar] == [satu.pk]


def test_decree_in_use_has_no_button_to_delete_and_says_why(client, staf):
    satu = KeputusanTimFactory(mulai=hari(-9))
    PembinaanFactory()

    halaman = client.get(satu.get_absolute_url()).text

    assert "1 pembinaan bertanggal dalam masanya" in halaman
    hapus = reverse("pengawasan:keputusan-tim-hapus", args=[satu.pk])
    assert hapus not in halaman
    client.post(hapus, {"alasan": "Salah"})
    assert KeputusanTim.objects.exists()


def test_decree_recorded_by_mistake_is_deleted_with_its_reason(client, staf):
    satu = VersiKeputusanTimFactory().keputusan
    hapus = reverse("pengawasan:keputusan-tim-hapus", args=[satu.pk])
    client.post(hapus, {"alasan": ""})
    assert KeputusanTim.objects.exists()

    jawaban = client.post(hapus, {"alasan": "Bukan Keputusan tim"}, follow=True)

    assert "Keputusan dihapus" in jawaban.text
    assert not KeputusanTim.objects.exists()


def test_unit_reads_the_team_and_is_led_to_no_page_that_refuses_it(client):
    satu = KeputusanTimFactory(mulai=hari(-9))
    client.force_login(anggota_pd(PerangkatDaerahFactory()))

    halaman = client.get(reverse(DAFTAR)).text

    assert "Kepala Bagian Kerja Sama" in halaman
    assert satu.get_absolute_url() not in halaman
    assert client.get(satu.get_absolute_url()).status_code == 403
