"""What a filter of the register offers is what it takes."""

from datetime import date

import pytest
from django.test import RequestFactory

from inti.models import Pengguna
from kerjasama.filters import (
    NaskahFilterSet,
    SetoranFilterSet,
    petugas_terlihat,
    sebutan_petugas,
    sebutan_unit,
    unit_terlihat,
)
from kerjasama.models import Naskah
from pengawasan.filters.jadwal import JadwalFilterSet
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import (
    KeanggotaanFactory,
    MitraFactory,
    PerangkatDaerahFactory,
)

pytestmark = pytest.mark.django_db


def oleh(pengguna):
    permintaan = RequestFactory().get("/")
    permintaan.user = Pengguna.objects.get(pk=pengguna.pk)
    return permintaan


def test_the_units_that_are_named_are_those_that_may_be_chosen():
    badan = PerangkatDaerahFactory(nama="Badan B")
    PerangkatDaerahFactory(nama="Dinas A")
    lama = KeanggotaanFactory(perangkat_daerah=badan, mulai=date(2020, 1, 1))
    usai = KeanggotaanFactory(
        perangkat_daerah=badan, mulai=date(2020, 1, 1), selesai=date(2020, 2, 1)
    )
    orang = {"staf": PenggunaFactory(staf=True), "pd": lama.pengguna, "usai": usai.pengguna}
    for nama, banyak in {"staf": 2, "pd": 1, "usai": 0}.items():
        permintaan = oleh(orang[nama])
        boleh = [(unit.pk, str(unit)) for unit in unit_terlihat(permintaan)]
        assert sebutan_unit(permintaan) == boleh
        assert len(boleh) == banyak


def test_the_staff_who_are_named_are_those_that_may_be_chosen():
    PenggunaFactory(tim=True, nama="", username="tanpa.nama")
    PenggunaFactory(staf=True, is_active=False)
    PenggunaFactory(mitra=True)
    permintaan = oleh(PenggunaFactory(staf=True, nama="Ani"))

    boleh = [(orang.pk, str(orang)) for orang in petugas_terlihat(permintaan)]

    assert sebutan_petugas(permintaan) == boleh
    assert {nama for _, nama in boleh} == {"tanpa.nama", "Ani"}


def test_what_is_not_asked_for_is_not_made():
    permintaan = oleh(PenggunaFactory(pd=True))
    saringan = NaskahFilterSet({"q": "x"}, Naskah.objects.all(), request=permintaan)
    assert "mitra" not in saringan.form.fields
    assert saringan.form.fields["perangkat_daerah"].queryset.query.is_empty()


@pytest.mark.parametrize("saringan", [NaskahFilterSet, SetoranFilterSet, JadwalFilterSet])
def test_who_has_no_unit_is_offered_none(saringan):
    semua, unit = saringan.Meta.model.objects.all(), PerangkatDaerahFactory()
    ditawarkan = {
        peran: "perangkat_daerah"
        in saringan({}, semua, request=oleh(PenggunaFactory(**{peran: True}))).form.fields
        for peran in ("mitra", "pd", "staf", "tim")
    }
    assert ditawarkan == {"mitra": False, "pd": True, "staf": True, "tim": True}
    permintaan = oleh(PenggunaFactory(mitra=True))
    assert saringan({"perangkat_daerah": unit.pk}, semua, request=permintaan).errors


def test_a_value_that_may_not_be_chosen_is_refused():
    permintaan, unit = oleh(PenggunaFactory(pd=True)), PerangkatDaerahFactory()
    diminta = {"perangkat_daerah": unit.pk, "mitra": MitraFactory().pk}
    saringan = NaskahFilterSet(diminta, Naskah.objects.all(), request=permintaan)
    assert set(saringan.errors) == set(diminta)
