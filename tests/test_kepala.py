"""What holds for every answer and every session: headers, tokens, cookies, names of downloads."""

import json
import logging
import re
from datetime import timedelta
from email.message import Message
from pathlib import Path

import pytest
import time_machine
from django.conf import settings as pengaturan
from django.core import mail
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from config import akun
from config import settings as produksi
from inti.antrean import jalankan_antrean
from inti.log import JsonFormatter
from inti.models import Pengguna
from inti.services.akun import tautan_sandi
from pengawasan.forms.acara_rapat import RapatForm
from tests.factories.adegan import bangun
from tests.factories.inti import BerkasFactory, PenggunaFactory
from tests.inti import test_faktor_kedua as faktor
from tests.permissions_matrix import MATRIKS
from tests.test_permissions import isi, url

# Nobody, who keeps the register, and a mitra.
SIAPA = ("anon", "staf", "mitra")
SANDI = "empat kata yang panjang"
# The same for anyone, so that it may be kept.
SAMA_BAGI_SIAPA_PUN = ("/publik/", "/pengawasan/lapangan/pekerja.js")
TETAP = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": pengaturan.PERMISSIONS_POLICY,
}
TEKS = ("text/", "application/javascript", "application/xml")


@pytest.fixture
def adegan(db):
    return bangun()


@pytest.fixture
def https(settings):
    """The headers that only a site behind TLS sends."""
    settings.SECURE_HSTS_SECONDS = 31_536_000
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = True


@pytest.fixture
def orang(db):
    return Pengguna.objects.create_user("orang", password=SANDI)


def masuk(klien):
    return klien.post(reverse("account_login"), {"login": "orang", "password": SANDI})


def peramban(adegan, siapa, **sifat):
    klien = Client(**sifat)
    if adegan.orang[siapa]:
        klien.force_login(adegan.orang[siapa])
    return klien


def kurang(jawaban, *, masuk):
    """What this answer fails to say."""
    kepala, csp = jawaban.headers, jawaban.get("Content-Security-Policy", "")
    jenis = kepala.get("Content-Type", "")
    yield from (nama for nama, nilai in TETAP.items() if kepala.get(nama) != nilai)
    aturan = dict(a.strip().partition(" ")[::2] for a in csp.split(";") if a.strip())
    if "sandbox" not in aturan and aturan.get("default-src") not in {"'self'", "'none'"}:
        yield f"CSP: {csp}"
    # Anything else would let in what another site says; a picture of the page itself is no script.
    boleh = {"img-src": "'self' data:"}
    yield from (
        f"CSP {nama}: {nilai}"
        for nama, nilai in aturan.items()
        if nilai not in {"", "'self'", "'none'", boleh.get(nama)}
    )
    if jenis.startswith("text/html") and not all(
        s in csp for s in ("frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'")
    ):
        yield f"CSP halaman: {csp}"
    if jenis.startswith(TEKS) and "charset=utf-8" not in jenis.lower():
        yield f"Content-Type: {jenis}"
    if not jenis and jawaban.status_code == 200:
        yield "Content-Type"
    if masuk and "no-store" not in kepala.get("Cache-Control", ""):
        yield "no-store"


@pytest.mark.parametrize("siapa", SIAPA)
def test_every_answer_of_every_status_carries_the_safe_headers(adegan, https, siapa):
    klien, beda, status = peramban(adegan, siapa, enforce_csrf_checks=True), {}, set()
    masuk_ = siapa != "anon"
    for satu in [*(url(adegan, nama) for nama in MATRIKS), "/tidak-ada/", "/media/a.pdf"]:
        for jawaban in (klien.get(satu, secure=True), klien.post(satu, secure=True)):
            isi(jawaban)
            status.add(jawaban.status_code)
            pribadi = masuk_ and not satu.startswith(SAMA_BAGI_SIAPA_PUN)
            if salah := list(kurang(jawaban, masuk=pribadi)):
                beda[satu, jawaban.status_code] = salah

    assert beda == {}
    assert {200, 302, 403, 404} | ({405} if masuk_ else set()) <= status


@pytest.mark.parametrize("siapa", ["staf", "mitra"])
def test_every_download_is_named_as_the_standard_says_and_opens_nothing(adegan, siapa):
    klien, unduhan, salah = peramban(adegan, siapa), 0, {}
    for nama, (cara, status) in MATRIKS.items():
        if cara != "GET" or status[siapa] != 200:
            continue
        jawaban = klien.get(url(adegan, nama))
        isi(jawaban)
        if (sikap := jawaban.get("Content-Disposition")) is None:
            continue
        unduhan += 1
        surat = Message()
        surat["Content-Disposition"] = sikap
        berkas = surat.get_filename()
        jenis = surat.get_content_disposition()
        if jenis not in {"attachment", "inline"} or not berkas or re.search(r"[\r\n/\\]", berkas):
            salah[nama] = sikap
        # What is shown and not taken away is of a kind that runs nothing.
        if jenis == "inline" and not jawaban["Content-Type"].startswith(
            ("application/pdf", "image/")
        ):
            salah[nama] = jawaban["Content-Type"]

    assert salah == {}
    assert unduhan > 0


def tanpa_token(request, reason=""):
    """Told apart from a page that refuses this person anyway."""
    return HttpResponse(status=418)


def test_every_post_without_the_token_of_a_page_is_refused(adegan, settings):
    settings.CSRF_FAILURE_VIEW = f"{__name__}.tanpa_token"
    klien, lolos = peramban(adegan, "staf", enforce_csrf_checks=True), {}
    klien.cookies[settings.CSRF_COOKIE_NAME] = "a" * 32
    for nama in MATRIKS:
        for isi_ in ({}, {"csrfmiddlewaretoken": "b" * 32}):
            if (ada := klien.post(url(adegan, nama), isi_).status_code) != 418:
                lolos[nama] = ada

    assert lolos == {}


def test_signing_in_gives_another_session_than_the_one_that_was_planted(orang):
    klien = Client()
    sesi = klien.session
    sesi["ditanam"] = 1
    sesi.save()
    klien.cookies[pengaturan.SESSION_COOKIE_NAME] = sesi.session_key

    assert masuk(klien).status_code == 302

    assert klien.cookies[pengaturan.SESSION_COOKIE_NAME].value != sesi.session_key
    lama = Client()
    lama.cookies[pengaturan.SESSION_COOKIE_NAME] = sesi.session_key
    assert lama.get(reverse("data-saya")).url.startswith(reverse("account_login"))


def test_saying_again_who_one_is_gives_another_session_and_ends_the_copy(orang):
    klien, salinan = Client(), Client()
    masuk(klien)
    nama = pengaturan.SESSION_COOKIE_NAME
    salinan.cookies[nama] = klien.cookies[nama].value

    klien.post(reverse("account_reauthenticate"), {"password": SANDI})

    assert klien.get(reverse("data-saya")).status_code == 200
    assert salinan.get(reverse("data-saya")).url.startswith(reverse("account_login"))
    (perangkat,) = klien.get(reverse("usersessions_list")).context["sessions"]
    assert perangkat.session_key == klien.cookies[nama].value


def test_cookie_that_was_copied_is_worth_nothing_after_signing_out(orang):
    klien, salinan = Client(), Client()
    masuk(klien)
    nama = pengaturan.SESSION_COOKIE_NAME
    salinan.cookies[nama] = klien.cookies[nama].value
    assert salinan.get(reverse("data-saya")).status_code == 200

    klien.post(reverse("account_logout"))

    assert salinan.get(reverse("data-saya")).url.startswith(reverse("account_login"))


def test_what_a_visitor_says_of_the_proxy_is_not_believed(orang, settings):
    settings.SECURE_SSL_REDIRECT = True
    settings.ALLOWED_HOSTS = ["testserver"]
    palsu = {
        "X-Forwarded-Proto": "https",
        "X-Forwarded-Host": "jahat.example",
        "X-Forwarded-Port": "1",
        "Forwarded": "host=jahat.example;proto=https",
    }

    jawaban = Client().get(reverse("account_login"), headers=palsu)

    assert jawaban.status_code == 301
    assert jawaban.url == f"https://testserver{reverse('account_login')}"


def test_password_is_kept_as_argon2id(orang, settings):
    settings.PASSWORD_HASHERS = akun.PASSWORD_HASHERS
    orang.set_password(SANDI)

    cara, jenis, _, biaya = orang.password.split("$")[:4]
    assert (cara, jenis) == ("argon2", "argon2id")
    sifat = dict(s.split("=") for s in biaya.split(","))
    assert int(sifat["m"]) >= 19_456
    assert int(sifat["t"]) >= 2


@pytest.mark.parametrize(
    ("sandi", "sebut"),
    [
        ("sebelas1234", "12"),
        ("password1234", "umum"),
        ("passwordpassword", "umum"),
        ("Rahasia-Jakarta-2026", "umum"),
        ("123456789012", "umum"),
        ("abc!abc!abc!abc!", "umum"),
        ("semuahurufkecil", ""),
        ("tembok bata 17 kuda", ""),
        ("8f3k-29xq-77ab", ""),
        ("839201748263", ""),
    ],
)
def test_new_password_is_long_and_uncommon_and_of_any_characters(client, orang, sandi, sebut):
    client.force_login(orang)
    jawaban = client.post(
        reverse("account_change_password"),
        {"oldpassword": SANDI, "password1": sandi, "password2": sandi},
    )

    orang.refresh_from_db()
    assert orang.check_password(sandi) is (sebut == "")
    if sebut:
        assert sebut in jawaban.content.decode()


@pytest.mark.parametrize("alamat", ["javascript:alert(1)", "data:text/html,a", "vbscript:a"])
def test_link_that_is_typed_is_an_address_of_the_web(alamat):
    tautan = RapatForm.base_fields["tautan"]

    assert tautan.clean("https://rapat.contoh.example/a")
    with pytest.raises(ValidationError):
        tautan.clean(alamat)


def test_link_for_a_new_password_works_once_and_leaves_the_second_factor(client, db):
    cache.clear()
    pengguna = faktor.orang(staf=True)
    faktor.pasang(client, pengguna)
    client = Client()
    client.post(reverse("account_reset_password"), {"email": pengguna.email})
    jalankan_antrean()
    (jalur,) = re.findall(rf"{pengaturan.SITE_URL}(/\S+)", mail.outbox[-1].body)
    halaman = client.get(jalur, follow=True)
    isian = {"password1": SANDI, "password2": SANDI}
    client.post(halaman.redirect_chain[-1][0], isian)

    assert "_auth_user_id" not in client.session
    pengguna.refresh_from_db()
    assert pengguna.check_password(SANDI)
    assert "Minta tautan baru" in Client().get(jalur, follow=True).content.decode()
    jawaban = Client().post(
        reverse("account_login"), {"login": pengguna.username, "password": SANDI}
    )
    assert jawaban.url.startswith(reverse("mfa_authenticate"))


def test_link_for_a_new_password_ends_after_three_days(client, orang):
    orang.email = "orang@contoh.example"
    orang.save()
    jalur = tautan_sandi(orang).removeprefix(pengaturan.SITE_URL)

    for hari, usang in ((2, False), (4, True)):
        with time_machine.travel(timezone.now() + timedelta(days=hari)):
            halaman = client.get(jalur, follow=True).content.decode()
        assert ("Minta tautan baru" in halaman) is usang


def test_no_address_leads_to_what_the_application_keeps(client, db):
    berkas = BerkasFactory()
    jalur = f"{berkas.sha256[:2]}/{berkas.sha256}"
    assert berkas.path.as_posix().endswith(jalur)
    client.force_login(PenggunaFactory(admin=True))

    for awal in ("", "/media", "/berkas", "/berkas-privat", "/static", "/static/../berkas"):
        assert client.get(f"{awal}/{jalur}").status_code == 404, awal
    disajikan = [produksi.STATIC_ROOT]
    disajikan += [d[1] if isinstance(d, tuple) else d for d in produksi.STATICFILES_DIRS]
    for nama in ("BERKAS_DIR", "KARANTINA_DIR", "PRATINJAU_DIR", "CADANGAN_DIR"):
        simpanan = Path(getattr(produksi, nama))
        assert [d for d in disajikan if simpanan.is_relative_to(d)] == [], nama
        assert [d for d in disajikan if d.is_relative_to(simpanan)] == [], nama


def test_line_of_the_log_tells_its_time_in_utc_with_the_offset():
    baris = JsonFormatter().format(logging.makeLogRecord({"created": 0.0, "msg": "a"}))

    assert json.loads(baris)["waktu"] == "1970-01-01T00:00:00+00:00"
