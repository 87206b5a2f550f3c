"""Reminders of ends: late, twice, or many at once, one message a person."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from inti.models import Notifikasi
from kerjasama.domain.akhir import akhir_terjauh
from kerjasama.services import tunda_pengingat
from pengawasan.models import PengingatAkhir
from pengawasan.services import pengingat_akhir as services
from tests.factories.inti import PenggunaFactory, aksi_tercatat
from tests.factories.kerjasama import LampiranFactory, NaskahFactory
from tests.factories.pengawasan import hari
from tests.support.failures import StepFailedError, fails

pytestmark = pytest.mark.django_db


@pytest.fixture
def orang():
    PenggunaFactory(pd=True)
    return [PenggunaFactory(staf=True), PenggunaFactory(tim=True)]


def lampiran(akhir, **isi):
    return LampiranFactory(naskah=NaskahFactory(), berlaku_sampai=akhir, **isi)


def test_what_ends_is_told_in_one_message_a_person(orang):
    naskah = NaskahFactory(tanggal_berakhir=akhir_terjauh(hari(), 6))
    jaminan = lampiran(hari(20))

    assert [services.terbitkan(hari()) for _ in range(2)] == [2, 0]

    rungs = set(PengingatAkhir.objects.values_list("naskah", "lampiran", "ambang", "penerima"))
    assert rungs == {
        (satu, dua, ambang, o.pk)
        for satu, dua, ambang in ((naskah.pk, None, 6), (None, jaminan.pk, 1))
        for o in orang
    }
    kabar = list(Notifikasi.objects.order_by("pk"))
    assert [k.kepada for k in kabar] == orang
    assert str(naskah) in kabar[0].isi
    assert kabar[0].isi.index(str(jaminan)) < kabar[0].isi.index(str(naskah))
    assert aksi_tercatat() == ["pengingat_akhir.ingatkan"]


def test_missed_months_catch_up_with_the_latest_rung(orang):
    akhir = akhir_terjauh(hari(), 12)
    NaskahFactory(tanggal_berakhir=akhir)

    assert services.terbitkan(hari()) == 1
    assert services.terbitkan(akhir - timedelta(days=40)) == 1
    assert services.terbitkan(akhir - timedelta(days=39)) == 0

    assert set(PengingatAkhir.objects.values_list("ambang", flat=True)) == {12, 2}


def test_past_the_last_day_it_is_said_once(orang):
    lampiran(hari(-1), berlaku_mulai=hari(-300))

    assert [services.terbitkan(hari(n)) for n in (0, 1)] == [1, 0]


def test_what_was_extended_begins_its_ladder_anew(orang):
    satu = NaskahFactory(tanggal_berakhir=hari(10))
    services.terbitkan(hari())
    satu.tanggal_berakhir = hari(15)
    satu.save()

    assert services.terbitkan(hari()) == 1


@pytest.mark.parametrize(
    "isi",
    [
        {"tanggal_berakhir": hari(400)},
        {"tanggal_berakhir": hari(-91), "tanggal_ttd": hari(-900)},
        {"tanggal_berakhir": None},
        {"tanggal_berakhir": hari(5), "status": "berakhir", "alasan_berakhir": "kesepakatan"},
    ],
)
def test_what_is_far_off_long_past_or_not_in_force_is_not_told_of(orang, isi):
    NaskahFactory(**isi)

    assert services.terbitkan(hari()) == 0


def test_what_is_closed_or_put_off_is_not_told_of_until_its_day(orang):
    lampiran(hari(20), ditutup=True)
    naskah = NaskahFactory(tanggal_berakhir=hari(20))
    tunda_pengingat.tunda(naskah, sampai=hari(5), alasan="Dirundingkan", oleh=orang[0])

    assert [services.terbitkan(hari(n)) for n in (0, 4, 5)] == [0, 0, 1]


def test_reminder_without_its_message_is_none(orang, monkeypatch):
    NaskahFactory(tanggal_berakhir=hari(20))
    monkeypatch.setattr(services, "antrekan", fails)

    with pytest.raises(StepFailedError):
        services.terbitkan(hari())

    assert not PengingatAkhir.objects.exists()


def test_thirty_ends_ask_the_database_as_often_as_one(orang):
    def pernyataan():
        with CaptureQueriesContext(connection) as kueri:
            services.terbitkan(hari())
        return len(kueri)

    NaskahFactory(tanggal_berakhir=hari(20))
    satu = pernyataan()
    for _ in range(30):
        NaskahFactory(tanggal_berakhir=hari(20))

    assert pernyataan() == satu <= 25
