"""Single sign-on, against a provider of OpenID Connect on this machine."""

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from inti.checks import periksa_sso
from inti.models import Pengguna
from tests.factories.inti import PenggunaFactory
from tests.inti.test_faktor_kedua import SANDI, orang, pasang
from tests.support.penyedia_oidc import KLIEN, RAHASIA, penyedia

pytestmark = pytest.mark.django_db
MASUK = reverse("sso-masuk")


@pytest.fixture
def client():
    """Coming back is a GET that signs in: the state that it carries was given to this browser."""
    return Client()


@pytest.fixture
def dinas(settings):
    cache.clear()
    with penyedia() as satu:
        settings.OIDC_ALAMAT, settings.OIDC_NAMA = satu.alamat, "Akun ASN"
        settings.SOCIALACCOUNT_PROVIDERS = {
            "openid_connect": {
                "OAUTH_PKCE_ENABLED": True,
                "APPS": [
                    {
                        "provider_id": "daerah",
                        "name": "Akun ASN",
                        "client_id": KLIEN,
                        "secret": RAHASIA,
                        "settings": {"server_url": satu.alamat},
                    }
                ],
            }
        }
        yield satu


def pergi_dan_kembali(client, **isi):
    """Press the button, be signed in over there, come back; the answer to coming back."""
    sana = client.post(MASUK, isi)
    kembali = requests.get(sana.url, allow_redirects=False, timeout=10).headers["Location"]
    return client.get(kembali.removeprefix("http://testserver"))


def test_button_with_its_name_is_there_only_with_a_provider(client, dinas, settings):
    assert "Masuk dengan Akun ASN" in client.get(reverse("account_login")).content.decode()

    settings.OIDC_ALAMAT = ""
    assert MASUK not in client.get(reverse("account_login")).content.decode()
    assert client.post(MASUK).status_code == 404


def test_account_with_the_verified_address_opens_and_keeps_its_sandi(client, dinas):
    pengguna = orang(mitra=True, email="Sri@Contoh.example")

    assert pergi_dan_kembali(client, next="/pesan/").url == "/pesan/"

    assert client.get("/pesan/").context["user"] == pengguna
    pengguna.refresh_from_db()
    assert pengguna.check_password(SANDI)
    assert not SocialAccount.objects.exists()


@pytest.mark.parametrize(
    "beda",
    [
        {"email": "orang.lain@contoh.example"},
        {"email_verified": False},
        {"email_verified": "true"},
        {"email": ""},
    ],
)
def test_unknown_or_unverified_address_opens_and_makes_no_account(client, dinas, beda):
    PenggunaFactory(email="sri@contoh.example")
    dinas.orang |= beda

    jawaban = pergi_dan_kembali(client)

    assert jawaban.url == reverse("account_login")
    assert "tidak dikenal di sini" in client.get(jawaban.url).content.decode()
    assert client.get("/").status_code == 302
    assert Pengguna.objects.count() == 1


def test_closed_account_stays_closed(client, dinas):
    PenggunaFactory(email="sri@contoh.example", is_active=False)

    assert pergi_dan_kembali(client).url == reverse("account_login")


def test_second_factor_is_asked_here_all_the_same(client, dinas, settings):
    settings.FAKTOR_KEDUA = True
    pengguna = orang(staf=True, email="sri@contoh.example")
    pasang(client, pengguna)
    client.logout()

    assert pergi_dan_kembali(client).url == reverse("mfa_authenticate")
    assert client.get("/").status_code == 302


def test_who_has_none_is_led_to_putting_one_on(client, dinas, settings):
    settings.FAKTOR_KEDUA = True
    orang(staf=True, email="sri@contoh.example")
    pergi_dan_kembali(client)

    assert client.get("/").url == reverse("mfa_activate_totp")


def test_a_provider_that_asks_for_it_itself_is_trusted_when_set_so(client, dinas, settings):
    settings.FAKTOR_KEDUA = settings.OIDC_FAKTOR_KEDUA = True
    pengguna = orang(staf=True, email="sri@contoh.example")
    pasang(client, pengguna)
    client.logout()

    assert pergi_dan_kembali(client).url == "/"
    assert client.get("/").status_code == 200


def test_who_changes_their_mind_or_brings_a_foreign_state_comes_back_with_a_sentence(client, dinas):
    PenggunaFactory(email="sri@contoh.example")
    dinas.batal = True
    assert pergi_dan_kembali(client).url == reverse("account_login")

    dinas.batal = False
    sana = client.post(MASUK)
    kembali = requests.get(sana.url, allow_redirects=False, timeout=10).headers["Location"]
    client.cookies.clear()
    jawaban = client.get(kembali.removeprefix("http://testserver"))
    assert jawaban.url == reverse("account_login")
    assert "tidak selesai" in client.get(jawaban.url).content.decode()


def test_provider_that_does_not_answer_leaves_the_sandi(client, dinas, settings):
    apps = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
    apps[0]["settings"]["server_url"] = "http://127.0.0.1:9"

    jawaban = client.post(MASUK)

    assert jawaban.url == reverse("account_login")


def test_no_address_alone_signs_anybody_in_nor_leads_outside(client, dinas):
    PenggunaFactory(email="sri@contoh.example")

    assert client.get(MASUK).url == reverse("account_login")
    assert pergi_dan_kembali(client, next="https://pancingan.example/").url == "/"


@pytest.mark.parametrize(
    ("alamat", "rahasia", "baik"),
    [
        ("", "", True),
        ("https://masuk.contoh.example", RAHASIA, True),
        ("http://masuk.contoh.example", RAHASIA, False),
        ("https://masuk.contoh.example", "", False),
    ],
)
def test_site_does_not_start_with_a_provider_that_cannot_be_trusted(
    settings, alamat, rahasia, baik
):
    settings.OIDC_ALAMAT = alamat
    klien = {"client_id": KLIEN, "secret": rahasia}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [klien]}}

    assert (periksa_sso() == []) == baik
