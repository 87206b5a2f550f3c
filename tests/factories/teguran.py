"""Valid cases of teguran and their letters."""

import factory
from factory.django import DjangoModelFactory

from pengawasan.enums import DasarTeguran
from pengawasan.models import SuratTeguran, Teguran
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import NaskahFactory
from tests.factories.pengawasan import NomorSuratFactory, hari


class TeguranFactory(DjangoModelFactory):
    """An open case against the first mitra of a naskah, on a late report."""

    class Meta:
        model = Teguran

    naskah = factory.SubFactory(NaskahFactory)
    mitra = factory.LazyAttribute(lambda o: o.naskah.mitra.first())
    dasar = DasarTeguran.LAPORAN
    kunci_dasar = factory.Sequence(lambda n: f"laporan:{n}")
    uraian_dasar = "Laporan ke-2 belum disampaikan."
    interval_hari = 14
    sumber_interval = "kebijakan baku"
    dibuka_oleh = factory.SubFactory(PenggunaFactory)


class SuratTeguranFactory(DjangoModelFactory):
    """SP1 of thirty days ago, delivered, whose deadline is over; not answered."""

    class Meta:
        model = SuratTeguran

    teguran = factory.SubFactory(TeguranFactory)
    tingkat = 1
    nomor = factory.SubFactory(NomorSuratFactory)
    tanggal = factory.LazyFunction(lambda: hari(-30))
    isi = "Harap memenuhi kewajiban."
    batas_jawaban = factory.LazyFunction(lambda: hari(-16))
    penanda_tangan = "Dr. Ketua"
    jabatan_penanda_tangan = "Sekretaris Daerah"
    diterbitkan_oleh = factory.SubFactory(PenggunaFactory)
    disampaikan_tanggal = factory.LazyFunction(lambda: hari(-30))
    disampaikan_cara = "pos"
