"""Several people at once: one addendum, one taking back, one ending, one line in the trail each."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connection

from inti.models import JejakAudit
from inti.putusan import AturanDilanggar
from kerjasama.models import Addendum
from kerjasama.services import addendum as services
from kerjasama.services import pengakhiran
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import NaskahFactory

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
DATA = {"nomor": "134.4/9/ADD/2025", "tentang": "Perluasan", "tanggal_ttd": date(2025, 3, 1)}


@pytest.fixture
def orang():
    return [PenggunaFactory(staf=True) for _ in range(5)]


def serentak(service, orang):
    """What became of each call: True, or the refusal."""

    def coba(satu):
        try:
            service(satu)
        except AturanDilanggar as error:
            return error.alasan
        else:
            return True
        finally:
            connection.close()

    with ThreadPoolExecutor(len(orang)) as pool:
        return list(pool.map(coba, orang))


def baris(aksi):
    return JejakAudit.objects.filter(aksi=aksi).count()


def test_addendum_recorded_by_five_at_once_is_one(orang):
    naskah = NaskahFactory()

    hasil = serentak(
        lambda satu: services.catat(naskah.pk, DATA, perubahan={"objek": "Kios"}, oleh=satu), orang
    )

    naskah.refresh_from_db()
    assert (hasil.count(True), Addendum.objects.count(), naskah.versi_fakta) == (1, 1, 2)
    assert baris("addendum.catat") == 1


def test_number_given_to_five_naskah_at_once_is_given_once(orang):
    naskah = {satu.pk: NaskahFactory().pk for satu in orang}

    hasil = serentak(
        lambda satu: services.catat(naskah[satu.pk], DATA, perubahan={"objek": "x"}, oleh=satu),
        orang,
    )

    assert (hasil.count(True), Addendum.objects.count()) == (1, 1)
    assert all("sudah tercatat untuk Addendum ke-1" in h for h in hasil if h is not True)


def test_addendum_taken_back_by_five_at_once_is_taken_back_once(orang):
    naskah = NaskahFactory(objek="Pasar")
    addendum = services.catat(naskah.pk, DATA, perubahan={"objek": "Kios"}, oleh=orang[0])

    hasil = serentak(lambda satu: services.batalkan(addendum.pk, alasan="x", oleh=satu), orang)

    naskah.refresh_from_db()
    assert (hasil.count(True), naskah.objek, naskah.versi_fakta) == (1, "Pasar", 3)
    assert baris("addendum.batalkan") == 1


def test_night_that_runs_five_times_at_once_ends_each_naskah_once(orang):
    for _ in range(3):
        NaskahFactory(tanggal_berakhir=date(2026, 1, 15))

    serentak(lambda _: pengakhiran.akhiri_yang_lewat(), orang)

    assert baris("naskah.akhiri") == 3
