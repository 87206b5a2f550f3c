"""Teguran through the client: office, mitra, and those to whom it is not addressed."""

import pytest
from django.urls import reverse

from pengawasan.models import SuratTeguran, Teguran
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.kerjasama import ButirFactory, MitraFactory, NaskahFactory, anggota_mitra
from tests.factories.pengawasan import hari, siapkan_surat
from tests.factories.teguran import SuratTeguranFactory, TeguranFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _dasar():
    PemerintahFactory()
    siapkan_surat()


def kirim(client, orang, nama, *argumen, **isi):
    client.force_login(orang)
    return client.post(reverse(f"pengawasan:teguran-{nama}", args=argumen), isi, follow=True)


def test_staff_open_a_case_on_an_item_and_issue_the_first_letter(client):
    naskah, staf = NaskahFactory(), PenggunaFactory(staf=True)
    butir = ButirFactory(naskah=naskah, pihak="mitra")
    isi = {"mitra": naskah.mitra.get().pk, "butir": butir.pk, "uraian": "Belum dibayar"}

    kirim(client, staf, "tambah", naskah.pk, **isi)
    kasus = Teguran.objects.get()
    kirim(client, staf, "terbit", kasus.pk, tingkat=1, tanggal=hari(), isi="Harap dibayar")

    assert [s.tingkat for s in kasus.surat.all()] == [1]


def test_step_that_is_not_due_is_refused_in_words(client):
    kasus = TeguranFactory()
    staf = PenggunaFactory(staf=True)

    jawaban = kirim(client, staf, "terbit", kasus.pk, tingkat=2, tanggal=hari(), isi="Isi")

    assert "berikutnya adalah SP1" in jawaban.text


def test_mitra_reads_and_answers_its_letter_in_its_own_frame(client):
    surat = SuratTeguranFactory(isi="Segera bayar")
    orang = anggota_mitra(surat.teguran.mitra)
    client.force_login(orang)
    halaman = client.get(surat.teguran.get_absolute_url())
    assert "Segera bayar" in halaman.text
    assert "Riwayat" not in halaman.text

    kirim(client, orang, "jawab", surat.teguran_id, surat.pk, teks="Sudah dibayar.")

    assert SuratTeguran.objects.get().status == "dijawab"


def test_another_mitra_finds_nothing(client):
    surat = SuratTeguranFactory()
    lain = anggota_mitra(MitraFactory())

    jawaban = kirim(client, lain, "jawab", surat.teguran_id, surat.pk, teks="Bukan saya")

    assert jawaban.status_code == 404
    assert client.get(reverse("pengawasan:teguran-daftar")).context["object_list"] == []


@pytest.mark.parametrize("keadaan", ["langkah", "dinilai", "sampai", "jawaban"])
def test_list_narrows_by_what_it_waits_for(client, keadaan):
    SuratTeguranFactory()
    client.force_login(PenggunaFactory(staf=True))

    daftar = client.get(reverse("pengawasan:teguran-daftar"), {"keadaan": keadaan, "q": "Laporan"})

    assert len(daftar.context["object_list"]) == (keadaan in ("langkah", "jawaban"))
