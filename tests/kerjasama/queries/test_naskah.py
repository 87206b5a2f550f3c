"""Whoever sees many naskah has them found by another way, and they are the same naskah."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kerjasama.models import Keanggotaan
from kerjasama.queries import naskah as queries
from kerjasama.services import indeks
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import (
    KeanggotaanFactory,
    NaskahFactory,
    PerangkatDaerahFactory,
    anggota_mitra,
    anggota_pd,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def banyak(monkeypatch):
    monkeypatch.setattr(queries, "SEDIKIT", 0)


@pytest.fixture
def unit():
    return PerangkatDaerahFactory()


@pytest.fixture
def milik(unit):
    return NaskahFactory(perangkat_daerah=[unit, PerangkatDaerahFactory()])


def terlihat(orang):
    return list(queries.pandangan(orang).naskah.order_by("pk"))


@pytest.mark.parametrize("sedikit", [0, 1, 2])
def test_a_unit_sees_its_own_however_many(monkeypatch, unit, milik, sedikit):
    monkeypatch.setattr(queries, "SEDIKIT", sedikit)
    lagi = NaskahFactory(perangkat_daerah=[unit])
    NaskahFactory()

    assert terlihat(anggota_pd(unit)) == [milik, lagi]


def test_a_mitra_sees_its_own(banyak, milik):
    NaskahFactory()

    assert terlihat(anggota_mitra(milik.mitra.get())) == [milik]


def test_who_belongs_to_both_sees_both_and_each_once(banyak, unit, milik):
    lain = NaskahFactory()
    orang = anggota_pd(unit)
    for satu in (milik, lain):
        KeanggotaanFactory(pengguna=orang, mitra=satu.mitra.get())

    assert terlihat(orang) == [milik, lain]


def test_a_membership_that_is_over_shows_nothing(banyak, unit, milik):
    orang = anggota_pd(unit)
    kemarin = timezone.localdate() - timedelta(days=1)
    Keanggotaan.objects.update(mulai=kemarin, selesai=kemarin)

    assert terlihat(orang) == []


def test_all_for_those_who_supervise_and_none_for_a_stranger(banyak, milik):
    assert terlihat(PenggunaFactory(staf=True)) == [milik]
    assert terlihat(PenggunaFactory()) == []


def test_who_has_many_is_counted_less_far(client, banyak, monkeypatch, unit):
    monkeypatch.setattr(queries, "BATAS_HITUNG_MILIK", 26)
    NaskahFactory.create_batch(30, perangkat_daerah=[unit])

    kata = []
    for orang in (anggota_pd(unit), PenggunaFactory(staf=True)):
        client.force_login(orang)
        kata.append(client.get(reverse("kerjasama:naskah-daftar")).content.decode())

    assert "Lebih dari 26 data" in kata[0]
    assert "<p>30 data</p>" in kata[1]


@pytest.mark.parametrize("saringan", [{}, {"urut": "judul"}, {"masa": "12"}, {"q": "Taman"}])
def test_the_list_of_who_has_many_holds_its_own(client, banyak, unit, saringan):
    besok = timezone.localdate() + timedelta(days=1)
    isi = {"judul": "Taman kota", "tanggal_berakhir": besok}
    milik = NaskahFactory(perangkat_daerah=[unit], **isi)
    NaskahFactory(**isi)
    indeks.lengkapi()
    client.force_login(anggota_pd(unit))

    page = client.get(reverse("kerjasama:naskah-daftar"), saringan)

    assert list(page.context["object_list"]) == [milik]
