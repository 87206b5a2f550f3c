"""Inviting people of a mitra or a unit."""

import pytest
from django.urls import reverse

from inti.models import Pengguna
from inti.services.akun import AkunSudahAdaError
from kerjasama.services import keanggotaan
from tests.factories.inti import JabatanFactory, PenggunaFactory
from tests.factories.kerjasama import (
    MitraFactory,
    PerangkatDaerahFactory,
    anggota_mitra,
    anggota_pd,
)

pytestmark = pytest.mark.django_db
ISI = {"nama": "Budi", "email": "budi@contoh.example", "telepon": ""}


@pytest.fixture(autouse=True)
def kursi(db):
    JabatanFactory(kode="pengguna-mitra", peran="mitra", tunggal=False)
    JabatanFactory(kode="pengguna-pd", peran="pd", tunggal=False)


def test_staff_invites_the_first_user_of_a_mitra(client):
    mitra = MitraFactory()
    client.force_login(PenggunaFactory(staf=True))

    client.post(reverse("kerjasama:mitra-undang", args=[mitra.pk]), ISI)

    orang = Pengguna.objects.get(email="budi@contoh.example")
    assert (orang.username, orang.peran) == ("budi@contoh.example", {"mitra"})
    assert orang.keanggotaan.get().mitra == mitra
    assert orang.notifikasi.get().subjek == "Akun Anda di Pengawasan Kerja Sama"


@pytest.mark.parametrize("buat", [anggota_mitra, anggota_pd])
def test_member_invites_a_colleague_into_the_own_place_only(client, buat):
    tempat = MitraFactory() if buat is anggota_mitra else PerangkatDaerahFactory()
    lain = buat(MitraFactory() if buat is anggota_mitra else PerangkatDaerahFactory())
    orang = buat(tempat)
    client.force_login(orang)

    asing = client.post(reverse("kerjasama:rekan-undang", args=[lain.keanggotaan.get().pk]), ISI)
    client.post(reverse("kerjasama:rekan-undang", args=[orang.keanggotaan.get().pk]), ISI)

    assert asing.status_code == 404
    assert Pengguna.objects.get(nama="Budi").keanggotaan.get().tempat == tempat
    assert "Budi" in client.get(reverse("kerjasama:rekan")).content.decode()


def test_an_address_in_use_is_said_at_the_field_and_gives_no_access(client):
    PenggunaFactory(email="budi@contoh.example", nama="Orang lain")
    mitra = MitraFactory()
    client.force_login(PenggunaFactory(staf=True))

    halaman = client.post(reverse("kerjasama:mitra-undang", args=[mitra.pk]), ISI)

    assert "sudah dipakai sebuah akun" in halaman.content.decode()
    assert "Orang lain" not in halaman.content.decode()
    assert not mitra.keanggotaan.exists()


def test_nothing_stays_of_an_invitation_that_was_refused():
    PenggunaFactory(username="budi@contoh.example")

    with pytest.raises(AkunSudahAdaError):
        keanggotaan.undang(
            MitraFactory(), ISI | {"username": ISI["email"]}, oleh=PenggunaFactory(staf=True)
        )
    assert not Pengguna.objects.filter(nama="Budi").exists()
