"""Several people at once: one entry, one undoing, one line in the trail each."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from inti.models import JejakAudit
from inti.putusan import AturanDilanggar
from kerjasama.domain.kolom import kenali
from kerjasama.models import Naskah
from kerjasama.services import antrean_impor, batal_impor, unggah_impor
from kerjasama.services import impor as services
from kerjasama.services.lembar import Tata
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

    hasil = serentak(batal_impor.batalkan, impor.pk, orang)

    assert hasil.count(True) == 1
    assert Naskah.objects.count() == 0
    assert JejakAudit.objects.filter(aksi="impor.batalkan").count() == 1


def test_same_file_brought_by_five_at_once_is_staged_once(orang):
    isi = (KEPALA + BARIS).encode()

    def bawa(_, *, oleh):
        unggah_impor.bawa_masuk("a.csv", isi, oleh=oleh)

    assert serentak(bawa, None, orang) == [True] * 5
    assert JejakAudit.objects.filter(aksi="impor.impor").count() == 1


def test_list_is_read_by_one_of_five_workers(orang, monkeypatch):
    monkeypatch.setattr(antrean_impor, "SEGERA", 0)
    isi = (KEPALA + "".join(BARIS.replace("12/", f"{n}/") for n in range(20, 40))).encode()
    impor, _ = unggah_impor.unggah("a.csv", isi, oleh=orang[0])
    unggah_impor.petakan(impor.pk, Tata(0, 1, kenali(KEPALA.strip().split(","))), oleh=orang[0])

    def kerjakan(pk, *, oleh):
        diambil.append(antrean_impor.kerjakan(pk))

    diambil = []
    serentak(kerjakan, impor.pk, orang)

    assert diambil.count(True) == 1
    assert impor.baris.count() == 20
    assert JejakAudit.objects.filter(aksi="impor.impor").count() == 1


def test_columns_chosen_by_five_at_once_are_chosen_once(orang):
    impor, _ = unggah_impor.unggah("a.csv", (KEPALA + BARIS).encode(), oleh=orang[0])
    tata = Tata(0, 1, kenali(KEPALA.strip().split(",")))

    def petakan(pk, *, oleh):
        unggah_impor.petakan(pk, tata, oleh=oleh)

    serentak(petakan, impor.pk, orang)

    assert impor.baris.count() == 1


def test_all_sound_rows_taken_by_five_at_once_enter_once(orang):
    isi = (KEPALA + "".join(BARIS.replace("12/", f"{n}/") for n in range(20, 26))).encode()
    impor, _ = unggah_impor.bawa_masuk("a.csv", isi, oleh=orang[0])

    serentak(services.terima_semua, impor.pk, orang)

    assert Naskah.objects.count() == 6
    assert JejakAudit.objects.filter(aksi="baris_impor.terima").count() == 6
    assert impor.baris.filter(status="diterima").count() == 6
