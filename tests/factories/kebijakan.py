"""A draft of the policy, and its trial."""

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from pengawasan.models import BarisSimulasiKebijakan, Kebijakan, SimulasiKebijakan
from tests.factories.inti import BerkasFactory, PenggunaFactory
from tests.factories.kerjasama import NaskahFactory
from tests.factories.pengawasan import hari


class DrafKebijakanFactory(DjangoModelFactory):
    """Every four months from ten days on, with its Keputusan."""

    class Meta:
        model = Kebijakan

    versi = factory.Sequence(lambda n: f"draf-{n}")
    dasar = "Keputusan Kepala Daerah"
    nomor_keputusan = "188.45/12"
    tanggal_keputusan = factory.LazyFunction(hari)
    tentang = "Pengawasan kerja sama"
    berkas = factory.SubFactory(BerkasFactory)
    berlaku_mulai = factory.LazyFunction(lambda: hari(10))
    interval_pemantauan = 4
    disusun_oleh = factory.LazyFunction(lambda: PenggunaFactory(staf=True))


class SimulasiKebijakanFactory(DjangoModelFactory):
    """A finished trial of the draft as it is."""

    class Meta:
        model = SimulasiKebijakan

    kebijakan = factory.SubFactory(DrafKebijakanFactory)
    revisi = factory.SelfAttribute("kebijakan.revisi")
    per = factory.LazyFunction(hari)
    status = "selesai"
    persen = 100
    ringkasan = factory.LazyFunction(lambda: {"diperiksa": 0, "naskah": 0})
    selesai_pada = factory.LazyFunction(timezone.now)
    diminta_oleh = factory.LazyFunction(lambda: PenggunaFactory(staf=True))


class BarisSimulasiKebijakanFactory(DjangoModelFactory):
    class Meta:
        model = BarisSimulasiKebijakan

    simulasi = factory.SubFactory(SimulasiKebijakanFactory)
    naskah = factory.SubFactory(NaskahFactory)
    jenis = "pemantauan"
    ke = 1
    perubahan = "bergeser"
    semula = factory.LazyFunction(lambda: hari(60))
    menjadi = factory.LazyFunction(lambda: hari(30))
