"""Valid rows of the kernel."""

import hashlib
from datetime import date

import factory
from factory.django import DjangoModelFactory

from inti.enums import Peran
from inti.models import (
    Berkas,
    BerkasKarantina,
    BerkasRusak,
    Jabatan,
    JejakAudit,
    KlasifikasiSurat,
    PemangkuJabatan,
    Pemerintah,
    Pengguna,
)
from inti.services.berkas import simpan

# Role -> the seat that gives it: code, name, and whether one person holds it.
KURSI = {
    Peran.STAF: ("staf-kerja-sama", "Staf Bagian Kerja Sama", False),
    Peran.TIM: ("kasubag-pengendalian", "Kepala Sub Bagian Pengendalian Kerja Sama", True),
    Peran.PD: ("pengguna-pd", "Pengguna Perangkat Daerah", False),
    Peran.MITRA: ("pengguna-mitra", "Pengguna Mitra", False),
    Peran.KETUA: ("sekda", "Sekretaris Daerah", True),
    Peran.WALIKOTA: ("walikota", "Wali Kota", True),
    Peran.ADMIN: ("administrator", "Administrator", False),
}


class PemerintahFactory(DjangoModelFactory):
    class Meta:
        model = Pemerintah

    nama = "Pemerintah Kabupaten Tirtasari"
    jenis = "kabupaten"
    nama_daerah = "Kabupaten Tirtasari"
    tempat = "Tirtasari"
    kode_unit_surat = "SETDA.Ks"
    dasar_hukum = "Peraturan Bupati Tirtasari Nomor 1 Tahun 2022"


class JabatanFactory(DjangoModelFactory):
    class Meta:
        model = Jabatan
        django_get_or_create = ("kode",)

    kode = "staf-kerja-sama"
    nama = "Staf Bagian Kerja Sama"
    peran = Peran.STAF
    tunggal = False


class PemangkuJabatanFactory(DjangoModelFactory):
    class Meta:
        model = PemangkuJabatan

    jabatan = factory.SubFactory(JabatanFactory)
    pengguna = factory.SubFactory("tests.factories.inti.PenggunaFactory")
    mulai = date(2020, 1, 1)


class PenggunaFactory(DjangoModelFactory):
    """A person; `staf=True`, `tim=True`, … gives the seat of that role."""

    class Meta:
        model = Pengguna
        skip_postgeneration_save = True

    class Params:
        staf = False
        tim = False
        pd = False
        mitra = False
        ketua = False
        walikota = False
        admin = False

    username = factory.Sequence(lambda n: f"orang{n}")
    nama = factory.Sequence(lambda n: f"Orang {n}")
    email = factory.LazyAttribute(lambda o: f"{o.username}@contoh.example")

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        orang = super()._create(model_class, *args, **kwargs)
        orang.set_unusable_password()
        orang.save()
        return orang

    @classmethod
    def _generate(cls, strategy, params):
        peran = [p for p in Peran if params.get(p.value)]
        orang = super()._generate(strategy, params)
        for satu in peran:
            beri_kursi(orang, satu)
        return orang


def beri_kursi(orang, peran):
    """Seat the person so that they have the role; beside a holder, in a seat of its own."""
    kode, nama, tunggal = KURSI[peran]
    jabatan = JabatanFactory(kode=kode, nama=nama, peran=peran, tunggal=tunggal)
    if jabatan.tunggal and jabatan.pemangku.exists():
        kode = f"{kode}-{orang.pk}"
        jabatan = JabatanFactory(kode=kode, nama=nama, peran=peran, tunggal=True)
    PemangkuJabatanFactory(jabatan=jabatan, pengguna=orang)


class BerkasFactory(DjangoModelFactory):
    """A stored file with real bytes."""

    class Meta:
        model = Berkas

    isi = factory.Sequence(lambda n: f"%PDF-1.4 {n}".encode())
    nama = "dokumen.pdf"
    tipe = "application/pdf"
    oleh = None

    @classmethod
    def _create(cls, model_class, *args, **kwargs):  # noqa: ARG003 - factory_boy's signature
        return simpan(**kwargs)


class BerkasKarantinaFactory(DjangoModelFactory):
    """What the scanner refused; its bytes are in no folder."""

    class Meta:
        model = BerkasKarantina

    nama = "surat.docx"
    sha256 = factory.Sequence(lambda n: hashlib.sha256(b"%d" % n).hexdigest())
    ukuran = 1234
    temuan = "Eicar-Test-Signature"
    tujuan = "/portal/laporan/1/unggah/"
    status = "disimpan"


class BerkasRusakFactory(DjangoModelFactory):
    """A stored file that was found to be gone."""

    class Meta:
        model = BerkasRusak

    berkas = factory.SubFactory(BerkasFactory)
    keadaan = "hilang"


class KlasifikasiSuratFactory(DjangoModelFactory):
    class Meta:
        model = KlasifikasiSurat
        django_get_or_create = ("kode", "mulai")

    kode = "100.2.2.3"
    nama = "Monitoring dan evaluasi kerja sama"
    mulai = date(2000, 1, 1)


def aksi_tercatat():
    """The actions of the audit trail, oldest first."""
    return list(JejakAudit.objects.order_by("pk").values_list("aksi", flat=True))
