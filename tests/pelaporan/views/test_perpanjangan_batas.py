"""A later deadline for a report, through the client: the mitra asks, the staff decides."""

import pytest
from django.urls import reverse

from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import MitraFactory, anggota_mitra, anggota_pd
from tests.factories.pelaporan import KewajibanLaporanFactory, LaporanMitraFactory, orang_mitra
from tests.factories.pengawasan import hari
from tests.factories.perpanjangan import PerpanjanganBatasFactory

pytestmark = pytest.mark.django_db
DAFTAR = reverse("pelaporan:perpanjangan-daftar")


def portal(kewajiban):
    return reverse("pelaporan:portal-perpanjangan", args=[kewajiban.pk])


def minta(client, kewajiban, **isi):
    dasar = {"sampai": hari(40).isoformat(), "alasan": "Audit belum selesai."}
    return client.post(portal(kewajiban), dasar | isi, follow=True)


def putuskan(client, satu, aksi, **isi):
    return client.post(
        reverse(f"pelaporan:perpanjangan-{aksi}", args=[satu.pk]), isi, follow=True
    ).text


def masuk(client, orang=None, **peran):
    orang = orang or PenggunaFactory(**peran)
    client.force_login(orang)
    return orang


def test_the_mitra_asks_and_the_staff_decides(client):
    kewajiban = KewajibanLaporanFactory(terlambat=True)
    orang = masuk(client, orang_mitra(kewajiban))
    assert "Permintaan dikirim" in minta(client, kewajiban).text
    assert "Perpanjangan batas menunggu putusan" in client.get("/portal/").text
    assert "Perpanjangan batas menunggu putusan" in client.get("/").text

    masuk(client, staf=True)
    satu = kewajiban.perpanjangan.get()
    assert satu.get_absolute_url() in client.get("/").text
    assert "Perpanjangan disetujui" in putuskan(client, satu, "setujui")

    masuk(client, orang)
    halaman = client.get("/portal/").text
    assert "diperpanjang; menurut aturan" in halaman
    assert "Minta perpanjangan batas" in halaman


@pytest.mark.parametrize(
    ("isi", "sebab"),
    [
        ({"alasan": ""}, "Bidang ini tidak boleh kosong"),
        ({"sampai": "besok"}, "Pilih tanggal yang ada pada kalender"),
        ({"sampai": "2020-01-01"}, "harus setelah batas yang sekarang"),
    ],
)
def test_asking_is_refused_at_its_field_and_keeps_what_was_typed(client, isi, sebab):
    kewajiban = KewajibanLaporanFactory()
    masuk(client, orang_mitra(kewajiban))

    halaman = minta(client, kewajiban, **isi).text

    assert sebab in halaman
    assert not kewajiban.perpanjangan.exists()
    assert ("Audit belum selesai." in halaman) is ("alasan" not in isi)


def test_the_same_form_sent_twice_asks_once(client):
    kewajiban = KewajibanLaporanFactory()
    masuk(client, orang_mitra(kewajiban))
    kunci = "3c2f3a52-8d9c-4b5e-9d57-0d7c7a3c9a10"

    minta(client, kewajiban, kunci=kunci)
    assert "sudah dikirim" in minta(client, kewajiban, kunci=kunci).text

    assert kewajiban.perpanjangan.count() == 1


def test_what_was_sent_has_no_form(client):
    laporan = LaporanMitraFactory(disampaikan=True)
    masuk(client, laporan.dibuat_oleh)

    assert "tidak sedang ditunggu" in client.get(portal(laporan.kewajiban)).text


def test_refusal_needs_its_reason_and_is_shown_to_the_mitra(client):
    satu = PerpanjanganBatasFactory()
    masuk(client, staf=True)
    kosong = putuskan(client, satu, "tolak")
    assert kosong.count("Penolakan wajib disertai alasan.") == 1
    assert 'aria-invalid="true"' in kosong
    assert "Terlalu Terlalu" in putuskan(client, satu, "tolak", catatan="Terlalu " * 60)
    assert "Masih sempat." in putuskan(client, satu, "tolak", catatan="Masih sempat.")

    masuk(client, satu.diajukan_oleh)
    assert "Masih sempat." in client.get(portal(satu.kewajiban)).text


def test_who_asked_takes_it_back(client):
    satu = PerpanjanganBatasFactory()
    masuk(client, satu.diajukan_oleh)
    alamat = reverse("pelaporan:portal-perpanjangan-tarik", args=[satu.pk])

    assert "ditarik kembali" in client.post(alamat, follow=True).text


@pytest.mark.parametrize("peran", ["tim", "ketua", "walikota"])
def test_others_of_the_office_read_and_do_not_decide(client, peran):
    satu = PerpanjanganBatasFactory()
    masuk(client, **{peran: True})

    assert "Setujui sampai" not in client.get(satu.get_absolute_url()).text
    alamat = reverse("pelaporan:perpanjangan-setujui", args=[satu.pk])
    assert client.post(alamat).status_code == 403


def test_another_mitra_and_another_unit_do_not_know_of_it(client):
    satu = PerpanjanganBatasFactory()
    lain = MitraFactory()
    satu.kewajiban.naskah.mitra.add(lain)
    masuk(client, anggota_mitra(lain))
    assert client.get(portal(satu.kewajiban)).status_code == 404
    alamat = reverse("pelaporan:portal-perpanjangan-tarik", args=[satu.pk])
    assert client.post(alamat).status_code == 404

    masuk(client, anggota_pd(PerpanjanganBatasFactory().kewajiban.naskah.perangkat_daerah.get()))
    assert client.get(satu.get_absolute_url()).status_code == 404
    assert satu not in client.get(DAFTAR).context["object_list"]


def test_daftar_is_narrowed(client):
    tunggu, tolak = PerpanjanganBatasFactory(), PerpanjanganBatasFactory(ditolak=True)
    masuk(client, staf=True)

    assert list(client.get(DAFTAR).context["object_list"]) == [tolak, tunggu]
    hasil = client.get(DAFTAR, {"status": "diajukan", "q": "diaudit"}).context["object_list"]
    assert list(hasil) == [tunggu]
