"""Putting off what the expiry desk says, and bringing it back."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from inti.putusan import AturanDilanggar
from kerjasama.models import TundaPengingat
from kerjasama.services import tunda_pengingat as services
from tests.factories.inti import PenggunaFactory, aksi_tercatat
from tests.factories.kerjasama import LampiranFactory, NaskahFactory
from tests.support.failures import StepFailedError, fails

pytestmark = pytest.mark.django_db


@pytest.fixture
def staf():
    return PenggunaFactory(staf=True)


def hari(n):
    return timezone.localdate() + timedelta(days=n)


@pytest.mark.parametrize("benda", [NaskahFactory, LampiranFactory])
def test_tunda_holds_until_its_day_and_leaves_one_line(staf, benda):
    satu = services.tunda(benda(), sampai=hari(10), alasan="Dirundingkan", oleh=staf)

    berlaku = TundaPengingat.objects.berlaku_pada
    assert [berlaku(hari(n)).filter(pk=satu.pk).exists() for n in (0, 9, 10)] == [True, True, False]
    assert aksi_tercatat() == ["pengingat.tunda"]


def test_another_postponement_takes_the_place_of_the_first_which_stays_to_be_read(staf):
    naskah = NaskahFactory()
    services.tunda(naskah, sampai=hari(10), alasan="Satu", oleh=staf)
    services.tunda(naskah, sampai=hari(20), alasan="Dua", oleh=staf)

    baru, lama = naskah.tunda_pengingat.all()
    assert (baru.alasan, baru.dicabut_pada) == ("Dua", None)
    assert (lama.alasan, lama.dicabut_oleh) == ("Satu", staf)


@pytest.mark.parametrize(("n", "alasan"), [(0, "Hari ini"), (400, "Terlalu lama"), (5, " ")])
def test_tunda_refuses_a_day_or_a_reason_that_is_none(staf, n, alasan):
    with pytest.raises(AturanDilanggar):
        services.tunda(NaskahFactory(), sampai=hari(n), alasan=alasan, oleh=staf)

    assert not TundaPengingat.objects.exists()


def test_the_same_form_twice_is_one_postponement(staf):
    naskah, kunci = NaskahFactory(), uuid4()
    isi = {"sampai": hari(10), "alasan": "Dirundingkan", "oleh": staf, "kunci": kunci}
    services.tunda(naskah, **isi)

    with pytest.raises(AturanDilanggar, match="dua kali"):
        services.tunda(naskah, **isi)

    assert naskah.tunda_pengingat.count() == 1


def test_cabut_brings_it_back_once(staf):
    naskah = NaskahFactory()
    satu = services.tunda(naskah, sampai=hari(10), alasan="Dirundingkan", oleh=staf)

    services.cabut(satu.pk, oleh=staf)

    assert not TundaPengingat.objects.berlaku_pada(hari(0)).exists()
    with pytest.raises(AturanDilanggar, match="tidak berlaku"):
        services.cabut(satu.pk, oleh=staf)
    assert aksi_tercatat() == ["pengingat.tunda", "penundaan_pengingat.cabut"]


def test_postponement_without_its_line_is_none_and_the_earlier_one_holds(staf, monkeypatch):
    naskah = NaskahFactory()
    satu = services.tunda(naskah, sampai=hari(10), alasan="Satu", oleh=staf)
    monkeypatch.setattr(services.audit, "catat", fails)

    with pytest.raises(StepFailedError):
        services.tunda(naskah, sampai=hari(20), alasan="Dua", oleh=staf)
    with pytest.raises(StepFailedError):
        services.cabut(satu.pk, oleh=staf)

    assert TundaPengingat.objects.get().dicabut_pada is None


def test_the_database_refuses_two_that_hold(staf):
    naskah = NaskahFactory()
    isi = {"naskah": naskah, "sampai": hari(5), "alasan": "Satu", "ditunda_oleh": staf}
    TundaPengingat.objects.create(**isi)

    with pytest.raises(IntegrityError), transaction.atomic():
        TundaPengingat.objects.create(**isi)
