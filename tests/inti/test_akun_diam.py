"""Accounts that nobody uses."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from inti.models import JejakAudit, Pengguna
from inti.services import akun, akun_diam
from tests.factories.inti import PenggunaFactory

pytestmark = pytest.mark.django_db
HARI = 400


def lewat(hari):
    return time_machine.travel(timezone.now() + timedelta(days=hari), tick=False)


def diam(hari, **kolom):
    lalu = timezone.now() - timedelta(days=hari)
    return PenggunaFactory(last_login=lalu, date_joined=lalu, **kolom)


def terbuka(orang):
    return Pengguna.objects.get(pk=orang.pk).is_active


def test_owner_is_warned_two_weeks_before_and_then_the_account_is_closed():
    orang = diam(HARI - 14 + 1)

    assert [akun_diam.periksa() for _ in range(2)] == [1, 0]
    assert terbuka(orang)
    assert orang.notifikasi.get().subjek == "Akun Anda akan ditutup"
    with lewat(15):
        assert akun_diam.periksa() == 1

    assert not terbuka(orang)
    assert JejakAudit.objects.tentang(orang).get(aksi="akun.nonaktifkan").pelaku_nama == "Sistem"


def test_nobody_is_closed_without_a_warning_however_long_ago_it_was():
    orang = diam(3 * HARI)

    akun_diam.periksa()
    assert terbuka(orang)
    with lewat(15):
        akun_diam.periksa()
    assert not terbuka(orang)


def test_signing_in_after_the_warning_keeps_it_open():
    orang = diam(HARI)
    akun_diam.periksa()
    Pengguna.objects.filter(pk=orang.pk).update(last_login=timezone.now())

    with lewat(15):
        assert akun_diam.periksa() == 0
    assert terbuka(orang)


def test_one_that_was_opened_again_is_not_closed_the_next_night():
    orang = diam(2 * HARI, is_active=False)
    akun.aktifkan(orang.pk, oleh=PenggunaFactory(admin=True))

    assert akun_diam.periksa() == 0
    assert terbuka(orang)


def test_one_that_is_used_and_one_that_is_new_are_left_alone(settings):
    diam(HARI - 20)
    PenggunaFactory()

    assert akun_diam.periksa() == 0
    settings.AKUN_DIAM_HARI = 0
    diam(2 * HARI)
    assert akun_diam.periksa() == 0
