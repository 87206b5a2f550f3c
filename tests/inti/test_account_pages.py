"""Signing in and out, forgotten passwords, and what goes wrong on the way."""

import re

import pytest
from allauth.account.adapter import DefaultAccountAdapter
from django.core import mail
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.urls import reverse

from inti.akun import AkunAdapter
from inti.antrean import jalankan_antrean
from tests.factories.inti import PenggunaFactory

pytestmark = pytest.mark.django_db
ENGLISH = re.compile(r"\b(password|sign (in|out|up)|username|email|forgot|your)\b", re.IGNORECASE)


def visible(html):
    """The words of a page, without tags, scripts and attributes."""
    body = html[html.index("<body") :]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body))


@pytest.fixture
def pengguna():
    pengguna = PenggunaFactory(email="sri@contoh.example", username="sri")
    pengguna.set_password("sandi-yang-panjang-sekali")
    pengguna.save()
    return pengguna


@pytest.mark.parametrize(
    "name",
    ["account_login", "account_reset_password", "account_reset_password_done", "account_inactive"],
)
def test_page_for_strangers_speaks_indonesian(client, name):
    response = client.get(reverse(name))

    assert response.status_code == 200
    assert ENGLISH.findall(visible(response.content.decode())) == []


@pytest.mark.parametrize("name", ["account_change_password", "account_logout"])
def test_page_for_users_speaks_indonesian(client, pengguna, name):
    client.force_login(pengguna)

    response = client.get(reverse(name))

    assert response.status_code == 200
    assert ENGLISH.findall(visible(response.content.decode())) == []


def test_link_by_mail_leads_to_a_new_sandi(client, pengguna, settings):
    settings.SITE_URL = "https://kerjasama.contoh.example"

    client.post(reverse("account_reset_password"), {"email": pengguna.email})
    assert mail.outbox == []
    jalankan_antrean()

    (message,) = mail.outbox
    assert message.subject == "Kata sandi baru untuk Pengawasan Kerja Sama"
    assert "Nama pengguna Anda: sri" in message.body
    (path,) = re.findall(r"https://kerjasama\.contoh\.example(/\S+)", message.body)
    page = client.get(path, follow=True)
    assert "Ulangi kata sandi baru" in page.content.decode()


def test_link_by_mail_does_not_follow_the_host_of_the_request(client, pengguna, settings):
    settings.SITE_URL = "https://kerjasama.contoh.example"
    settings.ALLOWED_HOSTS = ["jahat.example"]  # even where the host would be let in

    palsu = {"HTTP_HOST": "jahat.example", "HTTP_X_FORWARDED_HOST": "jahat.example"}
    client.post(reverse("account_reset_password"), {"email": pengguna.email}, **palsu)
    jalankan_antrean()

    (message,) = mail.outbox
    assert "https://kerjasama.contoh.example/akun/sandi/" in message.body
    assert "jahat" not in message.body


def test_mail_of_the_library_does_not_follow_it_either(rf, settings, monkeypatch):
    settings.SITE_URL, settings.ALLOWED_HOSTS = "https://kerjasama.contoh.example", ["*"]
    request, dikirim = rf.get("/", headers={"host": "jahat.example"}), {}
    monkeypatch.setattr(DefaultAccountAdapter, "send_mail", lambda *args: dikirim.update(args[-1]))

    tautan = {"request": request, "url": "http://jahat.example/akun/1/"}
    AkunAdapter(request).send_mail("akun", "a@contoh.example", tautan)

    assert dikirim["url"] == "https://kerjasama.contoh.example/akun/1/"


def test_unknown_address_gets_the_same_answer_and_no_mail(client):
    response = client.post(reverse("account_reset_password"), {"email": "tak-ada@contoh.example"})

    assert response.status_code == 302
    assert response.url == reverse("account_reset_password_done")
    jalankan_antrean()
    assert mail.outbox == []


def test_spent_link_says_what_to_do(client):
    response = client.get("/akun/sandi/lupa/1-abc-123/")

    assert "Minta tautan baru" in response.content.decode()


def test_demo_accounts_are_named_only_in_demo_mode(client, settings):
    PenggunaFactory(username="staf", nama="Rina Kartika")
    seen = {}
    for mode in (True, False):
        settings.MODE_DEMO = mode
        seen[mode] = "Rina Kartika" in client.get("/masuk/").content.decode()

    assert seen == {True: True, False: False}


@pytest.mark.parametrize("name", ["400.html", "403.html", "403_csrf.html", "404.html", "429.html"])
def test_error_page_leads_on(name):
    html = render_to_string(
        name, {"exception": "Bukan hak Anda.", "pesan": ""}, RequestFactory().get("/x/")
    )

    assert 'class="btn btn-primary" href="/' in html


def test_refusal_is_shown_in_its_own_words():
    request = RequestFactory().get("/x/")

    assert "Bukan hak Anda." in render_to_string(
        "403.html", {"exception": "Bukan hak Anda."}, request
    )


def test_page_for_a_server_fault_needs_no_context():
    assert "Silakan coba lagi" in render_to_string("500.html")


def test_a_fault_tells_the_visitor_nothing_of_itself(client, pengguna, monkeypatch):
    def rusak(*args, **kwargs):
        msg = "rahasia-di-galat /opt/pks SELECT kata FROM sandi"
        raise RuntimeError(msg)

    monkeypatch.setattr("inti.views.data_saya.register", rusak)
    client.force_login(pengguna)
    client.raise_request_exception = False

    jawaban = client.get(reverse("data-saya"))

    assert jawaban.status_code == 500
    assert "Silakan coba lagi" in jawaban.content.decode()
    bocor = ("rahasia-di-galat", "/opt/pks", "SELECT", "RuntimeError", "Traceback", "data_saya")
    assert [kata for kata in bocor if kata in jawaban.content.decode()] == []
