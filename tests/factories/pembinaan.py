"""Valid rows of the log of pembinaan and of the decree that sets the team."""

from datetime import date

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from inti.unggahan import PDF, Diperiksa
from pengawasan.enums import JenisPembinaan, KedudukanKeputusan
from pengawasan.models import (
    AnggotaKeputusanTim,
    BerkasPembinaan,
    KeputusanTim,
    Pembinaan,
    PesertaPembinaan,
    VersiKeputusanTim,
)
from tests.factories.inti import BerkasFactory, PenggunaFactory
from tests.factories.kerjasama import PerangkatDaerahFactory
from tests.factories.pengawasan import hari


class KeputusanTimFactory(DjangoModelFactory):
    """In force from the first of January 2020 on, or of a later year for each further one."""

    class Meta:
        model = KeputusanTim
        skip_postgeneration_save = True

    nomor = factory.Sequence(lambda n: f"100/Kep.{n}/2020")
    mulai = factory.Sequence(lambda n: date(1990 + n % 30, 1 + n // 30 % 12, 1))
    tanggal = factory.SelfAttribute("mulai")
    tentang = "Tim Pembinaan dan Pengawasan"
    dicatat_oleh = factory.SubFactory(PenggunaFactory)
    ketua = factory.RelatedFactory(
        "tests.factories.pembinaan.AnggotaKeputusanTimFactory", factory_related_name="keputusan"
    )


class AnggotaKeputusanTimFactory(DjangoModelFactory):
    """The Ketua, by office."""

    class Meta:
        model = AnggotaKeputusanTim

    keputusan = factory.SubFactory(KeputusanTimFactory, ketua=None)
    kedudukan = KedudukanKeputusan.KETUA
    jabatan = "Kepala Bagian Kerja Sama"


class VersiKeputusanTimFactory(DjangoModelFactory):
    class Meta:
        model = VersiKeputusanTim

    keputusan = factory.SubFactory(KeputusanTimFactory)
    ke = 1
    berkas = factory.SubFactory(BerkasFactory)


class PembinaanFactory(DjangoModelFactory):
    """Of three days ago; `unit` are those that took part, one of them where none is given."""

    class Meta:
        model = Pembinaan
        skip_postgeneration_save = True

    class Params:
        dibatalkan = factory.Trait(
            dibatalkan_oleh=factory.SubFactory(PenggunaFactory),
            dibatalkan_pada=factory.LazyFunction(timezone.now),
            alasan_batal="Tercatat dua kali.",
        )

    jenis = JenisPembinaan.SOSIALISASI
    tanggal_mulai = factory.LazyFunction(lambda: hari(-3))
    tanggal_selesai = factory.SelfAttribute("tanggal_mulai")
    tempat = "Ruang rapat"
    materi = "Pelaporan pelaksanaan kerja sama"
    jumlah_peserta = 5
    dicatat_oleh = factory.SubFactory(PenggunaFactory)

    @factory.post_generation
    def unit(self, create, extracted, **kwargs):
        for satu in extracted or [PerangkatDaerahFactory()]:
            self.keikutsertaan.create(perangkat_daerah=satu, jumlah_peserta=5)


class PesertaPembinaanFactory(DjangoModelFactory):
    """Of the first unit that took part."""

    class Meta:
        model = PesertaPembinaan

    pembinaan = factory.SubFactory(PembinaanFactory)
    nama = factory.Sequence(lambda n: f"Peserta {n}")
    perangkat_daerah = factory.LazyAttribute(lambda o: o.pembinaan.perangkat_daerah.first())


class BerkasPembinaanFactory(DjangoModelFactory):
    class Meta:
        model = BerkasPembinaan

    pembinaan = factory.SubFactory(PembinaanFactory)
    berkas = factory.SubFactory(BerkasFactory)


def isi_pembinaan(**lain):
    """What the services take as the columns of an entry."""
    return {
        "jenis": "sosialisasi",
        "tanggal_mulai": hari(-2),
        "tanggal_selesai": hari(-2),
        "tempat": "Aula",
        "materi": "Pelaporan",
        "narasumber": "",
        "hasil": "",
        "jumlah_peserta": None,
    } | lain


def isi_keputusan(**lain):
    """What the services take as the columns of a decree."""
    return {
        "nomor": "100/Kep.1/2026",
        "tanggal": hari(-30),
        "tentang": "Tim Pembinaan dan Pengawasan",
        "mulai": hari(-30),
        "selesai": None,
    } | lain


def orang(nama="Budi", unit=None, **lain):
    """One person as the services take one; of a unit, or of elsewhere."""
    dari = {"perangkat_daerah": unit, "instansi": "" if unit else "Universitas Contoh"}
    return {"nama": nama, "jabatan": "Staf"} | dari | lain


def anggota(kedudukan="ketua", **lain):
    """One seat as the services take it."""
    dasar = {"jabatan": "Kepala Bagian", "nama": "", "perangkat_daerah": None, "instansi": ""}
    return {"kedudukan": kedudukan} | dasar | lain


def terunggah(nama="berkas.pdf"):
    """A checked upload whose bytes are those of no other name."""
    return Diperiksa(f"%PDF-1.4 {nama}".encode(), PDF, nama)
