"""Teguran through the client: office, mitra, and those to whom it is not addressed."""

import re

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


def test_refused_letter_stands_on_the_page_as_it_was_typed(client):
    kasus, staf = TeguranFactory(), PenggunaFactory(staf=True)

    halaman = kirim(
        client, staf, "terbit", kasus.pk, tingkat=1, tanggal=hari(1), isi="Surat yang panjang"
    )

    assert "masa depan" in halaman.text
    assert "Surat yang panjang" in halaman.text
    assert not SuratTeguran.objects.exists()


def test_field_of_a_letter_that_is_wrong_is_named_at_the_field(client):
    surat, staf = SuratTeguranFactory(disampaikan_tanggal=None), PenggunaFactory(staf=True)

    halaman = kirim(client, staf, "sampai", surat.teguran_id, surat.pk, kepada="Satpam")

    assert halaman.context["sampai_form"].errors.keys() == {"tanggal", "cara"}
    assert "Satpam" in halaman.text


def test_what_follows_sp3_is_written_down(client):
    surat = SuratTeguranFactory(tingkat=3)

    halaman = kirim(client, PenggunaFactory(staf=True), "lanjut", surat.teguran_id, catatan=" ")
    assert halaman.context["lanjut_form"].errors.keys() == {"catatan"}
    kirim(client, PenggunaFactory(staf=True), "lanjut", surat.teguran_id, catatan="Usul f.")

    kasus = Teguran.objects.get()
    assert (kasus.status, kasus.catatan_penutup) == ("dilanjutkan", "Usul f.")


def test_mitra_reads_and_answers_its_letter_in_its_own_frame(client):
    surat = SuratTeguranFactory(isi="Segera bayar")
    orang = anggota_mitra(surat.teguran.mitra)
    client.force_login(orang)
    halaman = client.get(surat.teguran.get_absolute_url())
    assert "Segera bayar" in halaman.text
    assert "Riwayat" not in halaman.text

    halaman = kirim(client, orang, "jawab", surat.teguran_id, surat.pk, teks="Sudah dibayar.")

    assert "Lengkapi jawaban" in halaman.text
    assert SuratTeguran.objects.get().status == "dijawab"


def test_answer_stands_with_the_letter_it_answers_before_the_older_ones(client):
    satu = SuratTeguranFactory(isi="Yang pertama", kini=False)
    dua = SuratTeguranFactory(teguran=satu.teguran, tingkat=2, isi="Yang kedua")
    client.force_login(anggota_mitra(satu.teguran.mitra))

    halaman = client.get(satu.teguran.get_absolute_url()).text

    letak = [halaman.index(k) for k in (dua.isi, "Sampaikan jawaban", satu.isi)]
    assert letak == sorted(letak)


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


def test_the_letter_can_be_printed_from_the_page_of_its_case(client):
    surat = SuratTeguranFactory()
    client.force_login(PenggunaFactory(staf=True))
    alamat = reverse("pelaporan:dokumen-terbitkan", args=["surat_teguran", surat.pk])

    halaman = client.get(surat.teguran.get_absolute_url()).text
    formulir = halaman[halaman.index(f'action="{alamat}"') :]
    (kunci,) = re.findall(r'name="csrfmiddlewaretoken" value="(\w*)"', formulir[:400])

    assert len(kunci) == 64
