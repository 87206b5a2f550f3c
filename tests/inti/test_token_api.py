"""Tokens of programs: given out once, kept as a hash, ended with the account."""

from datetime import timedelta

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.urls import reverse
from django.utils import timezone

from inti.models import JejakAudit, Notifikasi, TokenApi
from inti.putusan import AturanDilanggar
from inti.services import akun
from inti.services import token_api as services
from tests.factories.inti import PenggunaFactory
from tests.factories.token_api import Program, token

pytestmark = pytest.mark.django_db


def status(program):
    return program.get(reverse("api:saya")).status_code


def test_token_says_whose_it_is_and_how_far_it_goes():
    orang = PenggunaFactory(staf=True)

    isi = Program(orang, cakupan="baca").get(reverse("api:saya")).json()

    assert (isi["nama_pengguna"], isi["peran"]) == (orang.username, ["staf"])
    assert (isi["token"], isi["cakupan"]) == ("Uji", "baca")


def test_only_the_hash_of_a_token_is_kept():
    kata = token(PenggunaFactory())

    satu = TokenApi.objects.get()
    assert kata not in str(TokenApi.objects.values().get())
    assert len(satu.sidik) == 64


def test_giving_out_and_revoking_leave_a_line_and_the_owner_hears_of_another_s_hand():
    orang, admin = PenggunaFactory(), PenggunaFactory(admin=True)
    token(orang)

    services.cabut(TokenApi.objects.get().pk, oleh=admin)

    aksi = [j.aksi for j in JejakAudit.objects.order_by("pk")]
    assert aksi == ["token_api.terbitkan", "token_api.cabut"]
    assert [n.kepada for n in Notifikasi.objects.order_by("pk")] == [orang]


@pytest.mark.parametrize("kepala", ["", "Bearer", "Bearer pks_salah", "Basic abc", "Bearer \xff"])
def test_without_a_token_that_works_nothing_is_answered(client, kepala):
    response = client.get(reverse("api:saya"), headers={"Authorization": kepala})

    assert response.status_code == 401
    assert response["WWW-Authenticate"] == "Bearer"
    assert response["Content-Type"] == "application/problem+json"


def test_signing_in_opens_no_data(client):
    client.force_login(PenggunaFactory(staf=True))

    assert client.get(reverse("api:naskah-daftar")).status_code == 401


def test_revoked_token_is_refused_and_is_revoked_once():
    orang = PenggunaFactory()
    program = Program(orang)
    pk = TokenApi.objects.get().pk
    services.cabut(pk, oleh=orang)

    assert status(program) == 401
    with pytest.raises(AturanDilanggar, match="sudah dicabut"):
        services.cabut(pk, oleh=orang)


def test_token_ends_on_its_day():
    program = Program(PenggunaFactory())
    TokenApi.objects.update(
        dibuat_pada=timezone.now() - timedelta(days=9), berakhir_pada=timezone.now()
    )

    assert status(program) == 401


def test_token_ends_with_the_password_under_which_it_was_made():
    orang = PenggunaFactory()
    program = Program(orang)
    assert status(program) == 200

    orang.set_password("sandi-lain-yang-panjang")
    orang.save()

    assert status(program) == 401
    assert TokenApi.objects.get().keadaan == "kata sandi diganti"


@pytest.mark.parametrize("tutup", [akun.nonaktifkan, akun.keluarkan])
def test_closing_an_account_or_signing_it_out_ends_its_tokens_for_good(tutup):
    orang, admin = PenggunaFactory(), PenggunaFactory(admin=True)
    program = Program(orang)
    alasan = {"alasan": "Pindah"} if tutup is akun.nonaktifkan else {}

    tutup(orang.pk, oleh=admin, **alasan)
    if alasan:
        akun.aktifkan(orang.pk, oleh=admin)

    assert status(program) == 401


def test_use_is_noted_once_an_hour():
    program = Program(PenggunaFactory())
    status(program)
    pertama = TokenApi.objects.get().dipakai_pada
    status(program)

    assert pertama is not None
    assert TokenApi.objects.get().dipakai_pada == pertama


def test_role_that_needs_a_second_factor_needs_it_here_too(settings):
    settings.FAKTOR_KEDUA = True
    orang = PenggunaFactory(staf=True)
    program = Program(orang)
    assert status(program) == 403

    totp.TOTP.activate(orang, totp.generate_totp_secret())

    assert status(program) == 200


def test_token_asks_only_so_often_and_is_told_when_to_come_again(settings):
    settings.API_PER_MENIT = 2
    program, lain = Program(PenggunaFactory()), Program(PenggunaFactory())
    assert [status(program) for _ in range(3)] == [200, 200, 429]

    assert program.get(reverse("api:saya"))["Retry-After"] == "60"
    assert status(lain) == 200


def test_nobody_has_more_than_so_many(settings):
    orang = PenggunaFactory()
    for _ in range(services.TERBANYAK):
        token(orang)

    with pytest.raises(AturanDilanggar, match="Paling banyak"):
        token(orang)


def test_page_shows_a_token_once_and_its_list_never(client):
    client.force_login(PenggunaFactory())
    isi = {"nama": "Gudang data", "cakupan": "baca", "hari": "30"}

    dibuat = client.post(reverse("token-daftar"), isi)
    lagi = client.get(reverse("token-daftar")).content.decode()

    assert b'value="pks_' in dibuat.content
    assert "Gudang data" in lagi
    assert "pks_" not in lagi


def test_token_of_another_person_is_revoked_by_the_administrator_only(client):
    orang = PenggunaFactory()
    token(orang)
    alamat = reverse("akun-cabut-token", args=[TokenApi.objects.get().pk])
    client.force_login(PenggunaFactory(staf=True))
    assert client.post(alamat).status_code == 403

    client.force_login(PenggunaFactory(admin=True))
    client.post(alamat)

    assert TokenApi.objects.get().dicabut_pada is not None
