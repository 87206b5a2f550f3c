"""A form that was sent after the session had ended: its writer gets it back, nobody else does."""

import json
import re
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from inti import tertahan
from inti.models import Pengguna
from inti.services import akun
from inti.views.galat import SESI_BERGANTI
from tests.inti.test_faktor_kedua import SANDI, masuk, orang

pytestmark = pytest.mark.django_db
TAMBAH = reverse("akun-tambah")
PINTU = reverse("account_login")
ULANG = reverse("account_reauthenticate")
ISI = {"nama": "Budi Santosa", "email": "budi@contoh.example", "jabatan": ""}


@pytest.fixture(autouse=True)
def bersih(settings):
    settings.FAKTOR_KEDUA = False
    cache.clear()


@pytest.fixture
def admin(client):
    pengguna = orang(admin=True)
    masuk(client, pengguna)
    return pengguna


def nanti(**lama):
    return time_machine.travel(timezone.now() + timedelta(**lama), tick=False)


def berakhir(client):
    """The session is gone on the server, as after twelve hours or from another device."""
    client.session.flush()


def isian(client, alamat=TAMBAH):
    """What the page gives back, by name."""
    ada = client.get(alamat).context["isian_tertahan"]
    return {n: nilai[-1] for n, nilai in json.loads(ada.json()).items()} if ada else {}


def test_the_same_account_gets_it_back_and_nothing_is_saved_by_that(client, admin):
    berakhir(client)

    jawaban = client.post(TAMBAH, ISI)
    pintu = client.get(jawaban.url)
    kembali = client.post(jawaban.url, {"login": admin.username, "password": SANDI, "next": TAMBAH})

    assert jawaban.url == f"{PINTU}?next={TAMBAH}"
    assert "isiannya kembali ke formulirnya" in pintu.text
    assert kembali.url == TAMBAH
    assert isian(client) == ISI
    assert "Budi Santosa" in client.get(TAMBAH).text
    assert not Pengguna.objects.filter(nama="Budi Santosa").exists()


def test_session_that_is_twelve_hours_old_keeps_it_too(client, admin):
    with nanti(hours=12, minutes=1):
        jawaban = client.post(TAMBAH, ISI)
        assert "_auth_user_id" not in client.session
        masuk(client, admin)

        assert jawaban.url == f"{PINTU}?next={TAMBAH}"
        assert isian(client) == ISI


def test_another_account_never_gets_it_and_it_is_gone(client, admin):
    berakhir(client)
    client.post(TAMBAH, ISI)

    masuk(client, orang(admin=True))

    assert isian(client) == {}
    assert tertahan.KUNCI not in client.session
    client.logout()
    masuk(client, admin)
    assert isian(client) == {}


def test_whose_it_is_is_asked_again_when_it_is_shown(client, admin):
    client.logout()
    masuk(client, lain := orang(admin=True))
    sesi = client.session
    sesi[tertahan.KUNCI] = satu(admin)._asdict()
    sesi.save()

    assert isian(client) == {}
    sesi = client.session
    sesi[tertahan.KUNCI] = satu(lain)._asdict()
    sesi.save()
    assert isian(client) == ISI


def satu(pengguna):
    isi = {n: [v] for n, v in ISI.items()}
    pemilik = tertahan.perangkat.sidik(pengguna)
    return tertahan.Isian(pemilik, timezone.now().timestamp(), TAMBAH, TAMBAH, isi, [])


def test_another_tab_goes_on_after_the_session_got_another_number(admin):
    """The two share their cookies, and the page of the other tab has its own token."""
    klien = Client(enforce_csrf_checks=True)
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', klien.get(PINTU).text)[1]
    klien.post(PINTU, {"login": admin.username, "password": SANDI, "csrfmiddlewaretoken": token})
    satu, dua = (
        re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', klien.get(alamat).text)[1]
        for alamat in (ULANG, TAMBAH)
    )

    klien.post(ULANG, {"password": SANDI, "csrfmiddlewaretoken": satu})
    jawaban = klien.post(TAMBAH, ISI | {"csrfmiddlewaretoken": dua})

    assert jawaban.status_code == 302
    assert Pengguna.objects.filter(nama="Budi Santosa").exists()


def test_form_of_another_tab_that_crosses_the_new_number_waits(client, admin):
    nama = settings.SESSION_COOKIE_NAME
    lama = client.cookies[nama].value
    client.post(ULANG, {"password": SANDI})
    assert client.cookies[nama].value != lama

    client.cookies[nama] = lama  # it was on its way when the answer came
    jawaban = client.post(TAMBAH, ISI)

    assert jawaban.url == f"{PINTU}?next={TAMBAH}"
    assert "isiannya kembali ke formulirnya" in client.get(jawaban.url).text
    masuk(client, admin)
    assert isian(client) == ISI


def test_form_whose_session_ends_while_it_is_written_says_to_look(client, admin, monkeypatch):
    semula = akun.buat

    def buat(*args, **kwargs):
        Session.objects.all().delete()
        return semula(*args, **kwargs)

    monkeypatch.setattr(akun, "buat", buat)
    jawaban = client.post(TAMBAH, ISI)

    assert jawaban.status_code == 400
    assert SESI_BERGANTI in jawaban.text


def test_it_waits_an_hour(client, admin):
    berakhir(client)
    client.post(TAMBAH, ISI)
    masuk(client, admin)

    with nanti(minutes=59):
        assert isian(client) == ISI
    with nanti(minutes=61):
        assert isian(client) == {}
    assert isian(client) == {}


def test_neither_sandi_nor_token_is_kept(client, admin):
    berakhir(client)
    rahasia = {"password1": "rahasia-sekali", "csrfmiddlewaretoken": "abc", "sandi_lama": "x"}

    client.post(TAMBAH, ISI | rahasia)

    assert client.session[tertahan.KUNCI]["isi"].keys() == ISI.keys()


@pytest.mark.parametrize("nama", ["account_change_password", "mfa_activate_totp"])
def test_forms_about_signing_in_are_never_kept(client, admin, nama):
    berakhir(client)

    client.post(reverse(nama), {"catatan": "apa pun", "code": "123456"})

    assert tertahan.KUNCI not in client.session


def test_files_do_not_wait_and_are_named(client, admin):
    berakhir(client)
    berkas = SimpleUploadedFile("surat tugas.pdf", b"%PDF-1.7 isi rahasia")

    jawaban = client.post(TAMBAH, ISI | {"surat": berkas})

    assert "berkasnya perlu dipilih lagi" in client.get(jawaban.url).text
    assert client.session[tertahan.KUNCI]["berkas"] == ["surat tugas.pdf"]
    assert "isi rahasia" not in str(dict(client.session))
    masuk(client, admin)
    assert "pilih lagi: surat tugas.pdf" in client.get(TAMBAH).text


def test_screen_left_alone_does_not_send_a_form_on_without_its_files(client, admin, settings):
    settings.DIAM_MENIT = 30
    ulang = reverse("account_reauthenticate")
    with nanti(minutes=40):
        jawaban = client.post(TAMBAH, ISI | {"surat": SimpleUploadedFile("a.pdf", b"%PDF-1.7")})
        kembali = client.post(jawaban.url, {"password": SANDI, "next": TAMBAH})

        assert jawaban.url.startswith(ulang)
        assert kembali.url == TAMBAH
        assert isian(client) == ISI
    assert not Pengguna.objects.filter(nama="Budi Santosa").exists()


@pytest.mark.parametrize(
    ("isi", "kuki"),
    [(ISI | {"nama": "x" * (tertahan.TERPANJANG + 1)}, True), (ISI, False)],
    ids=["too much", "nobody known"],
)
def test_what_cannot_be_kept_is_said(client, admin, settings, isi, kuki):
    berakhir(client)
    if not kuki:
        del client.cookies[settings.PERANGKAT_COOKIE_NAME]

    jawaban = client.post(TAMBAH, isi)

    assert "salin isian Anda" in client.get(jawaban.url).text
    assert tertahan.KUNCI not in client.session


def test_no_more_than_so_many_are_kept_in_a_minute(client, admin, monkeypatch):
    monkeypatch.setattr(tertahan, "PER_MENIT", 1)
    berakhir(client)
    client.post(TAMBAH, ISI)
    client.session.flush()

    client.post(TAMBAH, ISI)

    assert tertahan.KUNCI not in client.session


def test_what_another_site_sends_is_refused_before_it_is_kept(admin):
    teliti = Client(enforce_csrf_checks=True)
    teliti.cookies = Client().cookies

    jawaban = teliti.post(TAMBAH, ISI)

    assert jawaban.status_code == 403
    assert tertahan.KUNCI not in teliti.session


@pytest.mark.parametrize(
    "kepala", [{"hx-request": "true"}, {"sec-fetch-mode": "cors"}], ids=["htmx", "fetch"]
)
def test_what_a_page_sends_by_itself_is_not_kept(client, admin, kepala):
    berakhir(client)

    client.post(TAMBAH, ISI, headers=kepala)

    assert tertahan.KUNCI not in client.session


def test_sending_the_form_again_ends_the_waiting(client, admin):
    berakhir(client)
    client.post(TAMBAH, ISI)
    masuk(client, admin)
    client.get("/pesan/")
    assert isian(client) == ISI

    client.post(TAMBAH, ISI)

    assert tertahan.KUNCI not in client.session


@pytest.mark.parametrize(
    ("asal", "halaman"),
    [
        ("http://testserver/akun/?q=a", "/akun/?q=a"),
        ("https://jahat.example/akun/", TAMBAH),
        ("//jahat.example/", TAMBAH),
    ],
)
def test_it_comes_back_on_the_page_of_this_site_that_sent_it(client, admin, asal, halaman):
    berakhir(client)

    client.post(TAMBAH, ISI, headers={"referer": asal})

    assert client.session[tertahan.KUNCI]["halaman"] == halaman
