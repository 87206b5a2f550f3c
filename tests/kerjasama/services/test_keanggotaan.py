"""The door to the portal: open once, closed at once or on a day."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from inti.models import JejakAudit
from inti.putusan import AturanDilanggar
from kerjasama.models import Keanggotaan, Naskah
from kerjasama.services import keanggotaan as services
from tests.factories.inti import PenggunaFactory, aksi_tercatat
from tests.factories.kerjasama import (
    KeanggotaanFactory,
    MitraFactory,
    NaskahFactory,
    PerangkatDaerahFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def staf():
    return PenggunaFactory(staf=True)


@pytest.fixture
def hari_ini():
    return timezone.localdate()


def test_person_let_in_sees_the_naskah_and_let_out_sees_none(staf, hari_ini):
    naskah, orang = NaskahFactory(), PenggunaFactory(mitra=True)

    anggota = services.buka(naskah.mitra.get(), orang, mulai=hari_ini, oleh=staf)
    assert list(Naskah.objects.terlihat_oleh(orang)) == [naskah]

    services.tutup(anggota.pk, sampai=None, oleh=staf)
    assert list(Naskah.objects.terlihat_oleh(orang)) == []
    assert sorted(aksi_tercatat()) == ["keanggotaan.buka", "keanggotaan.tutup"]


def test_access_of_long_ago_that_is_closed_at_once_ended_yesterday(staf, hari_ini):
    anggota = KeanggotaanFactory(mitra=MitraFactory())

    services.tutup(anggota.pk, sampai=None, oleh=staf)

    anggota.refresh_from_db()
    assert anggota.selesai == hari_ini - timedelta(days=1)


def test_access_may_end_on_a_day_ahead_and_earlier_after_all(staf, hari_ini):
    anggota = KeanggotaanFactory(perangkat_daerah=PerangkatDaerahFactory())
    services.tutup(anggota.pk, sampai=hari_ini + timedelta(days=30), oleh=staf)

    services.tutup(anggota.pk, sampai=hari_ini, oleh=staf)

    assert Keanggotaan.objects.get().selesai == hari_ini


def test_access_closed_twice_is_refused_the_second_time(staf):
    anggota = KeanggotaanFactory(mitra=MitraFactory())
    services.tutup(anggota.pk, sampai=None, oleh=staf)

    with pytest.raises(AturanDilanggar, match="sudah ditutup"):
        services.tutup(anggota.pk, sampai=None, oleh=staf)

    assert aksi_tercatat() == ["keanggotaan.tutup"]


@pytest.mark.parametrize("selesai", [None, date(2999, 1, 1)])
def test_access_that_is_open_is_not_opened_again(staf, hari_ini, selesai):
    anggota = KeanggotaanFactory(mitra=MitraFactory(), selesai=selesai)

    with pytest.raises(AturanDilanggar, match="sudah memiliki akses"):
        services.buka(anggota.mitra, anggota.pengguna, mulai=hari_ini, oleh=staf)

    assert not JejakAudit.objects.exists()


def test_access_for_the_past_is_refused(staf, hari_ini):
    kemarin = hari_ini - timedelta(days=1)

    with pytest.raises(AturanDilanggar, match="mundur"):
        services.buka(MitraFactory(), PenggunaFactory(mitra=True), mulai=kemarin, oleh=staf)


def test_merged_mitra_lets_nobody_in(staf, hari_ini):
    tertutup = MitraFactory(digabung_ke=MitraFactory())

    with pytest.raises(AturanDilanggar, match="sudah digabung"):
        services.buka(tertutup, PenggunaFactory(mitra=True), mulai=hari_ini, oleh=staf)
