"""Postponement through the client."""

import pytest
from django.urls import reverse

from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import NaskahFactory, anggota_pd
from tests.factories.pengawasan import JadwalFactory, hari
from tests.factories.penundaan import PenundaanJadwalFactory

pytestmark = pytest.mark.django_db
DAFTAR = reverse("pengawasan:penundaan-daftar")


def rincian(jadwal):
    return reverse("pengawasan:jadwal-rincian", args=[jadwal.pk])


def kirim(client, nama, pk, **isi):
    return client.post(reverse(f"pengawasan:{nama}", args=[pk]), isi, follow=True)


def tunda(client, jadwal, **isi):
    dasar = {"sampai": hari(40).isoformat(), "alasan": "Bencana."}
    return kirim(client, "jadwal-tunda", jadwal.pk, **(dasar | isi))


def masuk(client, orang=None, **peran):
    orang = orang or PenggunaFactory(**peran)
    client.force_login(orang)
    return orang


def test_a_unit_asks_and_the_chair_decides_on_the_page_of_the_obligation(client):
    naskah = NaskahFactory()
    jadwal = JadwalFactory(naskah=naskah)
    masuk(client, anggota_pd(naskah.perangkat_daerah.get()))

    assert "Menunggu putusan Ketua TKKSD" not in client.get(rincian(jadwal)).text
    halaman = tunda(client, jadwal).text
    assert "Permintaan penundaan dikirim" in halaman
    assert "Tarik kembali" in halaman
    assert "Setujui" not in halaman

    masuk(client, ketua=True)
    assert "Tolak dengan alasan" in client.get(rincian(jadwal)).text
    halaman = kirim(client, "penundaan-setujui", jadwal.penundaan.get().pk).text
    assert "Penundaan disetujui." in halaman
    assert "menurut aturan" in halaman
    jadwal.refresh_from_db()
    assert jadwal.ditunda_sampai == hari(40)


@pytest.mark.parametrize(
    ("isi", "sebab"),
    [
        ({"alasan": ""}, "Bidang ini"),
        ({"alasan": "x" * 10_000}, "paling banyak 300"),
        ({"sampai": "besok"}, "Pilih tanggal yang ada pada kalender"),
        ({"sampai": "2020-01-01"}, "harus setelah jatuh tempo"),
    ],
)
def test_asking_is_refused_in_words(client, isi, sebab):
    masuk(client, staf=True)
    jadwal = JadwalFactory()

    assert sebab in tunda(client, jadwal, **isi).text

    assert not jadwal.penundaan.exists()


@pytest.mark.parametrize("isi", [{"sampai": "2020-01-01"}, {"sampai": ""}])
def test_what_was_typed_stands_after_a_refusal_and_can_be_sent_again(client, isi):
    masuk(client, staf=True)
    jadwal = JadwalFactory()

    kunci = "3c2f3a52-8d9c-4b5e-9d57-0d7c7a3c9a11"

    jawaban = tunda(client, jadwal, alasan="Jalan ke lokasi terputus.", kunci=kunci, **isi)

    form = jawaban.context["tunda_form"]
    assert "Jalan ke lokasi terputus." in str(form["alasan"])
    assert form["sampai"].value() == isi["sampai"]
    tunda(client, jadwal, alasan="Jalan ke lokasi terputus.", kunci=form["kunci"].value())
    assert jadwal.penundaan.exists()


def test_the_same_form_sent_twice_asks_once(client):
    masuk(client, staf=True)
    jadwal = JadwalFactory()
    kunci = "3c2f3a52-8d9c-4b5e-9d57-0d7c7a3c9a10"

    tunda(client, jadwal, kunci=kunci)
    assert "sudah dikirim" in tunda(client, jadwal, kunci=kunci).text

    assert jadwal.penundaan.count() == 1


def test_refusal_needs_its_reason_and_is_shown(client):
    penundaan = PenundaanJadwalFactory()
    masuk(client, ketua=True)

    kosong = kirim(client, "penundaan-tolak", penundaan.pk).context["putusan_form"]
    assert kosong.errors == {"catatan": ["Penolakan wajib disertai alasan."]}
    panjang = kirim(client, "penundaan-tolak", penundaan.pk, catatan="Terlalu " * 60)
    assert "Terlalu Terlalu" in str(panjang.context["putusan_form"]["catatan"])
    halaman = kirim(client, "penundaan-tolak", penundaan.pk, catatan="Masih sempat.").text
    assert "Masih sempat." in halaman


def test_who_asked_takes_it_back(client):
    penundaan = PenundaanJadwalFactory()
    masuk(client, penundaan.diajukan_oleh)

    assert "ditarik kembali" in kirim(client, "penundaan-tarik", penundaan.pk).text


def test_daftar_is_narrowed_and_hides_what_is_of_others(client):
    tunggu, putus = PenundaanJadwalFactory(), PenundaanJadwalFactory(disetujui=True)
    masuk(client, staf=True)

    assert list(client.get(DAFTAR).context["object_list"]) == [putus, tunggu]
    hasil = client.get(DAFTAR, {"status": "diajukan", "q": "banjir"}).context["object_list"]
    assert list(hasil) == [tunggu]
    masuk(client, anggota_pd(putus.jadwal.naskah.perangkat_daerah.get()))
    assert list(client.get(DAFTAR).context["object_list"]) == [putus]


def test_a_request_waits_on_the_first_page_of_who_decides(client):
    penundaan = PenundaanJadwalFactory()
    masuk(client, ketua=True)

    halaman = client.get("/").text

    assert "Permintaan penundaan" in halaman
    assert rincian(penundaan.jadwal) in halaman
