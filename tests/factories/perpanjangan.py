"""A mitra's request for a later deadline."""

from datetime import timedelta

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from pelaporan.models import PerpanjanganBatas
from tests.factories.inti import PenggunaFactory
from tests.factories.pelaporan import KewajibanLaporanFactory, orang_mitra


class PerpanjanganBatasFactory(DjangoModelFactory):
    """One that waits, for two weeks more; `disetujui` or `ditolak` decided it."""

    class Meta:
        model = PerpanjanganBatas

    class Params:
        diputuskan = factory.Trait(
            diputuskan_oleh=factory.LazyFunction(lambda: PenggunaFactory(staf=True)),
            diputuskan_pada=factory.LazyFunction(timezone.now),
        )
        disetujui = factory.Trait(diputuskan=True, status="disetujui")
        ditolak = factory.Trait(diputuskan=True, status="ditolak", catatan_putusan="Masih sempat.")

    kewajiban = factory.SubFactory(KewajibanLaporanFactory)
    batas = factory.SelfAttribute("kewajiban.batas")
    sampai = factory.LazyAttribute(lambda o: o.batas + timedelta(days=14))
    alasan = "Data keuangan belum selesai diaudit."
    diajukan_oleh = factory.LazyAttribute(lambda o: orang_mitra(o.kewajiban))
