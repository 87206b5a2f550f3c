"""The second factor: who must have one, signing in with it, losing it, and at a decision."""

import re
import time
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from inti.models import JejakAudit, Notifikasi, Pengguna
from inti.putusan import AturanDilanggar
from inti.services import akun, faktor_kedua, notifikasi
from tests.factories.inti import JabatanFactory, PenggunaFactory, beri_kursi
from tests.factories.laporan import ketua, laporan_terkirim, menunggu, sha256_bundel

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


@pytest.mark.django_db(transaction=True)
def test_who_is_invited_makes_a_sandi_and_puts_one_on(client, mailoutbox):
    """From the link in the mail to the first page, signing in by e-mail address."""
    jabatan = JabatanFactory()
    baru = {"nama": "Rina", "username": "rina", "email": "rina@contoh.example"}
    orang = akun.buat(baru, jabatan=jabatan, oleh=PenggunaFactory(admin=True))
    notifikasi.kirim_antrean()
    tautan = re.search(r"/akun/sandi/lupa/\S+/", mailoutbox[0].body)[0]
    formulir = client.get(tautan, follow=True)
    isi = {"password1": SANDI, "password2": SANDI}
    client.post(formulir.redirect_chain[-1][0], isi)
    client.post(reverse("account_login"), {"login": orang.email, "password": SANDI})

    halaman = client.get("/", follow=True)
    rahasia = halaman.context["form"].secret
    sesudah = client.post(PASANG, {"code": kode(rahasia)}, follow=True)

    assert halaman.redirect_chain[-1][0] == PASANG
    assert sesudah.status_code == 200
    assert "Kode pemulihan" in sesudah.text
    assert client.get("/").status_code == 200


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


def test_a_seat_given_meanwhile_asks_in_the_session_that_is_open(client):
    pengguna = orang(pd=True)
    masuk(client, pengguna)
    assert client.get("/pesan/").status_code == 200

    beri_kursi(pengguna, "ketua")

    assert client.get("/pesan/").url == PASANG


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


def test_who_runs_the_server_lets_a_locked_out_administrator_in_again(client, settings):
    """As after a restore without the SECRET_KEY of old: there is no administrator who could."""
    admin = orang(admin=True)
    pasang(client, admin)
    settings.SECRET_KEY = "kunci-yang-lain"

    call_command("cabut_faktor_kedua", admin.username, alasan="SECRET_KEY hilang.")

    baru = Client()
    pasang(baru, admin)
    assert baru.get("/").status_code == 200
    jejak = JejakAudit.objects.get(aksi="faktor_kedua.cabut")
    assert (jejak.pelaku_nama, jejak.perubahan) == ("Sistem", {"alasan": "SECRET_KEY hilang."})
    assert Notifikasi.objects.get(subjek__contains="dicabut").isi.startswith("Pengelola server")


@pytest.mark.parametrize(
    ("nama", "alasan", "sebab"),
    [("tidak-ada", "x", "Tidak ada akun"), ("rina", " ", "alasannya"), ("rina", "x", "belum mem")],
)
def test_it_is_not_taken_off_nobody_or_for_no_reason(nama, alasan, sebab):
    orang(username="rina")

    with pytest.raises(CommandError, match=sebab):
        call_command("cabut_faktor_kedua", nama, alasan=alasan)


def test_a_decision_asks_who_it_is_and_goes_on_afterwards(client):
    laporan, pengguna = laporan_terkirim(baris=2), ketua()
    pengguna.set_password(SANDI)
    pengguna.save()
    pasang(client, pengguna)
    meja = reverse("pelaporan:meja-ketua-laporan", args=[laporan.pk])
    putusan = {f"putusan_{satu.pk}": "setujui" for satu in menunggu(laporan)}

    tanya = client.post(meja, {"sha256_bundel": sha256_bundel(laporan)} | putusan)
    assert tanya.url.startswith(reverse("account_reauthenticate"))
    client.post(tanya.url, {"password": "bukan-sandinya-ini", "next": meja})
    laporan.refresh_from_db()
    assert laporan.status == "dikirim"
    client.post(tanya.url, {"password": SANDI, "next": meja})

    laporan.refresh_from_db()
    assert (laporan.status, laporan.diputuskan_oleh) == ("disetujui", pengguna)


@pytest.mark.parametrize(
    "nama",
    ["mfa_index", "mfa_activate_totp", "mfa_generate_recovery_codes", "usersessions_list"],
)
def test_pages_open(client, settings, nama):
    settings.FAKTOR_KEDUA = False
    masuk(client, orang())

    assert client.get(reverse(nama)).status_code == 200


@pytest.mark.parametrize("lama", [True, False])
def test_putting_one_on_asks_who_it_is_again_unless_just_signed_in(client, lama):
    pengguna = orang(mitra=True)
    client.force_login(pengguna)
    rahasia = client.get(PASANG).context["form"].secret
    if lama:
        Pengguna.objects.filter(pk=pengguna.pk).update(
            last_login=timezone.now() - timedelta(hours=1)
        )

    jawaban = client.post(PASANG, {"code": kode(rahasia)})

    assert jawaban.url.startswith(reverse("account_reauthenticate")) is lama
    assert Authenticator.objects.filter(user=pengguna, type="totp").exists() is not lama


def test_taking_the_second_factor_off_asks_who_it_is_again(client):
    pengguna = orang(mitra=True)
    pasang(client, pengguna)
    lain = Client()
    lain.force_login(pengguna)

    jawaban = lain.post(reverse("mfa_deactivate_totp"))

    assert jawaban.url.startswith(reverse("account_reauthenticate"))
    assert Authenticator.objects.filter(user=pengguna, type=Authenticator.Type.TOTP).exists()
