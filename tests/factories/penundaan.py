"""A request for postponement."""

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from pengawasan.models import PenundaanJadwal
from tests.factories.inti import PenggunaFactory
from tests.factories.pengawasan import JadwalFactory, hari


class PenundaanJadwalFactory(DjangoModelFactory):
    """One that waits; `disetujui` or `ditolak` decided it."""

    class Meta:
        model = PenundaanJadwal

    class Params:
        diputuskan = factory.Trait(
            diputuskan_oleh=factory.SubFactory(PenggunaFactory),
            diputuskan_pada=factory.LazyFunction(timezone.now),
        )
        disetujui = factory.Trait(diputuskan=True, status="disetujui")
        ditolak = factory.Trait(
            diputuskan=True, status="ditolak", catatan_putusan="Masih dapat dilaksanakan."
        )

    jadwal = factory.SubFactory(JadwalFactory)
    jatuh_tempo = factory.SelfAttribute("jadwal.jatuh_tempo")
    sampai = factory.LazyFunction(lambda: hari(40))
    alasan = "Lokasi banjir"
    diajukan_oleh = factory.LazyFunction(lambda: PenggunaFactory(staf=True))
