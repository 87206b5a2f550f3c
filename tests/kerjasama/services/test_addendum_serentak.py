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
from tests.factories.kerjasama import MitraFactory, NaskahFactory

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


def test_mitra_leaving_by_five_addenda_at_once_leaves_once(orang):
    naskah = NaskahFactory(mitra=[MitraFactory(), MitraFactory()])
    baris = {"pihak": [{"aksi": "akhiri", "pk": naskah.pihak.first().pk}]}
    data = DATA | {"nomor": ""}

    hasil = serentak(
        lambda satu: services.catat(naskah.pk, data, perubahan={}, baris=baris, oleh=satu), orang
    )

    assert (hasil.count(True), Addendum.objects.count()) == (1, 1)
    assert naskah.pihak.aktif().count() == 1


def test_two_mitra_that_leave_at_once_do_not_leave_the_naskah_alone(orang):
    naskah = NaskahFactory(mitra=[MitraFactory(), MitraFactory()])
    keluar = dict(zip([o.pk for o in orang], naskah.pihak.all(), strict=False))

    def catat(satu):
        baris = {"pihak": [{"aksi": "akhiri", "pk": keluar[satu.pk].pk}]}
        services.catat(naskah.pk, DATA | {"nomor": ""}, perubahan={}, baris=baris, oleh=satu)

    hasil = serentak(catat, orang[:2])

    assert hasil.count(True) == 1
    assert "harus mempunyai mitra" in next(h for h in hasil if h is not True)
    assert naskah.pihak.aktif().count() == 1


def test_addenda_of_several_people_at_once_lose_nothing_of_each_other(orang):
    naskah = NaskahFactory(mitra=[MitraFactory()])
    baru = {satu.pk: MitraFactory().pk for satu in orang}

    def catat(satu):
        baris = {"pihak": [{"aksi": "tambah", "pk": None, "data": {"mitra": baru[satu.pk]}}]}
        services.catat(naskah.pk, DATA | {"nomor": ""}, perubahan={}, baris=baris, oleh=satu)

    assert serentak(catat, orang) == [True] * 5
    assert list(naskah.addendum.values_list("ke", flat=True)) == [1, 2, 3, 4, 5]
    assert naskah.pihak.aktif().count() == 6
