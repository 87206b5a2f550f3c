"""Passkeys: put on, signing in with and without a password, asked at a decision, taken off."""

import json

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from inti.models import JejakAudit, Pengguna
from inti.services import faktor_kedua
from tests.factories.inti import PenggunaFactory, aksi_tercatat
from tests.inti.test_faktor_kedua import SANDI, masuk, orang
from tests.support.kunci_sandi import KunciSandi

pytestmark = pytest.mark.django_db
PASANG, KODE = reverse("mfa_add_webauthn"), reverse("mfa_authenticate")
MASUK, ULANG = reverse("mfa_login_webauthn"), reverse("mfa_reauthenticate_webauthn")


@pytest.fixture(autouse=True)
def wajib(settings):
    settings.FAKTOR_KEDUA = True
    cache.clear()


@pytest.fixture
def klien():
    """A passkey belongs to a name: the tests' own host has none that browsers would take."""
    return Client(SERVER_NAME="localhost")


def pasang(klien, pengguna, nama="Laptop", **sifat):
    masuk(klien, pengguna)
    kunci = KunciSandi(**sifat)
    tanya = json.loads(json.dumps(dict(klien.get(PASANG).context["js_data"]), default=dict))
    klien.post(PASANG, {"name": nama, "credential": kunci.buat(tanya)})
    return kunci


def tanya(klien, alamat):
    """The question of a page, as it stands in its JSON script."""
    isi = klien.get(alamat).content.decode()
    return json.loads(
        isi.partition('<script type="application/json">')[2].partition("</script>")[0]
    )


def masuk_dengan(klien, kunci):
    pertanyaan = klien.get(MASUK, headers={"accept": "application/json"}).json()
    return klien.post(MASUK, {"credential": kunci.jawab(pertanyaan)})


def test_passkey_is_the_second_factor_that_a_role_needs(klien):
    pengguna = orang(ketua=True)
    pasang(klien, pengguna, "Laptop kantor")

    assert klien.get("/").status_code == 200
    assert "Laptop kantor" in klien.get(reverse("mfa_index")).content.decode()
    assert "kunci_sandi.pasang" in aksi_tercatat()


def test_after_the_password_the_passkey_lets_in_and_another_does_not(klien):
    pengguna = orang(staf=True)
    kunci = pasang(klien, pengguna)
    lain = Client(SERVER_NAME="localhost")
    masuk(lain, pengguna)

    palsu = KunciSandi()
    palsu.nomor, palsu.pemilik = kunci.nomor, kunci.pemilik
    ditolak = lain.post(KODE, {"credential": palsu.jawab(tanya(lain, KODE))})
    assert ditolak.status_code == 200
    assert lain.get("/").status_code == 302
    lain.post(KODE, {"credential": kunci.jawab(tanya(lain, KODE))})
    assert lain.get("/").status_code == 200


def test_an_answer_is_good_once_and_for_this_site_only(klien):
    pengguna = orang(staf=True)
    kunci = pasang(klien, pengguna)
    lain = Client(SERVER_NAME="localhost")
    pertanyaan = lain.get(MASUK, headers={"accept": "application/json"}).json()
    jawaban = kunci.jawab(pertanyaan)
    lain.post(MASUK, {"credential": jawaban})
    assert lain.get("/").status_code == 200
    lain.post(reverse("account_logout"))
    lain.post(MASUK, {"credential": jawaban})
    assert lain.get("/").status_code == 302

    kunci.asal = "http://pancingan.example"
    masuk_dengan(lain, kunci)
    assert lain.get("/").status_code == 302


def test_passkey_alone_signs_in_and_asks_for_no_second_factor(klien):
    kunci = pasang(klien, orang(staf=True))
    lain = Client(SERVER_NAME="localhost")

    assert masuk_dengan(lain, kunci).url == "/"
    assert lain.get("/").status_code == 200


def test_a_key_that_does_not_know_its_owner_is_a_second_factor_only(klien):
    pengguna = orang(staf=True)
    kunci = pasang(klien, pengguna, mengenal=False)
    lain = Client(SERVER_NAME="localhost")

    halaman = masuk_dengan(lain, kunci)
    assert halaman.url == reverse("account_login")
    assert "tidak dikenal di sini" in lain.get(halaman.url).content.decode()
    masuk(lain, pengguna)
    lain.post(KODE, {"credential": kunci.jawab(tanya(lain, KODE))})
    assert lain.get("/").status_code == 200


def test_a_closed_account_does_not_sign_in(klien):
    pengguna = orang(staf=True)
    kunci = pasang(klien, pengguna)
    Pengguna.objects.filter(pk=pengguna.pk).update(is_active=False)
    lain = Client(SERVER_NAME="localhost")

    assert masuk_dengan(lain, kunci).url == reverse("account_inactive")
    assert lain.get("/").status_code == 302


def test_a_decision_asks_for_the_passkey_and_goes_on_afterwards(klien):
    pengguna = orang(ketua=True)
    kunci = pasang(klien, pengguna)
    meja = reverse("pelaporan:meja-ketua-laporan", args=[999_999])

    klien.post(meja, {"putusan": "setujui"})
    salah = klien.post(f"{ULANG}?next={meja}", {"credential": "{}", "next": meja})
    assert salah.status_code == 200
    jawaban = kunci.jawab(tanya(klien, f"{ULANG}?next={meja}"))
    lanjut = klien.post(f"{ULANG}?next={meja}", {"credential": jawaban, "next": meja})

    assert lanjut.status_code == 404  # what was sent has reached the desk, and found no report


def test_taking_the_last_one_off_leads_to_putting_on_the_next(klien):
    pengguna = orang(staf=True)
    pasang(klien, pengguna, "Lama")
    klien.post(reverse("account_reauthenticate"), {"password": SANDI})
    nomor = Authenticator.objects.get(type="webauthn").pk

    klien.post(reverse("mfa_edit_webauthn", args=[nomor]), {"name": "Baru"})
    assert "Baru" in klien.get(reverse("mfa_remove_webauthn", args=[nomor])).content.decode()
    klien.post(reverse("mfa_remove_webauthn", args=[nomor]))

    assert not Authenticator.objects.exists()
    assert klien.get("/").url == reverse("mfa_activate_totp")
    assert list(
        JejakAudit.objects.filter(aksi__startswith="kunci_sandi").order_by("pk")
        .values_list("aksi", "perubahan")
    ) == [
        ("kunci_sandi.pasang", {"nama": "Lama"}),
        ("kunci_sandi.ganti_nama", {"nama": "Baru"}),
        ("kunci_sandi.lepas", {"nama": "Baru"}),
    ]  # fmt: skip


def test_the_key_of_another_is_not_there(klien):
    pemilik = orang(staf=True)
    pasang(klien, pemilik)
    nomor = Authenticator.objects.get(type="webauthn").pk
    lain = Client(SERVER_NAME="localhost")
    pasang(lain, orang(staf=True))
    lain.post(reverse("account_reauthenticate"), {"password": SANDI})

    for nama in ("mfa_edit_webauthn", "mfa_remove_webauthn"):
        assert lain.post(reverse(nama, args=[nomor]), {"name": "x"}).status_code == 404


def test_administrator_takes_it_off_for_who_lost_the_device(klien):
    pengguna = orang(staf=True)
    pasang(klien, pengguna)

    faktor_kedua.cabut(pengguna.pk, alasan="Laptop hilang.", oleh=PenggunaFactory(admin=True))

    assert not Authenticator.objects.exists()
