"""Guessing: slowed per account and per address, no lock that keeps the owner out, nothing told."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from inti.antrean import jalankan_antrean
from inti.models import PermintaanSandi
from inti.services import permintaan_sandi
from tests.inti.test_faktor_kedua import SANDI, kode, masuk, orang, pasang

pytestmark = pytest.mark.django_db
MASUK, LUPA = reverse("account_login"), reverse("account_reset_password")


@pytest.fixture(autouse=True)
def bersih():
    cache.clear()


def coba(klien, nama, sandi="sandi-yang-keliru", **tajuk):
    return klien.post(MASUK, {"login": nama, "password": sandi}, **tajuk)


def serbu(nama, banyak=30):
    """Wrong passwords for one name, each from another address."""
    for n in range(banyak):
        jawaban = coba(Client(), nama, REMOTE_ADDR=f"198.51.100.{n}")
    return jawaban


def test_burst_on_an_account_is_refused_even_with_the_right_sandi_until_the_window_is_over():
    korban, lain = orang(), orang()
    serbu(korban.username)

    assert coba(Client(), korban.username, SANDI, REMOTE_ADDR="203.0.113.1").status_code == 200
    assert coba(Client(), lain.username, SANDI, REMOTE_ADDR="203.0.113.2").status_code == 302
    with time_machine.travel(timezone.now() + timedelta(minutes=6), tick=False):
        assert coba(Client(), korban.username, SANDI, REMOTE_ADDR="203.0.113.1").status_code == 302


def test_owner_signs_in_from_the_usual_device_all_the_while():
    korban, biasa = orang(email="ketua@contoh.example"), Client()
    coba(biasa, korban.username, SANDI)
    biasa.post(reverse("account_logout"))
    serbu(korban.username)
    serbu(korban.email)

    assert coba(biasa, korban.username, SANDI).status_code == 302
    biasa.post(reverse("account_logout"))
    assert coba(biasa, "KETUA@contoh.example", SANDI).status_code == 302


def test_a_known_device_is_limited_as_well_and_is_known_for_its_owner_only():
    korban, penyerang = orang(), orang()
    klien = Client()
    coba(klien, penyerang.username, SANDI)
    klien.post(reverse("account_logout"))
    serbu(korban.username)
    assert coba(klien, korban.username, SANDI).status_code == 200

    for _ in range(6):
        coba(klien, penyerang.username)
    assert coba(klien, penyerang.username, SANDI).status_code == 200


def test_one_address_that_sprays_many_names_is_refused():
    pengguna, penyerang = orang(), Client()
    for n in range(30):
        coba(penyerang, f"nama-{n}", REMOTE_ADDR="198.51.100.9")

    coba(penyerang, pengguna.username, SANDI, REMOTE_ADDR="198.51.100.9")
    assert penyerang.get("/").status_code == 302
    assert coba(Client(), pengguna.username, SANDI, REMOTE_ADDR="203.0.113.1").status_code == 302


@pytest.mark.parametrize("proksi", [0, 1])
def test_a_forged_address_gives_no_new_counter(settings, proksi):
    """Without a proxy the header counts for nothing; behind one only what the proxy added does."""
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proksi
    for n in range(40):
        palsu = f"10.0.0.{n}" if proksi == 0 else f"10.0.0.{n}, 198.51.100.9"
        jawaban = coba(Client(), f"nama-{n}", headers={"x-forwarded-for": palsu})

    assert jawaban.status_code == 429


def test_code_of_the_second_factor_cannot_be_guessed_in_bulk(client, settings):
    settings.FAKTOR_KEDUA = True
    pengguna = orang(staf=True)
    rahasia = pasang(client, pengguna)
    penyerang = Client()
    masuk(penyerang, pengguna)
    for n in range(8):
        penyerang.post(reverse("mfa_authenticate"), {"code": f"{n:06}"})

    penyerang.post(reverse("mfa_authenticate"), {"code": kode(rahasia, 1)})
    assert penyerang.get("/").status_code == 302


# --- Nothing tells who has an account ---------------------------------------------------------


def kerja(klien, alamat, isi):
    """What the answer was, and the statements and password hashes that it took."""
    hash_ = MD5PasswordHasher.encode
    dihitung = []

    def encode(self, password, salt):
        dihitung.append(password)
        return hash_(self, password, salt)

    with pytest.MonkeyPatch.context() as tambal, CaptureQueriesContext(connection) as sql:
        tambal.setattr(MD5PasswordHasher, "encode", encode)
        jawaban = klien.post(alamat, isi)
    pertanyaan = [satu["sql"].split("VALUES")[0].split("WHERE")[0] for satu in sql]
    return jawaban, pertanyaan, len(dihitung)


def test_asking_for_a_link_does_the_same_work_for_known_and_unknown():
    pengguna, tertutup = orang(), orang(is_active=False)
    hasil = [
        kerja(Client(), LUPA, {"email": alamat})
        for alamat in (pengguna.email, tertutup.email, "tak-ada@contoh.example")
    ]

    assert len({(j.status_code, j.url) for j, _, _ in hasil}) == 1
    assert hasil[0][1:] == hasil[1][1:] == hasil[2][1:]


def test_signing_in_says_the_same_and_hashes_as_often_for_known_and_unknown():
    pengguna, tanpa_sandi = orang(), orang()
    tanpa_sandi.set_unusable_password()
    tanpa_sandi.save()
    hasil = {}
    for nama in (pengguna.username, tanpa_sandi.username, "tak-ada", "tak-ada@contoh.example"):
        isi = {"login": nama, "password": "keliru"}
        jawaban, _, hash_ = kerja(Client(), MASUK, isi)
        hasil[nama] = jawaban.status_code, str(jawaban.context["form"].errors), hash_

    assert len(set(hasil.values())) == 1
    assert hasil[pengguna.username][2] == 1


def test_request_for_a_link_is_forgotten_after_a_day():
    Client().post(LUPA, {"email": "tak-ada@contoh.example"})
    jalankan_antrean()

    assert permintaan_sandi.bersihkan(uji_coba=True) == 0
    with time_machine.travel(timezone.now() + timedelta(hours=25)):
        assert permintaan_sandi.bersihkan(uji_coba=False) == 1
    assert not PermintaanSandi.objects.exists()
