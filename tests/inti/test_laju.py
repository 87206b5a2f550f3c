"""The counter of requests by address: a window that closes, an address behind a proxy."""

import pytest
from django.core.cache import cache
from django.test import RequestFactory

from inti.laju import dalam_batas, hitung


def tanya(ruang="uji", banyak=2, **kepala):
    return dalam_batas(RequestFactory().get("/", **kepala), ruang, banyak=banyak)


def test_each_address_and_each_room_has_its_own_count():
    assert [tanya() for _ in range(3)] == [True, True, False]
    assert tanya(REMOTE_ADDR="10.0.0.2")
    assert tanya("lain")


def test_zero_is_no_limit():
    assert all(tanya(banyak=0) for _ in range(5))


@pytest.mark.parametrize(("proksi", "harap"), [(0, False), (1, True)])
def test_forwarded_address_counts_only_behind_a_trusted_proxy(settings, proksi, harap):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proksi
    tanya(banyak=1, HTTP_X_FORWARDED_FOR="palsu, 10.0.0.3")

    assert tanya(banyak=1, HTTP_X_FORWARDED_FOR="palsu, 10.0.0.4") is harap


def test_one_ipv6_network_is_one_visitor():
    assert tanya(banyak=1, REMOTE_ADDR="2001:db8::1")
    assert not tanya(banyak=1, REMOTE_ADDR="2001:db8::ffff:2")
    assert tanya(banyak=1, REMOTE_ADDR="2001:db8:0:1::1")


def test_window_that_closes_between_two_steps_begins_anew(monkeypatch):
    monkeypatch.setattr(cache, "add", lambda *a: False)

    assert hitung("hilang", detik=60) == 1
