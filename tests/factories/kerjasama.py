"""Valid rows of the register."""

from datetime import date, timedelta

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from kerjasama.domain.kunci import kunci_nama, kunci_nomor
from kerjasama.enums import JenisLampiran, JenisMitra, JenisNaskah, StatusLampiran, StatusNaskah
from kerjasama.models import (
    Addendum,
    Butir,
    Keanggotaan,
    LampiranBertanggal,
    Mitra,
    Narahubung,
    Naskah,
    NaskahPerangkatDaerah,
    ParaPihak,
    PenugasanNaskah,
    PerangkatDaerah,
    Setoran,
    VersiBerkas,
)
from tests.factories.inti import BerkasFactory, PenggunaFactory


class PerangkatDaerahFactory(DjangoModelFactory):
    class Meta:
        model = PerangkatDaerah

    kode = factory.Sequence(lambda n: f"dinas-{n}")
    nama = factory.Sequence(lambda n: f"Dinas {n}")


class MitraFactory(DjangoModelFactory):
    class Meta:
        model = Mitra

    nama = factory.Sequence(lambda n: f"PT Mitra {n}")
    kunci = factory.LazyAttribute(lambda o: kunci_nama(o.nama))
    jenis = JenisMitra.PERUSAHAAN_SWASTA


class NaskahFactory(DjangoModelFactory):
    """In force for five years, with one mitra and one unit unless told otherwise."""

    class Meta:
        model = Naskah
        skip_postgeneration_save = True

    jenis = JenisNaskah.PKS
    nomor = factory.Sequence(lambda n: f"134.4/{n}/SETDA.Ks/2024")
    kunci_nomor = factory.LazyAttribute(lambda o: kunci_nomor(o.nomor))
    judul = factory.Sequence(lambda n: f"Pengelolaan pasar {n}")
    tanggal_ttd = date(2024, 1, 15)
    tanggal_berakhir = date(2029, 1, 15)
    status = StatusNaskah.BERLAKU
    dibuat_oleh = factory.SubFactory(PenggunaFactory)

    @factory.post_generation
    def mitra(self, create, extracted, **kwargs):
        for satu in [MitraFactory()] if extracted is None else extracted:
            ParaPihak.objects.create(naskah=self, mitra=satu)

    @factory.post_generation
    def perangkat_daerah(self, create, extracted, **kwargs):
        for satu in [PerangkatDaerahFactory()] if extracted is None else extracted:
            NaskahPerangkatDaerah.objects.create(naskah=self, perangkat_daerah=satu)


class PenugasanNaskahFactory(DjangoModelFactory):
    """Someone who may see one naskah for a month around today."""

    class Meta:
        model = PenugasanNaskah

    naskah = factory.SubFactory(NaskahFactory)
    pengguna = factory.SubFactory(PenggunaFactory, pd=True)
    nama = factory.LazyAttribute(lambda o: o.pengguna.nama if o.pengguna else "Budi Santoso")
    jabatan = "Analis"
    perangkat_daerah = factory.SubFactory(PerangkatDaerahFactory)
    mulai = factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=15))
    selesai = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=15))
    alasan = "Nota dinas"
    dicatat_oleh = factory.SubFactory(PenggunaFactory)


class AddendumFactory(DjangoModelFactory):
    """The first addendum: two years more, unless told otherwise. The naskah stays as it is."""

    class Meta:
        model = Addendum

    naskah = factory.SubFactory(NaskahFactory)
    ke = 1
    nomor = factory.Sequence(lambda n: f"134.4/{n}/ADD/2025")
    kunci_nomor = factory.LazyAttribute(lambda o: kunci_nomor(o.nomor))
    tentang = factory.Sequence(lambda n: f"Perpanjangan {n}")
    tanggal_ttd = date(2025, 3, 1)
    perubahan = factory.LazyFunction(lambda: {"tanggal_berakhir": ["2027-01-15", "2029-01-15"]})
    memperpanjang = True
    dicatat_oleh = factory.SubFactory(PenggunaFactory)


class NarahubungFactory(DjangoModelFactory):
    """Of a mitra or of a pihak: give one of the two."""

    class Meta:
        model = Narahubung

    nama = factory.Sequence(lambda n: f"Narahubung {n}")
    telepon = "021-5550100"


class ButirFactory(DjangoModelFactory):
    class Meta:
        model = Butir

    naskah = factory.SubFactory(NaskahFactory)
    jenis = "kewajiban"
    pihak = "mitra"
    uraian = factory.Sequence(lambda n: f"Kewajiban {n}")


class SetoranFactory(DjangoModelFactory):
    """A yearly contribution of one billion, due on 31 March 2025."""

    class Meta:
        model = Setoran

    butir = factory.SubFactory(
        ButirFactory,
        kekerapan="tahunan",
        jatuh_tempo_pertama=date(2025, 3, 31),
        sifat_uang="setoran",
        jumlah=1_000_000_000,
    )
    ke = 1
    jatuh_tempo = date(2025, 3, 31)
    jumlah = 1_000_000_000


class LampiranFactory(DjangoModelFactory):
    """A guarantee of the naskah's mitra, in force for a year from today, with one version."""

    class Meta:
        model = LampiranBertanggal
        skip_postgeneration_save = True

    class Params:
        ditutup = factory.Trait(
            status=StatusLampiran.DITUTUP,
            alasan_tutup="Pekerjaan selesai",
            ditutup_oleh=factory.SubFactory(PenggunaFactory),
            ditutup_pada=factory.LazyFunction(timezone.now),
        )

    naskah = factory.SubFactory(NaskahFactory)
    jenis = JenisLampiran.JAMINAN
    mitra = factory.LazyAttribute(lambda o: o.naskah.mitra.first())
    nomor = factory.Sequence(lambda n: f"JP/{n}/2026")
    berlaku_mulai = factory.LazyFunction(timezone.localdate)
    berlaku_sampai = factory.LazyAttribute(lambda o: o.berlaku_mulai + timedelta(days=365))

    @factory.post_generation
    def berkas(self, create, extracted, **kwargs):
        VersiBerkas.objects.create(
            lampiran=self,
            ke=1,
            berkas=extracted or BerkasFactory(nama="jaminan.pdf"),
            nomor=self.nomor,
            berlaku_mulai=self.berlaku_mulai,
            berlaku_sampai=self.berlaku_sampai,
            diunggah_oleh=PenggunaFactory(),
        )


class KeanggotaanFactory(DjangoModelFactory):
    class Meta:
        model = Keanggotaan

    pengguna = factory.SubFactory(PenggunaFactory)
    mulai = date(2020, 1, 1)


def anggota_pd(unit, **kolom):
    """A person of the unit, with the role."""
    orang = PenggunaFactory(pd=True, **kolom)
    KeanggotaanFactory(pengguna=orang, perangkat_daerah=unit)
    return orang


def anggota_mitra(mitra):
    """A person of the partner, with the role."""
    orang = PenggunaFactory(mitra=True)
    KeanggotaanFactory(pengguna=orang, mitra=mitra)
    return orang
