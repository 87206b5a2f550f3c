"""Several people at once: one entry, one undoing, one line in the trail each."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from inti.models import JejakAudit
from inti.putusan import AturanDilanggar
from kerjasama.models import Naskah
from kerjasama.services import impor as services
from kerjasama.services import unggah_impor
from tests.factories.inti import PenggunaFactory
from tests.kerjasama.services.test_impor import BARIS, KEPALA

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def serentak(service, pk, orang):
    """What became of each call: True, or the refusal."""

    def coba(satu):
        try:
            service(pk, oleh=satu)
        except AturanDilanggar as error:
            return error.alasan
        else:
            return True
        finally:
            connection.close()

    with ThreadPoolExecutor(len(orang)) as pool:
        return list(pool.map(coba, orang))


@pytest.fixture
def orang():
    return [PenggunaFactory(staf=True) for _ in range(5)]


@pytest.fixture
def impor(orang):
    isi = (KEPALA + BARIS.replace("12/2019", "")).encode()
    return unggah_impor.bawa_masuk("a.csv", isi, oleh=orang[0])[0]


def test_row_taken_by_five_at_once_enters_once(impor, orang):
    hasil = serentak(services.terima, impor.baris.get().pk, orang)

    assert hasil.count(True) == 1
    assert Naskah.objects.count() == 1
    assert JejakAudit.objects.filter(aksi="baris_impor.terima").count() == 1


def test_import_undone_by_five_at_once_is_undone_once(impor, orang):
    services.terima(impor.baris.get().pk, oleh=orang[0])

    hasil = serentak(services.batalkan, impor.pk, orang)

    assert hasil.count(True) == 1
    assert Naskah.objects.count() == 0
    assert JejakAudit.objects.filter(aksi="impor.batalkan").count() == 1


def test_same_file_brought_by_five_at_once_is_staged_once(orang):
    isi = (KEPALA + BARIS).encode()

    def bawa(_, *, oleh):
        unggah_impor.bawa_masuk("a.csv", isi, oleh=oleh)

    assert serentak(bawa, None, orang) == [True] * 5
    assert JejakAudit.objects.filter(aksi="impor.impor").count() == 1
