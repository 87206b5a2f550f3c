"""Duties in the portal: who fills in, who sends, who says so."""

import pytest
from django.urls import reverse

from kerjasama.models import Keanggotaan
from pelaporan.models import LaporanMitra
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import MitraFactory, anggota_mitra
from tests.factories.pelaporan import LaporanMitraFactory

pytestmark = pytest.mark.django_db
DAFTAR = reverse("pelaporan:portal-pengguna")


@pytest.fixture
def laporan():
    return LaporanMitraFactory()


@pytest.fixture
def rekan(laporan):
    return anggota_mitra(laporan.kewajiban.mitra)


def bertugas(orang):
    Keanggotaan.objects.filter(pengguna=orang).update(penanggung_jawab=True)


def sampaikan(client, orang, laporan):
    client.force_login(orang)
    return client.post(reverse("pelaporan:portal-sampaikan", args=[laporan.pk]))


def atur(client, orang, nilai):
    (satu,) = orang.keanggotaan.all()
    alamat = reverse("pelaporan:portal-pengguna-tugas", args=[satu.pk])
    return client.post(alamat, {"penanggung_jawab": "on"} if nilai else {}, follow=True)


def test_a_mitra_of_one_person_is_not_blocked(client, laporan):
    assert sampaikan(client, laporan.dibuat_oleh, laporan).status_code == 302

    assert LaporanMitra.objects.get().status == "disampaikan"
    assert "Belum ada penanggung jawab" in client.get(DAFTAR).text


def test_pengisi_fills_in_and_is_told_who_sends(client, laporan, rekan):
    bertugas(rekan)
    client.force_login(laporan.dibuat_oleh)
    assert "Isi laporan" in client.get(reverse("pelaporan:portal-laporan", args=[laporan.pk])).text

    periksa = client.get(reverse("pelaporan:portal-periksa", args=[laporan.pk])).text
    ditolak = sampaikan(client, laporan.dibuat_oleh, laporan)

    for halaman in (periksa, ditolak.text):
        assert f"menyampaikan laporan ini: {rekan}." in halaman
    assert ditolak.status_code == 403
    assert LaporanMitra.objects.get().status == "draf"


def test_penanggung_jawab_sends(client, laporan, rekan):
    bertugas(rekan)

    assert sampaikan(client, rekan, laporan).status_code == 302

    assert LaporanMitra.objects.get().status == "disampaikan"


def test_who_left_blocks_nobody(client, laporan, rekan):
    bertugas(rekan)
    Keanggotaan.objects.filter(pengguna=rekan).update(mulai="2020-01-01", selesai="2020-02-01")

    assert sampaikan(client, laporan.dibuat_oleh, laporan).status_code == 302


def test_penanggung_jawab_names_another_and_hands_over(client, laporan, rekan):
    orang = laporan.dibuat_oleh
    bertugas(orang)
    client.force_login(orang)
    assert "Tetapkan penanggung jawab lain" in atur(client, orang, nilai=False).text

    assert f"Tugas {rekan} diubah." in atur(client, rekan, nilai=True).text

    assert f"Tugas {orang} diubah." in atur(client, orang, nilai=False).text
    assert atur(client, orang, nilai=True).status_code == 403


def test_pengisi_names_nobody(client, laporan, rekan):
    client.force_login(rekan)

    assert "Jadikan penanggung jawab" not in client.get(DAFTAR).text
    assert atur(client, rekan, nilai=True).status_code == 403


def test_staff_names_from_the_page_of_the_mitra(client, laporan):
    client.force_login(PenggunaFactory(staf=True))
    mitra = laporan.kewajiban.mitra
    assert "Jadikan penanggung jawab" in client.get(mitra.get_absolute_url()).text
    satu = mitra.keanggotaan.get()
    alamat = reverse("kerjasama:akses-tugas", args=[satu.pk])

    halaman = client.post(alamat, {"penanggung_jawab": "on"}, follow=True).text

    assert "Tugas pengguna mitra diubah." in halaman
    assert "Jadikan pengisi" in halaman


def test_people_of_another_mitra_do_not_exist(client, laporan):
    lain = anggota_mitra(MitraFactory())
    bertugas(lain)
    client.force_login(lain)

    assert str(laporan.dibuat_oleh) not in client.get(DAFTAR).text
    assert atur(client, laporan.dibuat_oleh, nilai=True).status_code == 404
