"""Which unit a written name means."""

import pytest

from pengawasan.queries.unit import baca_unit, kamus_unit
from tests.factories.kerjasama import PerangkatDaerahFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def dinas():
    satu = PerangkatDaerahFactory(nama="Dinas Perdagangan", singkatan="Disdag")
    satu.riwayat_nama.create(nama="Dinas Pasar")
    return satu


@pytest.mark.parametrize(
    "teks", ["Dinas Perdagangan", "  dinas   PERDAGANGAN ", "disdag", "Dinas Pasar"]
)
def test_unit_is_known_by_its_present_short_and_former_name(dinas, teks):
    assert baca_unit(kamus_unit(), teks) == {"perangkat_daerah": dinas, "instansi": ""}


def test_other_words_stay_as_they_are(dinas):
    assert baca_unit(kamus_unit(), "Universitas Contoh") == {
        "perangkat_daerah": None,
        "instansi": "Universitas Contoh",
    }


def test_name_that_may_mean_two_units_means_none(dinas):
    PerangkatDaerahFactory(nama="Dinas Perdagangan Dalam", singkatan="DISDAG")

    assert baca_unit(kamus_unit(), "Disdag")["perangkat_daerah"] is None


def test_present_name_goes_before_what_another_unit_was_called(dinas):
    pasar = PerangkatDaerahFactory(nama="Dinas Pasar")

    assert baca_unit(kamus_unit(), "Dinas Pasar")["perangkat_daerah"] == pasar
