"""Passkeys, with the browser's own virtual device."""

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.urls import reverse
from playwright.sync_api import expect

from inti.models import JejakAudit, Pengguna
from tests.factories.inti import PenggunaFactory

SANDI = "rangkaian-kata-yang-panjang"
ALAT = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def orang(situs, settings):
    settings.FAKTOR_KEDUA = True
    cache.clear()
    satu = PenggunaFactory(ketua=True, username="ketua-baru")
    satu.set_password(SANDI)
    satu.save()
    return satu


@pytest.fixture
def alat(page):
    """A device with a fingerprint reader, by name of its id."""
    cdp = page.context.new_cdp_session(page)
    cdp.send("WebAuthn.enable")
    return cdp, cdp.send("WebAuthn.addVirtualAuthenticator", {"options": ALAT})["authenticatorId"]


@pytest.fixture
def di_localhost(situs):
    """A passkey belongs to a name, never to a number."""
    return situs.replace("127.0.0.1", "localhost")


def pasang(page, situs, nama):
    page.goto(f"{situs}{reverse('mfa_add_webauthn')}")
    page.fill("[name=name]", nama)
    page.click("[data-passkey-ask]")
    page.wait_for_url(lambda url: "kunci/pasang" not in url)


def test_passkey_is_put_on_signs_in_alone_answers_a_decision_and_comes_off(
    page, di_localhost, orang, alat, masuk, assert_axe_clean
):
    masuk(di_localhost, orang.username, SANDI)
    expect(page.get_by_role("heading", level=1)).to_have_text("Pasang faktor kedua")
    pasang(page, di_localhost, "Laptop kantor")
    # Now that there is one, the recovery codes ask for the password.
    expect(page.get_by_role("heading", level=1)).to_have_text("Masukkan kata sandi lagi")
    page.goto(di_localhost)
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Pasang faktor kedua")

    # As the second factor, after the password.
    masuk(di_localhost, orang.username, SANDI)
    expect(page.get_by_role("heading", level=1)).to_have_text("Kode masuk")
    assert_axe_clean(page)
    page.click("[data-passkey-ask]")
    page.wait_for_url(f"{di_localhost}/")

    # Alone, without a name or a password.
    page.context.clear_cookies()
    page.goto(f"{di_localhost}/masuk/")
    page.click("[data-passkey-ask]")
    page.wait_for_url(f"{di_localhost}/")

    # Asked again, before something sensitive.
    page.goto(f"{di_localhost}{reverse('mfa_reauthenticate_webauthn')}?next=/pesan/")
    page.click("[data-passkey-ask]")
    page.wait_for_url(f"{di_localhost}/pesan/")

    page.goto(f"{di_localhost}{reverse('mfa_index')}")
    expect(page.get_by_role("cell", name="Laptop kantor", exact=True)).to_be_visible()
    assert_axe_clean(page)
    page.get_by_role("link", name="Lepas Laptop kantor").click()
    page.get_by_role("button", name="Lepas kunci sandi").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Pasang faktor kedua")
    assert not Authenticator.objects.exists()
    aksi = JejakAudit.objects.filter(pelaku=orang).values_list("aksi", flat=True)
    assert {"kunci_sandi.pasang", "kunci_sandi.lepas"} <= set(aksi)


def test_a_device_that_does_not_know_its_owner_does_not_sign_in_alone(
    page, di_localhost, orang, alat, masuk
):
    masuk(di_localhost, orang.username, SANDI)
    pasang(page, di_localhost, "Ponsel")
    cdp, nomor = alat
    cdp.send("WebAuthn.setUserVerified", {"authenticatorId": nomor, "isUserVerified": False})
    page.context.clear_cookies()

    page.goto(f"{di_localhost}/masuk/")
    page.click("[data-passkey-ask]")

    expect(page.get_by_role("status")).to_contain_text("tidak terbaca")
    page.goto(di_localhost)
    assert "/masuk/" in page.url


def test_a_closed_account_does_not_sign_in_with_its_passkey(page, di_localhost, orang, alat, masuk):
    masuk(di_localhost, orang.username, SANDI)
    pasang(page, di_localhost, "Ponsel")
    Pengguna.objects.filter(pk=orang.pk).update(is_active=False)
    page.context.clear_cookies()

    page.goto(f"{di_localhost}/masuk/")
    page.click("[data-passkey-ask]")
    page.wait_for_url("**/akun/nonaktif/")
