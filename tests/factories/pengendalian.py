"""Valid entries of the log of control."""

import factory
from factory.django import DjangoModelFactory

from pengawasan.models import Pengendalian
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import NaskahFactory
from tests.factories.pengawasan import hari


class PengendalianFactory(DjangoModelFactory):
    """Of three days ago, by the first unit of the naskah."""

    class Meta:
        model = Pengendalian

    naskah = factory.SubFactory(NaskahFactory)
    perangkat_daerah = factory.LazyAttribute(lambda o: o.naskah.perangkat_daerah.first())
    tanggal = factory.LazyFunction(lambda: hari(-3))
    objek = "Pelaksanaan kewajiban mitra"
    temuan = "Sesuai perjanjian."
    dicatat_oleh = factory.SubFactory(PenggunaFactory)
