"""Who is signed in is read with the seats of the day, anew on every request."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from inti import audit
from inti.models import PemangkuJabatan, Pengguna
from inti.notifikasi import antrekan
from inti.pesan import Pesan
from tests.factories.inti import PemerintahFactory, PenggunaFactory

pytestmark = pytest.mark.django_db
BANTUAN = "/bantuan/staf/"


def test_account_and_seats_are_one_question(django_assert_num_queries):
    pk = PenggunaFactory(staf=True).pk

    with django_assert_num_queries(1):
        orang = Pengguna.objects.bersama_kursi(pk)

        assert orang.peran == {"staf"}


def test_an_account_without_a_seat_has_no_role():
    orang = Pengguna.objects.bersama_kursi(PenggunaFactory().pk)

    assert orang.peran == frozenset()


def test_a_seat_of_tomorrow_gives_no_role_yet():
    pk = PenggunaFactory(staf=True).pk
    PemangkuJabatan.objects.update(mulai=timezone.localdate() + timedelta(days=1))

    orang = Pengguna.objects.bersama_kursi(pk)

    assert (orang.peran, len(orang.kursi)) == (frozenset(), 1)


def test_frame_costs_three_questions(client):
    PemerintahFactory()
    client.force_login(PenggunaFactory(staf=True))

    with CaptureQueriesContext(connection) as kueri:
        assert client.get(BANTUAN).status_code == 200

    assert len(kueri) == 3  # session, account with seats, identity with unread notices


def test_a_seat_that_ended_gives_nothing_on_the_next_request(client):
    orang = PenggunaFactory(admin=True)
    client.force_login(orang)
    assert client.get(reverse("akun-daftar")).status_code == 200

    orang.pemangku.update(selesai=timezone.localdate() - timedelta(days=1))

    assert client.get(reverse("akun-daftar")).status_code == 403


def test_a_closed_account_is_signed_out_on_the_next_request(client):
    orang = PenggunaFactory(admin=True)
    client.force_login(orang)

    Pengguna.objects.filter(pk=orang.pk).update(is_active=False)

    assert client.get(reverse("akun-daftar")).status_code == 302


@pytest.mark.parametrize("identitas", [True, False])
def test_bell_counts_ones_own_unread_notices(client, identitas):
    if identitas:
        PemerintahFactory()
    orang = PenggunaFactory(staf=True)
    with transaction.atomic():
        jejak = audit.catat("pengguna.buat", orang, oleh=None)
        antrekan(jejak, kepada=[orang, PenggunaFactory()], pesan=Pesan("Kabar", "Isi."))
    client.force_login(orang)

    assert client.get(BANTUAN).context["jumlah_pesan"] == 1
