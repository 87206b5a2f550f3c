"""The second factor: who must have one, signing in with it, losing it, and at a decision."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from inti.models import JejakAudit, Notifikasi
from inti.putusan import AturanDilanggar
from inti.services import faktor_kedua
from tests.factories.inti import PenggunaFactory

pytestmark = pytest.mark.django_db
SANDI = "rangkaian-kata-yang-panjang"
PASANG = reverse("mfa_activate_totp")


@pytest.fixture(autouse=True)
def wajib(settings):
    settings.FAKTOR_KEDUA = True
    cache.clear()


def orang(**peran):
    satu = PenggunaFactory(**peran)
    satu.set_password(SANDI)
    satu.save()
    return satu


def masuk(client, pengguna):
    isi = {"login": pengguna.username, "password": SANDI}
    return client.post(reverse("account_login"), isi, follow=True)


def kode(rahasia, geser=0):
    return auth.format_hotp_value(auth.hotp_value(rahasia, int(time.time()) // 30 + geser))


def pasang(client, pengguna):
    """Sign in and put one on; returns its secret."""
    masuk(client, pengguna)
    rahasia = client.get(PASANG).context["form"].secret
    client.post(PASANG, {"code": kode(rahasia)})
    return rahasia


@pytest.mark.parametrize("peran", ["staf", "ketua", "walikota", "admin"])
def test_who_must_have_one_is_led_to_it_from_every_page(client, peran):
    masuk(client, orang(**{peran: True}))

    assert client.get("/").url == PASANG
    assert client.get("/pesan/").url == PASANG
    assert client.get(PASANG).status_code == 200


@pytest.mark.parametrize("peran", ["mitra", "pd", "tim"])
def test_others_work_without_one(client, peran):
    masuk(client, orang(**{peran: True}))

    assert client.get("/").status_code == 200


def test_with_one_the_pages_open_and_the_secret_is_not_in_the_database(client):
    pengguna = orang(staf=True)
    rahasia = pasang(client, pengguna)

    assert client.get("/").status_code == 200
    assert rahasia not in str(list(Authenticator.objects.values_list("data", flat=True)))
    assert JejakAudit.objects.tentang(pengguna).filter(aksi="faktor_kedua.pasang").exists()


def test_sandi_alone_gives_no_session(client):
    pengguna = orang(staf=True)
    rahasia = pasang(client, pengguna)
    lain = Client()

    assert masuk(lain, pengguna).request["PATH_INFO"] == reverse("mfa_authenticate")
    assert lain.get("/").url.startswith(reverse("account_login"))
    lain.post(reverse("mfa_authenticate"), {"code": kode(rahasia, 1)})
    assert lain.get("/").status_code == 200


def test_a_code_is_good_once(client):
    pengguna = orang(staf=True)
    rahasia = pasang(client, pengguna)
    satu, dua, angka = Client(), Client(), kode(rahasia, 1)
    for klien in (satu, dua):
        masuk(klien, pengguna)
        klien.post(reverse("mfa_authenticate"), {"code": angka})

    assert satu.get("/").status_code == 200
    assert dua.get("/").status_code == 302


def test_a_recovery_code_stands_in_for_the_phone_once(client):
    pengguna = orang(staf=True)
    pasang(client, pengguna)
    client.post(reverse("account_reauthenticate"), {"password": SANDI})
    pulih = client.get(reverse("mfa_view_recovery_codes")).context["unused_codes"][0]
    satu, dua = Client(), Client()
    for klien in (satu, dua):
        masuk(klien, pengguna)
        klien.post(reverse("mfa_authenticate"), {"code": pulih})

    assert satu.get("/").status_code == 200
    assert dua.get("/").status_code == 302


def test_under_another_secret_key_no_code_fits_and_nothing_breaks(client, settings):
    pengguna = orang(staf=True)
    rahasia = pasang(client, pengguna)
    settings.SECRET_KEY = "kunci-yang-lain"
    lain = Client()
    masuk(lain, pengguna)

    halaman = lain.post(reverse("mfa_authenticate"), {"code": kode(rahasia, 1)})

    assert halaman.status_code == 200
    assert halaman.context["form"].errors


def test_taking_it_off_leads_to_putting_on_the_next(client):
    pengguna = orang(staf=True)
    pasang(client, pengguna)
    client.post(reverse("account_reauthenticate"), {"password": SANDI})

    client.post(reverse("mfa_deactivate_totp"))

    assert client.get("/").url == PASANG


def test_administrator_takes_it_off_for_who_lost_the_phone(client):
    pengguna, admin = orang(staf=True), PenggunaFactory(admin=True)
    pasang(client, pengguna)

    faktor_kedua.cabut(pengguna.pk, alasan="Ponsel hilang.", oleh=admin)

    assert client.get("/").url.startswith(reverse("account_login"))
    assert not Authenticator.objects.exists()
    assert Notifikasi.objects.filter(kepada=pengguna, subjek__contains="dicabut").exists()
    with pytest.raises(AturanDilanggar, match="belum memasang"):
        faktor_kedua.cabut(pengguna.pk, alasan="Lagi", oleh=admin)


def test_nobody_takes_off_their_own_as_administrator():
    admin = PenggunaFactory(admin=True)

    with pytest.raises(AturanDilanggar, match="administrator lain"):
        faktor_kedua.cabut(admin.pk, alasan="Coba", oleh=admin)


def test_a_decision_asks_who_it_is_and_goes_on_afterwards(client):
    pengguna = orang(ketua=True)
    pasang(client, pengguna)
    meja = reverse("pelaporan:meja-ketua-laporan", args=[999_999])

    assert client.get(meja).status_code == 404
    tanya = client.post(meja, {"putusan": "setujui"})
    assert tanya.url.startswith(reverse("account_reauthenticate"))
    lanjut = client.post(tanya.url, {"password": SANDI, "next": meja})

    assert lanjut.status_code == 404  # what was sent has reached the desk, and found no report


@pytest.mark.parametrize(
    "nama",
    ["mfa_index", "mfa_activate_totp", "mfa_generate_recovery_codes", "usersessions_list"],
)
def test_pages_open(client, settings, nama):
    settings.FAKTOR_KEDUA = False
    masuk(client, orang())

    assert client.get(reverse(nama)).status_code == 200
