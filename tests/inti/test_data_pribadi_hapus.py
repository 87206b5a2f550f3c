"""Holding and erasing a person's data, and the time that a closed account is kept."""

from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from inti.models import JejakAudit, Pengguna, PilihanPesan
from inti.putusan import AturanDilanggar
from inti.queries.integritas import jejak_rusak
from inti.services import akun, data_pribadi
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.pengawasan import SuratTugasFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin():
    return PenggunaFactory(admin=True)


@pytest.fixture
def admin_lain():
    return PenggunaFactory(admin=True)


def di_perangkat(klien, orang):
    """Signed in with this browser, which is kept in the list."""
    klien.force_login(orang)
    kunci = klien.session.session_key
    UserSession.objects.create(user=orang, session_key=kunci, ip="10.0.0.1", user_agent="Peramban")


def tertutup(oleh, **kolom):
    """An account that was used and closed."""
    satu = PenggunaFactory(nama="Sri Wahyuni", nip="198001", telepon="0811", **kolom)
    Authenticator.objects.create(user=satu, type="totp", data={})
    PilihanPesan.objects.create(pengguna=satu)
    akun.nonaktifkan(satu.pk, alasan="Pensiun", oleh=oleh)
    return satu


def test_erasing_takes_the_person_out_and_changes_no_line(admin, admin_lain):
    satu = tertutup(admin)
    semula = list(JejakAudit.objects.order_by("pk").values_list())

    data_pribadi.samarkan(satu.pk, alasan="Permintaan pemilik", oleh=admin_lain)

    satu.refresh_from_db()
    assert (satu.nama, satu.username) == (
        f"Pengguna {satu.pk} (data dihapus)",
        f"dihapus-{satu.pk}",
    )
    assert (satu.nip, satu.telepon, satu.email) == ("", "", "")
    assert not satu.has_usable_password()
    assert not Authenticator.objects.exists()
    assert not PilihanPesan.objects.exists()
    assert list(JejakAudit.objects.order_by("pk").values_list())[: len(semula)] == semula
    assert jejak_rusak() == ""
    baris = JejakAudit.objects.get(aksi="data_pribadi.samarkan")
    assert "Sri" not in f"{baris.objek_nama} {baris.perubahan}"


def test_who_closed_it_does_not_erase_it(admin):
    satu = tertutup(admin)

    with pytest.raises(AturanDilanggar, match="mintalah yang lain"):
        data_pribadi.samarkan(satu.pk, alasan="x", oleh=admin)


def test_open_account_held_data_and_open_duties_stand_against_it(admin, admin_lain):
    terbuka, berkursi, ditahan = PenggunaFactory(), tertutup(admin, ketua=True), tertutup(admin)
    data_pribadi.tahan(ditahan.pk, alasan="Pemeriksaan Inspektorat", oleh=admin)

    for satu, sebab in (
        (terbuka, "Nonaktifkan"),
        (berkursi, "Memangku jabatan"),
        (ditahan, "Pemeriksaan Inspektorat"),
    ):
        with pytest.raises(AturanDilanggar, match=sebab):
            data_pribadi.samarkan(satu.pk, alasan="x", oleh=admin_lain)

    data_pribadi.lepaskan(ditahan.pk, alasan="Selesai", oleh=admin)
    data_pribadi.samarkan(ditahan.pk, alasan="x", oleh=admin_lain)
    assert not Pengguna.objects.filter(nama="Sri Wahyuni", pk=ditahan.pk).exists()


def test_seat_that_many_hold_ends_with_the_person(admin, admin_lain):
    satu = tertutup(admin, staf=True)
    assert satu.kursi

    data_pribadi.samarkan(satu.pk, alasan="Permintaan pemilik", oleh=admin_lain)

    assert satu.pemangku.get().selesai == timezone.localdate()


def test_erased_account_is_never_opened_again(admin, admin_lain):
    satu = tertutup(admin)
    data_pribadi.samarkan(satu.pk, alasan="x", oleh=admin_lain)

    with pytest.raises(AturanDilanggar, match="buatkan akun baru"):
        akun.aktifkan(satu.pk, oleh=admin)
    with pytest.raises(AturanDilanggar, match="buatkan akun baru"):
        akun.ubah(satu.pk, {"nama": "Sri lagi"}, oleh=admin)
    with pytest.raises(AturanDilanggar, match="sudah dihapus"):
        data_pribadi.samarkan(satu.pk, alasan="x", oleh=admin_lain)


def test_retention_erases_what_was_closed_long_ago_unless_it_is_held(admin, settings):
    lama, ditahan, berkursi = tertutup(admin), tertutup(admin), tertutup(admin, ketua=True)
    data_pribadi.tahan(ditahan.pk, alasan="Perkara", oleh=admin)
    with time_machine.travel(timezone.now() + timedelta(days=400)):
        baru = tertutup(admin)
        assert data_pribadi.lewat_masa(uji_coba=False) == 0

        settings.RETENSI_AKUN_HARI = 365
        assert data_pribadi.lewat_masa(uji_coba=True) == 1
        assert Pengguna.objects.filter(disamarkan_pada=None).count() == 5
        assert data_pribadi.lewat_masa(uji_coba=False) == 1

    tetap = Pengguna.objects.filter(disamarkan_pada=None)
    assert set(tetap) == {admin, ditahan, berkursi, baru}
    assert JejakAudit.objects.get(aksi="data_pribadi.samarkan").objek_id == lama.pk


def test_pages_hold_release_and_erase(client, admin, admin_lain):
    satu = tertutup(admin)
    client.force_login(admin_lain)
    rincian = reverse("akun-rincian", args=[satu.pk])

    assert "Hapus orangnya" in client.get(rincian).content.decode()
    client.post(reverse("akun-tahan", args=[satu.pk]), {"tahan-alasan": "Perkara"})
    assert "Ditahan, tidak dapat dihapus: Perkara" in client.get(rincian).content.decode()
    client.post(reverse("akun-samarkan", args=[satu.pk]), {"samarkan-alasan": "Permintaan"})
    satu.refresh_from_db()
    assert satu.nama == "Sri Wahyuni"
    client.post(
        reverse("akun-tahan", args=[satu.pk]), {"tahan-alasan": "Selesai", "tahan-lepas": "True"}
    )
    client.post(reverse("akun-samarkan", args=[satu.pk]), {"samarkan-alasan": "Permintaan"})

    halaman = client.get(rincian).text
    assert "Orangnya dihapus dari akun ini" in halaman
    assert reverse("akun-ubah", args=[satu.pk]) not in halaman
    assert reverse("akun-aktifkan", args=[satu.pk]) not in halaman


def test_holding_twice_releases_nothing(client, admin, admin_lain):
    satu = tertutup(admin)
    alamat = reverse("akun-tahan", args=[satu.pk])
    for oleh in (admin, admin_lain):
        client.force_login(oleh)
        client.post(alamat, {"tahan-alasan": "Perkara", "tahan-lepas": "False"})

    satu.refresh_from_db()
    assert satu.penahanan == "Perkara"
    halaman = client.get(reverse("akun-rincian", args=[satu.pk])).text
    assert '<input type="hidden" name="tahan-lepas" value="True"' in halaman


def test_account_page_says_what_is_still_in_the_name(client, admin):
    satu = PenggunaFactory(staf=True)
    client.force_login(admin)

    halaman = client.get(reverse("akun-rincian", args=[satu.pk])).content.decode()

    assert "Masih atas namanya" in halaman
    assert "Memangku jabatan Staf Bagian Kerja Sama" in halaman


@pytest.mark.parametrize("tutup", [False, True])
def test_account_page_asks_as_often_for_many_devices_and_letters(client, admin, admin_lain, tutup):
    PemerintahFactory()
    satu, jumlah = PenggunaFactory(tim=True), []
    client.force_login(admin_lain)
    rincian = reverse("akun-rincian", args=[satu.pk])

    for banyak in (1, 2):
        for _ in range(banyak):
            SuratTugasFactory(anggota=[satu])
            di_perangkat(Client(), satu)
        Pengguna.objects.filter(pk=satu.pk).update(is_active=not tutup)
        with CaptureQueriesContext(connection) as kueri:
            assert client.get(rincian).text.count("Anggota tim pada") >= banyak
        jumlah.append(len(kueri))

    assert jumlah[0] == jumlah[1] <= 12


def test_own_devices_are_asked_at_once(client, count_queries):
    PemerintahFactory()
    orang = PenggunaFactory(mitra=True)
    for satu in (client, Client(), Client()):
        di_perangkat(satu, orang)

    with count_queries(4):
        jawaban = client.get(reverse("usersessions_list"))

    assert jawaban.text.count("<tr>") == 4
