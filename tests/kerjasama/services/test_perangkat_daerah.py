"""Recording units."""

from uuid import uuid4

import pytest

from inti.models import JejakAudit
from inti.putusan import AturanDilanggar
from kerjasama.models import PerangkatDaerah
from kerjasama.services import perangkat_daerah as services
from tests.factories.inti import PenggunaFactory, aksi_tercatat
from tests.factories.kerjasama import PerangkatDaerahFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def staf():
    return PenggunaFactory(staf=True)


def test_catat_takes_its_code_from_the_name(staf):
    unit = services.catat({"nama": "Dinas Tata Ruang", "singkatan": "Distaru"}, oleh=staf)

    assert unit.kode == "dinas-tata-ruang"
    assert aksi_tercatat() == ["perangkat_daerah.catat"]


def test_two_long_names_that_begin_alike_are_two_units(staf):
    awal = "Badan Perencanaan Pembangunan Penelitian dan Pengembangan Daerah "

    satu, dua = (services.catat({"nama": awal + n}, oleh=staf) for n in ("Timur", "Barat"))

    assert satu.kode != dua.kode


@pytest.mark.parametrize("nama", ["Dinas Sosial", "dinas  sosial"])
def test_catat_refuses_a_name_that_is_taken(staf, nama):
    PerangkatDaerahFactory(nama="Dinas Sosial", kode="dinas-sosial")

    with pytest.raises(AturanDilanggar, match="sudah tercatat"):
        services.catat({"nama": nama}, oleh=staf)

    assert PerangkatDaerah.objects.count() == 1
    assert not JejakAudit.objects.exists()


def test_form_sent_twice_is_one_unit(staf):
    kunci = uuid4()
    services.catat({"nama": "Dinas A"}, oleh=staf, kunci=kunci)

    with pytest.raises(AturanDilanggar, match="sudah dikirim"):
        services.catat({"nama": "Dinas B"}, oleh=staf, kunci=kunci)

    assert PerangkatDaerah.objects.count() == 1


def test_ubah_keeps_what_was_and_what_is(staf):
    unit = PerangkatDaerahFactory(nama="Dinas Lama")

    services.ubah(unit.pk, {"nama": "Dinas Baru"}, oleh=staf)

    assert JejakAudit.objects.get().perubahan == {"nilai": {"nama": ["Dinas Lama", "Dinas Baru"]}}


def test_ubah_that_changes_nothing_leaves_no_line(staf):
    unit = PerangkatDaerahFactory()

    services.ubah(unit.pk, {"nama": unit.nama}, oleh=staf)

    assert not JejakAudit.objects.exists()


def test_ubah_to_a_name_that_is_taken_writes_nothing(staf):
    PerangkatDaerahFactory(nama="Dinas Satu")
    dua = PerangkatDaerahFactory(nama="Dinas Dua")

    with pytest.raises(AturanDilanggar, match="sudah tercatat"):
        services.ubah(dua.pk, {"nama": "Dinas Satu", "singkatan": "DS"}, oleh=staf)

    dua.refresh_from_db()
    assert (dua.nama, dua.singkatan) == ("Dinas Dua", "")
    assert not JejakAudit.objects.exists()
