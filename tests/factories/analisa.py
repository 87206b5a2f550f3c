"""The team's analysis of the mitra's reports."""

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from pengawasan.enums import Metode
from pengawasan.models import HasilAnalisa
from tests.factories.inti import PenggunaFactory
from tests.factories.pengawasan import KegiatanFactory


class HasilAnalisaFactory(DjangoModelFactory):
    class Meta:
        model = HasilAnalisa

    kegiatan = factory.SubFactory(KegiatanFactory, metode=Metode.DOKUMEN, ditugaskan=True)
    laporan = factory.LazyFunction(
        lambda: [{"laporan": 1, "putaran": 1, "sebutan": "Laporan ke-1 PT Satu"}]
    )
    ringkasan = "Target semester ini tercapai."
    permasalahan = "Tidak ada."
    kesimpulan = "Pelaksanaan sesuai perjanjian."
    dianalisa_oleh = factory.SubFactory(PenggunaFactory)
    dianalisa_pada = factory.LazyFunction(timezone.now)
