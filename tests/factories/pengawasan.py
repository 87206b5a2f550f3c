"""Valid rows of the supervision."""

import io
from datetime import date, time, timedelta
from uuid import uuid4

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory
from PIL import Image

from inti.models import KlasifikasiSurat, NomorSurat, PemangkuJabatan
from inti.unggahan import JPEG, Diperiksa
from pengawasan.domain.tim import KURSI, Pengecualian
from pengawasan.enums import (
    JenisBeritaAcara,
    JenisKegiatan,
    JenisRekomendasi,
    Kedudukan,
    Metode,
    Sifat,
    StatusBeritaAcara,
    StatusKegiatan,
    StatusRekomendasi,
    UnsurHadirin,
)
from pengawasan.models import (
    AnggotaTim,
    BarisMatrik,
    BeritaAcara,
    FotoBeritaAcara,
    Hadirin,
    Jadwal,
    Kebijakan,
    Kegiatan,
    KeputusanRapat,
    Matrik,
    Notulensi,
    PenandaTangan,
    Rapat,
    Rekomendasi,
    SesiHadir,
    SuratTugas,
    TandaHadir,
    Temuan,
    TenagaProfesional,
)
from pengawasan.models.hadir import garam, sidik_token
from tests.factories.inti import (
    BerkasFactory,
    JabatanFactory,
    KlasifikasiSuratFactory,
    PemangkuJabatanFactory,
    PenggunaFactory,
)
from tests.factories.kerjasama import NaskahFactory


def hari(selisih=0):
    """Today, or so many days from it."""
    return timezone.localdate() + timedelta(days=selisih)


class KebijakanFactory(DjangoModelFactory):
    class Meta:
        model = Kebijakan
        django_get_or_create = ("versi",)

    versi = "Peraturan"
    dasar = "Peraturan Kepala Daerah"
    berlaku_mulai = date(2000, 1, 1)
    status = "terbit"
    diterbitkan_pada = factory.LazyFunction(timezone.now)


class NomorSuratFactory(DjangoModelFactory):
    class Meta:
        model = NomorSurat

    tahun = 2024
    urut = factory.Sequence(lambda n: n + 1)
    nomor = factory.LazyAttribute(lambda o: f"100.2.2.3/{o.urut}/SETDA.Ks/{o.tahun}")
    tanggal = date(2024, 6, 1)
    perihal = "Perihal"
    jenis = "Surat"
    dibuat_oleh = factory.SubFactory(PenggunaFactory)


class JadwalFactory(DjangoModelFactory):
    """An open pemantauan, due in ten days."""

    class Meta:
        model = Jadwal

    naskah = factory.SubFactory(NaskahFactory)
    jenis = JenisKegiatan.PEMANTAUAN
    ke = 1
    jatuh_tempo = factory.LazyFunction(lambda: hari(10))
    dasar = factory.LazyFunction(lambda: {"kalimat": ["Pasal 6 ayat (3)."]})


class KegiatanFactory(DjangoModelFactory):
    """A pemantauan planned for today; a trait names its kind or its state."""

    class Meta:
        model = Kegiatan

    class Params:
        evaluasi = factory.Trait(jenis=JenisKegiatan.EVALUASI, metode=Metode.FGD)
        insidental = factory.Trait(
            sifat=Sifat.INSIDENTAL, alasan="Ada pengaduan", peminta="Sekretaris Daerah"
        )
        ditugaskan = factory.Trait(status=StatusKegiatan.DITUGASKAN)
        dilaksanakan = factory.Trait(
            status=StatusKegiatan.DILAKSANAKAN,
            tanggal_pelaksanaan=factory.LazyFunction(lambda: hari(-5)),
        )
        didokumentasikan = factory.Trait(
            status=StatusKegiatan.DIDOKUMENTASIKAN,
            tanggal_pelaksanaan=factory.LazyFunction(lambda: hari(-5)),
            didokumentasikan_oleh=factory.SubFactory(PenggunaFactory),
            didokumentasikan_pada=factory.LazyFunction(timezone.now),
        )
        dilaporkan = factory.Trait(
            status=StatusKegiatan.DILAPORKAN,
            tanggal_pelaksanaan=factory.LazyFunction(lambda: hari(-5)),
        )
        diputuskan = factory.Trait(
            status=StatusKegiatan.DIPUTUSKAN,
            tanggal_pelaksanaan=factory.LazyFunction(lambda: hari(-5)),
        )
        dibatalkan = factory.Trait(status=StatusKegiatan.DIBATALKAN, alasan_batal="Ditunda")

    naskah = factory.SubFactory(NaskahFactory)
    jenis = JenisKegiatan.PEMANTAUAN
    metode = Metode.TINJAU_LOKASI
    tanggal_rencana = factory.LazyFunction(hari)
    dibuat_oleh = factory.SubFactory(PenggunaFactory)


class TenagaProfesionalFactory(DjangoModelFactory):
    class Meta:
        model = TenagaProfesional

    nama = factory.Sequence(lambda n: f"Ahli {n}")
    keahlian = "Ekonomi pembangunan"
    instansi = "Universitas Tirtasari"
    dicatat_oleh = factory.SubFactory(PenggunaFactory)


class SuratTugasFactory(DjangoModelFactory):
    """A letter of today for one assigned kegiatan (or `kegiatan=[…]`), naming one person."""

    class Meta:
        model = SuratTugas
        skip_postgeneration_save = True

    nomor = factory.SubFactory(NomorSuratFactory)
    tanggal = factory.LazyFunction(hari)
    penanda_tangan = "Dr. Ketua"
    jabatan_penanda_tangan = "Sekretaris Daerah"
    diterbitkan_oleh = factory.SubFactory(PenggunaFactory)

    @factory.post_generation
    def kegiatan(self, create, extracted, **kwargs):
        self.kegiatan.set([KegiatanFactory(ditugaskan=True)] if extracted is None else extracted)

    @factory.post_generation
    def anggota(self, create, extracted, **kwargs):
        for orang in [PenggunaFactory()] if extracted is None else extracted:
            AnggotaTim.objects.create(
                surat_tugas=self,
                kedudukan=Kedudukan.ANGGOTA_TIDAK_TETAP,
                pengguna=orang,
                nama=orang.nama,
                jabatan="Staf",
            )


class BeritaAcaraFactory(DjangoModelFactory):
    """A draft of the first unit of the naskah; `diajukan`, `dikembalikan`, `diverifikasi`.

    Its rows are written while it is a draft: the database takes none once it was submitted.
    """

    class Meta:
        model = BeritaAcara
        skip_postgeneration_save = True

    class Params:
        masuk = factory.Trait(
            nomor=factory.SubFactory(NomorSuratFactory),
            diajukan_oleh=factory.SelfAttribute("disusun_oleh"),
            diterima_pada=factory.LazyFunction(timezone.now),
        )
        diajukan = factory.Trait(masuk=True, status=StatusBeritaAcara.DIAJUKAN)
        dikembalikan = factory.Trait(
            masuk=True, status=StatusBeritaAcara.DIKEMBALIKAN, catatan_verifikasi="Lengkapi."
        )
        diverifikasi = factory.Trait(
            masuk=True,
            status=StatusBeritaAcara.DIVERIFIKASI,
            diverifikasi_oleh=factory.SubFactory(PenggunaFactory),
            diverifikasi_pada=factory.LazyFunction(timezone.now),
        )

    kegiatan = factory.SubFactory(KegiatanFactory, ditugaskan=True)
    jenis = JenisBeritaAcara.RAPAT
    perangkat_daerah = factory.LazyAttribute(lambda o: o.kegiatan.naskah.perangkat_daerah.first())
    tanggal_kejadian = factory.LazyFunction(lambda: hari(-3))
    tempat = "Ruang rapat"
    disusun_oleh = factory.SubFactory(PenggunaFactory)

    @classmethod
    def _create(cls, model_class, *args, status=StatusBeritaAcara.DRAF, **kwargs):
        satu = super()._create(model_class, *args, **kwargs)
        satu.status = status
        return satu

    @classmethod
    def _after_postgeneration(cls, instance, *_args, **_kwargs):
        BeritaAcara.objects.filter(pk=instance.pk).update(status=instance.status)

    @factory.post_generation
    def foto(self, create, extracted, **kwargs):
        for _ in range(extracted or 0):
            FotoBeritaAcaraFactory(berita_acara=self, **kwargs)

    @factory.post_generation
    def temuan(self, create, extracted, **kwargs):
        Temuan.objects.create(berita_acara=self, uraian=extracted or "Berjalan sesuai perjanjian.")

    @factory.post_generation
    def penanda_tangan(self, create, extracted, **kwargs):
        PenandaTangan.objects.create(berita_acara=self, nama="Kepala Dinas")


def jpeg(nomor):
    """A small picture like no other."""
    keluaran = io.BytesIO()
    Image.new("RGB", (8, 8), (nomor % 256, nomor // 256 % 256, 0)).save(keluaran, "jpeg")
    return keluaran.getvalue() + str(nomor).encode()


class FotoBeritaAcaraFactory(DjangoModelFactory):
    class Meta:
        model = FotoBeritaAcara

    berita_acara = factory.SubFactory(BeritaAcaraFactory)
    berkas = factory.SubFactory(
        BerkasFactory, nama="foto.jpg", tipe=JPEG, isi=factory.Sequence(jpeg)
    )


class RapatFactory(DjangoModelFactory):
    """The meeting of one kegiatan; a second call for the same kegiatan gives the same meeting."""

    class Meta:
        model = Rapat

    kegiatan = factory.SubFactory(KegiatanFactory, ditugaskan=True)
    tanggal = factory.LazyFunction(lambda: hari(-3))
    mulai = time(9)
    tempat = "Ruang rapat"
    dibuat_oleh = factory.SubFactory(PenggunaFactory)

    @classmethod
    def _create(cls, model_class, *args, kegiatan, **kwargs):
        if kegiatan.rapat is None:
            kegiatan.rapat = model_class.objects.create(*args, **kwargs)
            kegiatan.save(update_fields=["rapat"])
        return kegiatan.rapat


class HadirinFactory(DjangoModelFactory):
    class Meta:
        model = Hadirin

    rapat = factory.SubFactory(RapatFactory)
    nama = factory.Sequence(lambda n: f"Hadirin {n}")
    instansi = "Dinas Perdagangan"
    unsur = UnsurHadirin.PERANGKAT_DAERAH
    urutan = factory.Sequence(int)


class SesiHadirFactory(DjangoModelFactory):
    """Check-in by QR for a meeting of today, whose hour is not known: open the whole day."""

    class Meta:
        model = SesiHadir

    rapat = factory.SubFactory(RapatFactory, tanggal=factory.LazyFunction(hari), mulai=None)
    garam = factory.LazyFunction(garam)
    sidik = factory.LazyAttribute(lambda o: sidik_token(SesiHadir(garam=o.garam).token))
    dibuka_oleh = factory.SubFactory(PenggunaFactory)


class TandaHadirFactory(DjangoModelFactory):
    """Someone who checked in and signed."""

    class Meta:
        model = TandaHadir

    sesi = factory.SubFactory(SesiHadirFactory)
    hadirin = factory.SubFactory(HadirinFactory, rapat=factory.SelfAttribute("..sesi.rapat"))
    kunci = factory.LazyFunction(uuid4)
    goresan = factory.LazyFunction(lambda: [[10, 10, 200, 150], [300, 20, 400, 90]])


class NotulensiFactory(DjangoModelFactory):
    class Meta:
        model = Notulensi

    rapat = factory.SubFactory(RapatFactory)
    tanggal = factory.LazyFunction(lambda: hari(-3))
    mulai = time(9)
    tempat = "Ruang rapat"
    pimpinan = "Kepala Bagian"
    notulis = "Kepala Sub Bagian"
    agenda = "Evaluasi"
    pembahasan = "Dibahas satu per satu."
    kesimpulan = "Dilanjutkan."
    dicatat_oleh = factory.SubFactory(PenggunaFactory)


class KeputusanRapatFactory(DjangoModelFactory):
    """A decision of the whole meeting, for somebody who is neither unit nor mitra."""

    class Meta:
        model = KeputusanRapat

    notulensi = factory.SubFactory(NotulensiFactory)
    uraian = "Menyampaikan data pendukung."
    penanggung_jawab = "Sekretaris tim"
    tenggat = factory.LazyFunction(lambda: hari(14))


def kini(kegiatan, status):
    """The kegiatan as it went on; its matrix is filled before, for then the database locks it."""
    Kegiatan.objects.filter(pk=kegiatan.pk).update(status=status)
    kegiatan.status = status


class MatrikFactory(DjangoModelFactory):
    """The matrix of an evaluasi that was carried out; `baris=n` gives it so many rows."""

    class Meta:
        model = Matrik
        skip_postgeneration_save = True

    kegiatan = factory.SubFactory(KegiatanFactory, evaluasi=True, dilaksanakan=True)
    disusun_oleh = factory.SubFactory(PenggunaFactory)

    @factory.post_generation
    def baris(self, create, extracted, **kwargs):
        for urutan in range(1, (extracted or 0) + 1):
            RekomendasiFactory(baris=BarisMatrikFactory(matrik=self, urutan=urutan))


class BarisMatrikFactory(DjangoModelFactory):
    """A row without recommendations."""

    class Meta:
        model = BarisMatrik

    matrik = factory.SubFactory(MatrikFactory)
    urutan = 1
    dasar = "Pasal 5 PKS"
    materi_evaluasi = "Kewajiban mitra"
    permasalahan = "Belum seluruhnya dipenuhi"
    solusi = "Menyusun jadwal"
    tindak_lanjut = "Menyampaikan jadwal"
    keterangan = "Disepakati dalam rapat"
    perangkat_daerah = factory.LazyAttribute(
        lambda o: o.matrik.kegiatan.naskah.perangkat_daerah.first()
    )


class RekomendasiFactory(DjangoModelFactory):
    """A saran of huruf d in a row of its own; traits name what became of it."""

    class Meta:
        model = Rekomendasi

    class Params:
        diputus = factory.Trait(
            diputuskan_oleh=factory.SubFactory(PenggunaFactory),
            diputuskan_pada=factory.LazyFunction(timezone.now),
        )
        diajukan = factory.Trait(status=StatusRekomendasi.DIAJUKAN)
        disetujui = factory.Trait(diputus=True, status=StatusRekomendasi.DISETUJUI)
        dikembalikan = factory.Trait(
            diputus=True, status=StatusRekomendasi.DIKEMBALIKAN, catatan_ketua="Perjelas."
        )

    baris = factory.SubFactory(BarisMatrikFactory)
    jenis = JenisRekomendasi.D
    uraian = "Menagih kekurangan"


def foto(nama="foto.jpg", warna="green"):
    """A small, sound photo as an upload that was checked."""
    keluaran = io.BytesIO()
    Image.new("RGB", (8, 8), warna).save(keluaran, "JPEG")
    return Diperiksa(keluaran.getvalue(), JPEG, nama)


def isi_kursi_tetap(*kecuali):
    """Someone in each fixed seat of Pasal 8 ayat (2) but those; returns seat code -> person."""
    return {kursi.kode: _pemangku(kursi) for kursi in KURSI if kursi.kode not in kecuali}


def _pemangku(kursi):
    """Who holds it; somebody new where nobody does."""
    jabatan = JabatanFactory(kode=kursi.kode, nama=kursi.nama, peran="tim", tunggal=True)
    ada = jabatan.pemangku.first()
    return ada.pengguna if ada else PemangkuJabatanFactory(jabatan=jabatan).pengguna


def siapkan_surat():
    """What issuing any letter needs: a code, and a Ketua TKKSD; returns the chair."""
    if not KlasifikasiSurat.objects.filter(jenis="", sampai=None).exists():
        KlasifikasiSuratFactory()
    ada = PemangkuJabatan.objects.filter(jabatan__kode="sekda").first()
    return ada.pengguna if ada else PenggunaFactory(ketua=True, nama="Dr. Ketua")


def kecualikan(*terisi):
    """An exception by name for each fixed seat of Pasal 8 ayat (2) but those."""
    return [
        Pengecualian(k.kode, "Belum ada pejabatnya.", pengganti="Sekretaris Daerah")
        for k in KURSI
        if k.kode not in terisi
    ]
