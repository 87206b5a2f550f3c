"""Several people and workers at once: one request, one ZIP, one withholding."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from inti.models import Berkas, JejakAudit
from inti.putusan import AturanDilanggar
from pelaporan.models import BerkasLengkap, PengecualianPublik
from pelaporan.services import berkas_lengkap, publikasi
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import NaskahFactory

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def serentak(kerja):
    """What became of each of five calls."""

    def coba(_):
        try:
            return kerja()
        except AturanDilanggar as error:
            return error.alasan
        finally:
            connection.close()

    with ThreadPoolExecutor(5) as pool:
        return list(pool.map(coba, range(5)))


@pytest.fixture
def staf():
    return PenggunaFactory(staf=True)


def test_berkas_lengkap_asked_for_five_times_at_once_is_queued_once(staf):
    naskah = NaskahFactory()

    hasil = serentak(lambda: berkas_lengkap.minta(naskah.pk, oleh=staf))

    assert sum(isinstance(h, BerkasLengkap) for h in hasil) == 1
    assert BerkasLengkap.objects.count() == 1
    assert JejakAudit.objects.filter(aksi="berkas_lengkap.minta").count() == 1


def test_berkas_lengkap_taken_up_by_five_workers_is_made_once(staf):
    berkas_lengkap.minta(NaskahFactory().pk, oleh=staf)

    assert sum(serentak(berkas_lengkap.kerjakan_antrean)) == 1
    assert Berkas.objects.count() == 1
    assert JejakAudit.objects.filter(aksi="berkas_lengkap.terbitkan").count() == 1


def test_naskah_withheld_by_five_at_once_is_withheld_once_and_lifted_once(staf):
    naskah = NaskahFactory()

    serentak(lambda: publikasi.tahan(naskah.pk, alasan="Rahasia", oleh=staf))
    serentak(lambda: publikasi.tampilkan(naskah.pk, oleh=staf))

    assert PengecualianPublik.objects.count() == 1
    assert list(JejakAudit.objects.order_by("pk").values_list("aksi", flat=True)) == [
        "pengecualian_publik.catat",
        "pengecualian_publik.cabut",
    ]
