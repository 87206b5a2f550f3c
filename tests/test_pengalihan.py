"""Wherever an address is asked to lead afterwards, it leads to this site only."""

import ast
import itertools
from urllib.parse import urlencode, urljoin, urlsplit

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.factories.adegan import SANDI, bangun
from tests.factories.inti import PenggunaFactory
from tests.permissions_matrix import MATRIKS
from tests.test_berkas_jahat import sumber
from tests.test_permissions import peramban, url

SENDIRI = "http://testserver"
TUJUAN = (
    "//jahat.example",
    "///jahat.example",
    "////jahat.example/%2e%2e",
    "https://jahat.example",
    "HTTPS://JAHAT.EXAMPLE",
    "https:jahat.example",
    "https:/jahat.example",
    "https:///jahat.example",
    "http:jahat.example",
    "/\\jahat.example",
    "\\\\jahat.example",
    "\\/jahat.example",
    "/\t/jahat.example",
    "/\n/jahat.example",
    "\x08//jahat.example",
    " //jahat.example",
    "%2F%2Fjahat.example",
    "/%2F/jahat.example",
    "/%5Cjahat.example",
    "//jahat.example\\@testserver",
    "https://testserver@jahat.example",
    "https://testserver.jahat.example",
    "http://testserver\\.jahat.example",
    "http://testserver:80@jahat.example/",
    "//jahat%E3%80%82example",
    "//jahat。example",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>1</script>",
    "vbscript:x",
    "ftp://jahat.example",
    "/a\r\nLocation: https://jahat.example",
    "//[::1]@jahat.example",
    "//jahat.example:443",
)
# By which names the site, Django or django-allauth may be told where to go.
NAMA = ("next", "kembali", "return", "url", "redirect_to")


def tempat(asal, tujuan):
    """Where a browser goes: it drops control characters and reads \\ as /."""
    bersih = "".join(c for c in tujuan if ord(c) > 31).strip().replace("\\", "/")
    return urlsplit(urljoin(f"{SENDIRI}{asal}", bersih))


def keluar(asal, response):
    """The address outside that the answer leads to, if it does."""
    tujuan = response.get("Location", "") or response.get("HX-Redirect", "")
    ke = tempat(asal, tujuan)
    return tujuan if tujuan and (ke.scheme, ke.hostname) != ("http", "testserver") else ""


def test_corpus_is_wide_and_leads_outside_if_followed():
    luar = [t for t in TUJUAN if tempat("/masuk/", t)[:2] != ("http", "testserver")]

    assert len(TUJUAN) >= 20
    assert len(luar) >= 20


@pytest.mark.django_db
@pytest.mark.parametrize("tujuan", TUJUAN)
@pytest.mark.parametrize("cara", ["alamat", "isian"])
def test_signing_in_leads_to_an_own_page(tujuan, cara):
    cache.clear()
    orang = PenggunaFactory(staf=True)
    orang.set_password(SANDI)
    orang.save()
    asal, klien = reverse("account_login"), Client()
    isi = {"login": orang.email, "password": SANDI}
    isian = cara == "isian"

    response = klien.post(
        asal if isian else f"{asal}?{urlencode({'next': tujuan})}",
        isi | ({"next": tujuan} if isian else {}),
    )

    assert response.status_code == 302, response.content.decode()[:2000]
    assert keluar(asal, response) == ""
    assert "_auth_user_id" in klien.session


@pytest.mark.django_db
@pytest.mark.parametrize("tujuan", TUJUAN)
@pytest.mark.parametrize("nama", ["account_reauthenticate", "account_change_password"])
def test_answering_the_password_again_leads_to_an_own_page(tujuan, nama):
    cache.clear()
    orang = PenggunaFactory(staf=True)
    orang.set_password(SANDI)
    orang.save()
    klien = Client()
    klien.force_login(orang)
    asal, baru = reverse(nama), "sandi-baru-panjang-7"
    isi = {"password": SANDI, "oldpassword": SANDI, "password1": baru, "password2": baru}

    response = klien.post(f"{asal}?{urlencode({'next': tujuan})}", isi | {"next": tujuan})

    assert response.status_code == 302, response.content.decode()[:2000]
    assert keluar(asal, response) == ""


@pytest.mark.django_db
@pytest.mark.parametrize("tujuan", TUJUAN)
def test_signing_out_leads_to_an_own_page(tujuan):
    klien, asal = Client(), reverse("account_logout")
    klien.force_login(PenggunaFactory())

    response = klien.post(f"{asal}?{urlencode({'next': tujuan})}", {"next": tujuan})

    assert response.status_code == 302
    assert keluar(asal, response) == ""


def test_no_address_leads_outside_whatever_it_is_told(db, settings):
    """Every address of the site, by GET and by POST, told by every name; the targets in turn."""
    settings.PUBLIK_PER_MENIT = settings.HADIR_PER_MENIT = settings.KEASLIAN_PER_MENIT = 0
    adegan = bangun()
    giliran, salah, dialihkan = itertools.cycle(TUJUAN), [], 0
    for siapa, (nama, _) in itertools.product(("anon", "staf"), MATRIKS.items()):
        klien, asal = peramban(adegan, siapa), url(adegan, nama)
        isi = {n: next(giliran) for n in NAMA}
        dengan = f"{asal.partition('?')[0]}?{urlencode(isi)}"
        kepala = {"Referer": next(giliran).replace("\n", "").replace("\r", "")}
        with transaction.atomic():
            jawaban = [klien.get(dengan, headers=kepala), klien.post(dengan, isi, headers=kepala)]
            transaction.set_rollback(True)
        for response in jawaban:
            dialihkan += "Location" in response
            if luar := keluar(asal, response):
                salah.append(f"{nama} {siapa}: {luar}")
            if response.streaming:
                response.getvalue()

    assert salah == [], "\n".join(salah)
    assert dialihkan > 100


def test_no_view_redirects_to_what_a_request_says():
    """The source: the target of a redirect never comes from the request itself."""
    salah = [
        f"{nama}:{satu.lineno}"
        for nama, pohon in sumber("redirect(", "HttpResponseRedirect(")
        for satu in ast.walk(pohon)
        if isinstance(satu, ast.Call)
        and getattr(satu.func, "id", "") in {"redirect", "HttpResponseRedirect"}
        for dalam in ast.walk(satu)
        if getattr(dalam, "attr", "") in {"GET", "POST", "META", "headers", "COOKIES", "body"}
    ]

    assert salah == []
