"""Screens left alone, and passwords with a last day (Peraturan BSSN 4/2021)."""

import json
from datetime import timedelta
from itertools import pairwise

import pytest
import time_machine
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from inti.models import RiwayatSandi
from inti.sandi import BSSNValidator
from tests.factories.inti import PenggunaFactory
from tests.inti.test_faktor_kedua import SANDI, masuk, orang

pytestmark = pytest.mark.django_db
ULANG = reverse("account_reauthenticate")
GANTI = reverse("account_change_password")


@pytest.fixture(autouse=True)
def bersih():
    cache.clear()


@pytest.fixture
def diam(settings):
    settings.DIAM_MENIT, settings.DIAM_PEMUTUS_MENIT = 30, 15


def nanti(menit):
    return time_machine.travel(timezone.now() + timedelta(minutes=menit), tick=False)


@pytest.mark.parametrize(
    ("peran", "menit", "ditanya"),
    [("mitra", 29, False), ("mitra", 31, True), ("ketua", 14, False), ("ketua", 16, True)],
)
def test_screen_left_alone_asks_who_sits_before_it(client, diam, peran, menit, ditanya):
    masuk(client, orang(**{peran: True}))

    with nanti(menit):
        jawaban = client.get(reverse("pesan-daftar"))

    assert jawaban.status_code == (302 if ditanya else 200)
    if ditanya:
        assert jawaban.url == f"{ULANG}?next=%2Fpesan%2F"


def test_session_in_use_ends_twelve_hours_after_signing_in(client, diam):
    masuk(client, orang(mitra=True))
    alamat = reverse("pesan-daftar")

    for menit in range(25, 12 * 60, 25):
        with nanti(menit):
            assert client.get(alamat).status_code == 200, menit

    with nanti(12 * 60 + 1):
        jawaban = client.get(alamat)
        assert jawaban.url == f"{reverse('account_login')}?next=/pesan/"
        assert "_auth_user_id" not in client.session


def test_what_was_typed_goes_on_after_saying_who_one_is(client, diam):
    pengguna = orang(admin=True)
    masuk(client, pengguna)
    isi = {"nama": "Budi Santosa", "email": "budi@contoh.example", "jabatan": ""}

    with nanti(40):
        tanya = client.post(reverse("akun-tambah"), isi)
        assert not type(pengguna).objects.filter(nama="Budi Santosa").exists()
        client.post(tanya.url, {"password": SANDI, "next": reverse("akun-tambah")})
        assert type(pengguna).objects.filter(nama="Budi Santosa").exists()
        assert client.get(reverse("pesan-daftar")).status_code == 200


def test_use_moves_the_moment_on(client, diam):
    masuk(client, orang(mitra=True))

    for menit in (20, 40, 60):
        with nanti(menit):
            assert client.get(reverse("pesan-daftar")).status_code == 200


def test_what_a_page_sends_by_itself_is_neither_asked_nor_taken_for_use(client, diam):
    masuk(client, orang(mitra=True))
    with nanti(25):
        assert client.get("/pesan/", headers={"hx-request": "true"}).status_code == 200
    with nanti(40):
        assert client.get("/pesan/", headers={"sec-fetch-mode": "cors"}).status_code == 200
        assert client.get("/pesan/").status_code == 302


def test_who_cannot_say_who_they_are_signs_in_again(client, diam):
    client.force_login(PenggunaFactory(mitra=True))
    client.get("/pesan/")

    with nanti(40):
        assert client.get("/pesan/").url == f"{reverse('account_login')}?next=/pesan/"
        assert client.get("/pesan/").status_code == 302


def test_switched_off_it_asks_nobody(client, settings):
    settings.DIAM_MENIT = 0
    masuk(client, orang(mitra=True))

    with nanti(600):
        assert client.get("/pesan/").status_code == 200


# --- SANDI_MODE=bssn --------------------------------------------------------------------------


@pytest.fixture
def bssn(settings):
    settings.SANDI_MODE, settings.SANDI_UMUR_HARI, settings.SANDI_RIWAYAT = "bssn", 90, 3


@pytest.mark.parametrize(
    ("sandi", "kurang"),
    [
        ("rangkaian-kata-1", "huruf besar"),
        ("RANGKAIAN-KATA-1", "huruf kecil"),
        ("Rangkaian-Kata", "angka"),
        ("RangkaianKata1", "tanda baca"),
    ],
)
def test_composition_is_asked_for_in_that_mode_only(bssn, settings, sandi, kurang):
    with pytest.raises(ValidationError, match=kurang):
        BSSNValidator().validate(sandi)

    settings.SANDI_MODE = ""
    BSSNValidator().validate(sandi)


def ganti(client, lama, baru):
    isi = {"oldpassword": lama, "password1": baru, "password2": baru}
    return client.post(GANTI, isi)


def test_past_its_last_day_every_page_leads_to_a_new_sandi(client, bssn):
    pengguna = orang(mitra=True)
    with nanti(91 * 24 * 60):
        masuk(client, pengguna)
        assert client.get("/pesan/").url == GANTI
        assert "huruf besar" in client.get(GANTI).content.decode()
        ganti(client, SANDI, "Rangkaian-Kata-Baru-1")
        isi = {"login": pengguna.username, "password": "Rangkaian-Kata-Baru-1"}
        client.post(reverse("account_login"), isi)
        assert client.get("/pesan/").status_code == 200


def test_form_that_meets_the_last_day_waits_until_there_is_a_new_sandi(client, bssn):
    pengguna, alamat = orang(admin=True), reverse("akun-tambah")
    isi, baru = {"nama": "Budi", "email": "budi@contoh.example"}, "Rangkaian-Kata-Baru-1"
    with nanti(90 * 24 * 60 - 5) as jam:
        masuk(client, pengguna)
        jam.shift(timedelta(minutes=10))
        assert client.post(alamat, isi).url == GANTI
        assert "isiannya kembali ke formulirnya" in client.get(GANTI).text
        jawaban = ganti(client, SANDI, baru)
        pintu = client.get(jawaban.url).url
        client.post(pintu, {"login": pengguna.username, "password": baru})

        ada = client.get(alamat).context["isian_tertahan"]
        assert (jawaban.url, pintu) == (alamat, f"{reverse('account_login')}?next={alamat}")
        assert json.loads(ada.json()) == {n: [v] for n, v in isi.items()}


def test_sandi_is_changed_before_a_second_factor_is_put_on(client, bssn, settings):
    pengguna = orang(staf=True)
    masuk(client, pengguna)
    settings.FAKTOR_KEDUA = True
    assert client.get(GANTI).url == reverse("mfa_activate_totp")
    with nanti(91 * 24 * 60):
        client.force_login(pengguna)
        assert client.get("/pesan/").url == GANTI
        assert client.get(GANTI).status_code == 200


def test_after_a_new_sandi_one_comes_home(client):
    masuk(client, orang(mitra=True))

    assert ganti(client, SANDI, "rangkaian-kata-lain-lagi").url == "/"


def test_the_last_ones_do_not_come_back_and_no_more_are_kept(client, bssn):
    pengguna = orang(mitra=True)
    semua = [SANDI, *(f"Rangkaian-Kata-{n}!" for n in range(5))]
    for lama, baru in pairwise(semua):
        client.post(reverse("account_login"), {"login": pengguna.username, "password": lama})
        ganti(client, lama, baru)
        cache.clear()  # changing it has a limit of its own
    client.post(reverse("account_login"), {"login": pengguna.username, "password": semua[-1]})

    assert RiwayatSandi.objects.filter(pengguna=pengguna).count() == 3
    assert "3 terakhir" in ganti(client, semua[-1], semua[-2]).content.decode()
    assert ganti(client, semua[-1], semua[1]).status_code == 302


def test_without_that_mode_no_sandi_grows_old_and_none_is_kept(client):
    masuk(client, orang(mitra=True))
    with nanti(11 * 60):
        ganti(client, SANDI, "rangkaian-kata-lain-lagi")

    assert not RiwayatSandi.objects.exists()
