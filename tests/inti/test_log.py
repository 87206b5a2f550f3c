"""What reaches a log: who and which request; no secret, no body, nothing that forges a line."""

import io
import json
import logging
import re
import time

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from inti.log import JsonFormatter, samarkan
from inti.services.akun import tautan_sandi
from inti.unggahan import periksa_isi
from tests.factories.inti import PenggunaFactory
from tests.inti.test_faktor_kedua import kode, masuk, orang, pasang

SANDI = "rangkaian-kata-yang-panjang"


@pytest.fixture
def catatan():
    """Every line that the site would have written, at the most talkative level."""
    wadah = io.StringIO()
    penulis = logging.StreamHandler(wadah)
    penulis.setFormatter(JsonFormatter())
    akar = logging.getLogger()
    tingkat = akar.level
    akar.addHandler(penulis)
    akar.setLevel(logging.DEBUG)
    cache.clear()
    yield wadah
    akar.removeHandler(penulis)
    akar.setLevel(tingkat)


def baris(catatan, asal="keamanan"):
    semua = [json.loads(satu) for satu in catatan.getvalue().splitlines()]
    return [satu for satu in semua if satu["asal"] == asal]


def nama(catatan):
    return [satu["pesan"] for satu in baris(catatan)]


@pytest.mark.parametrize(
    ("teks", "rahasia"),
    [
        ("Not Found: /akun/sandi/lupa/3-cx7f2k-9a8b7c6d5e4f/", "9a8b7c6d5e4f"),
        ("GET /hadir/AbCdEfGhIjKlMnOpQrStUvWx/", "AbCdEfGh"),
        ("Not Found: /kalender/AbCdEfGhIjKlMnOpQrStUvWx.ics", "AbCdEfGh"),
        ("redis://:rahasia-besar@redis:6379/0", "rahasia-besar"),
        ("Authorization: Bearer abcdefgh12345678", "abcdefgh12345678"),
        ("Cookie: __Host-sesi=abcdef0123456789", "abcdef0123456789"),
        ("{'password': 'rangkaian-kata'}", "rangkaian-kata"),
        ("/x/?token=0123456789abcdef&a=1", "0123456789abcdef"),
        ("code=123456", "123456"),
        ("550 sri.wahyuni@contoh.example ditolak", "wahyuni"),
    ],
)
def test_secret_does_not_get_into_a_line(teks, rahasia):
    assert rahasia not in samarkan(teks)


def test_ordinary_text_is_left_as_it_is():
    teks = "kerjasama.naskah 12 gagal: kolom kunci_naskah, jalur /kerja-sama/12/ubah/, 3 baris"

    assert samarkan(teks) == teks


@pytest.mark.parametrize("potong", ["token", "a.b", "abc ", "kode=", "://", "x@", "Bearer "])
def test_a_long_hostile_line_costs_no_more_than_its_length(potong):
    pendek, panjang = (_lama(potong * banyak) for banyak in (2_000, 20_000))

    assert panjang < max(50 * pendek, 0.5)


def _lama(teks):
    mulai = time.process_time()
    samarkan(teks)
    return time.process_time() - mulai


def test_text_from_outside_forges_no_line():
    record = logging.makeLogRecord(
        {"name": "root", "msg": 'x"}\n{"asal": "keamanan", "pesan": "palsu'}
    )

    (satu,) = JsonFormatter().format(record).splitlines()

    assert json.loads(satu)["asal"] == "root"


@pytest.mark.django_db
def test_no_secret_of_signing_in_reaches_a_log(client, catatan, settings):
    settings.FAKTOR_KEDUA = True
    pengguna = orang(staf=True)
    salah = "sandi-yang-keliru-diketik"
    client.post(reverse("account_login"), {"login": pengguna.username, "password": salah})
    rahasia = pasang(client, pengguna)
    client.post(reverse("account_reauthenticate"), {"password": SANDI})
    pulih = client.get(reverse("mfa_view_recovery_codes")).context["unused_codes"]
    lain, angka = Client(), kode(rahasia, 1)
    masuk(lain, pengguna)
    lain.post(reverse("mfa_authenticate"), {"code": pulih[0]})
    tautan = tautan_sandi(pengguna).removeprefix(settings.SITE_URL)
    Client().get(tautan, follow=True)
    Client().get(f"{tautan}lagi/")
    client.get(f"/tidak-ada/?token={angka * 4}")

    isi = catatan.getvalue()

    dirahasiakan = [SANDI, salah, rahasia, *pulih, tautan.rstrip("/").rpartition("-")[2]]
    dirahasiakan += [satu.cookies["sesi"].value for satu in (client, lain)]
    dirahasiakan += [pengguna.password, str(Authenticator.objects.first().data)]
    assert [satu for satu in dirahasiakan if satu in isi] == []
    assert baris(catatan)


@pytest.mark.django_db
def test_lines_of_a_request_carry_its_number_and_whose_it_is(client, catatan):
    pengguna = PenggunaFactory(mitra=True)
    client.force_login(pengguna)

    jawaban = client.get(reverse("akun-daftar"))

    (satu,) = [b for b in baris(catatan) if b["pesan"] == "akses.ditolak"]
    assert satu["permintaan"] == jawaban["X-Request-ID"]
    assert satu["siapa"] == pengguna.pk
    assert satu["rinci"] == {
        "alamat": "127.0.0.1", "jalur": reverse("akun-daftar"), "status": "403"
    }  # fmt: skip
    assert re.fullmatch(r"[0-9a-f]{16}", satu["permintaan"])


@pytest.mark.django_db
def test_every_security_event_is_in_one_stream(
    client, catatan, settings, django_capture_on_commit_callbacks
):
    settings.FAKTOR_KEDUA = True
    pengguna = orang(staf=True)
    client.post(reverse("account_login"), {"login": pengguna.username, "password": "keliru"})
    with django_capture_on_commit_callbacks(execute=True):
        pasang(client, pengguna)
        client.post(reverse("account_reauthenticate"), {"password": SANDI})
        client.post(reverse("mfa_generate_recovery_codes"))
        client.post(reverse("mfa_deactivate_totp"))
        pasang(client, pengguna)
    client.get(reverse("akun-daftar"))
    client.post(reverse("account_logout"))
    for _ in range(6):
        client.post(reverse("account_login"), {"login": "siapa", "password": "keliru"})

    assert {
        "masuk.gagal",
        "masuk.berhasil",
        "faktor_kedua.dipasang",
        "faktor_kedua.dilepas",
        "faktor_kedua.kode_baru",
        "akses.ditolak",
        "akses.dibatasi",
        "keluar",
    } <= set(nama(catatan))


def test_refused_upload_is_an_event(catatan):
    with pytest.raises(ValidationError):
        periksa_isi(io.BytesIO(b"<html>"), "laporan.pdf", ("application/pdf",))

    assert nama(catatan) == ["unggahan.ditolak"]
