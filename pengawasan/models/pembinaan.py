"""Pembinaan of the Perangkat Daerah: what was given, to whom, who came (Pasal 5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from inti.alamat import alamat_baris
from inti.models.constraints import berurutan, dikenal
from inti.roles import Kemampuan, mampu
from kerjasama.models import PerangkatDaerah
from pengawasan.enums import JenisPembinaan

if TYPE_CHECKING:
    from inti.models import Pengguna
    from kerjasama.models.perangkat_daerah import PerangkatDaerahQuerySet


# So many units a list row names; the others are counted.
UNIT_DISEBUT = 3


def unit_terlihat(pengguna: Pengguna) -> PerangkatDaerahQuerySet:
    """The units of whose pembinaan the person may know."""
    if mampu(pengguna.peran, Kemampuan.LIHAT_SEMUA_PEMBINAAN):
        return PerangkatDaerah.objects.all()
    if not mampu(pengguna.peran, Kemampuan.LIHAT_PEMBINAAN):
        return PerangkatDaerah.objects.none()
    milik = pengguna.keanggotaan.aktif().values("perangkat_daerah")
    return PerangkatDaerah.objects.filter(pk__in=milik)


class PembinaanQuerySet(models.QuerySet["Pembinaan"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> PembinaanQuerySet:
        """All for those who supervise and the administrator; a unit those it took part in."""
        if mampu(pengguna.peran, Kemampuan.LIHAT_SEMUA_PEMBINAAN):
            return self
        return self.pada_unit(unit_terlihat(pengguna))

    def pada_unit(self, unit: models.QuerySet[PerangkatDaerah]) -> PembinaanQuerySet:
        """In which one of the units took part."""
        ikut = PembinaanPerangkatDaerah.objects.filter(perangkat_daerah__in=unit)
        return self.filter(pk__in=ikut.values("pembinaan"))

    def terlaksana(self) -> PembinaanQuerySet:
        """That counts: what was cancelled never took place."""
        return self.filter(dibatalkan_pada=None)

    def untuk_daftar(self, pengguna: Pengguna) -> PembinaanQuerySet:
        """With what a list row shows of it to this reader, in a constant number of queries."""
        unit = unit_terlihat(pengguna)
        terlihat = models.Prefetch("perangkat_daerah", unit, to_attr="unit_terlihat")
        return self.prefetch_related(terlihat).annotate(jumlah_unit=models.Count("keikutsertaan"))


class Pembinaan(models.Model):
    """One activity that was held; corrected with a trail or cancelled, never deleted."""

    jenis = models.CharField("jenis pembinaan", max_length=20, choices=JenisPembinaan.choices)
    tanggal_mulai = models.DateField("tanggal mulai")
    tanggal_selesai = models.DateField("tanggal selesai")
    tempat = models.CharField("tempat", max_length=250)
    materi = models.TextField("materi", max_length=5_000)
    narasumber = models.TextField("narasumber", max_length=1_000, blank=True)
    hasil = models.TextField("hasil", max_length=5_000, blank=True)
    # At least as many as are named below; more where no names were taken.
    jumlah_peserta = models.PositiveIntegerField("jumlah peserta")
    perangkat_daerah: models.ManyToManyField[PerangkatDaerah, PembinaanPerangkatDaerah] = (
        models.ManyToManyField(
            "kerjasama.PerangkatDaerah",
            through="PembinaanPerangkatDaerah",
            related_name="pembinaan",
        )
    )
    # Rises with every correction, so that two people who correct one entry collide.
    versi = models.PositiveIntegerField("versi", default=1)
    dicatat_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    dicatat_pada = models.DateTimeField("dicatat pada", auto_now_add=True)
    dibatalkan_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    dibatalkan_pada = models.DateTimeField("dibatalkan pada", null=True, blank=True)
    alasan_batal = models.CharField("alasan pembatalan", max_length=300, blank=True)

    objects = PembinaanQuerySet.as_manager()

    # Given by `untuk_daftar()`: the units that the reader may know of, and how many there are.
    unit_terlihat: list[PerangkatDaerah]
    jumlah_unit: int

    class Meta:
        verbose_name = "pembinaan"
        verbose_name_plural = "pembinaan"
        ordering = ("-tanggal_mulai", "-pk")
        indexes = (
            models.Index(fields=("-tanggal_mulai", "-id"), name="pembinaan_urutan"),
            models.Index(fields=("jenis", "-tanggal_mulai"), name="pembinaan_jenis"),
        )
        constraints = (
            dikenal("pembinaan_jenis_dikenal", "jenis", JenisPembinaan.values),
            berurutan(
                "pembinaan_selesai_setelah_mulai",
                "tanggal_mulai",
                "tanggal_selesai",
                "Tanggal selesai tidak boleh sebelum tanggal mulai.",
            ),
            models.CheckConstraint(
                name="pembinaan_berisi",
                condition=~Q(materi="") & ~Q(tempat=""),
                violation_error_message="Isi materi dan tempatnya.",
            ),
            models.CheckConstraint(
                name="pembinaan_berpeserta",
                condition=Q(jenis=JenisPembinaan.PEDOMAN) | Q(jumlah_peserta__gt=0),
                violation_error_message="Isi jumlah peserta atau nama-namanya.",
            ),
            models.CheckConstraint(
                name="pembinaan_batal_beralasan",
                condition=Q(dibatalkan_pada=None, dibatalkan_oleh=None, alasan_batal="")
                | (
                    Q(dibatalkan_pada__isnull=False, dibatalkan_oleh__isnull=False)
                    & ~Q(alasan_batal="")
                ),
                violation_error_message="Pembatalan mencatat siapa, kapan, dan alasannya.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_jenis_display()}: {self.materi[:80]}"

    def get_absolute_url(self) -> str:
        return alamat_baris("pengawasan:pembinaan-rincian", self.pk)

    @property
    def unit_disebut(self) -> list[PerangkatDaerah]:
        """The units that a list row names."""
        return self.unit_terlihat[:UNIT_DISEBUT]

    @property
    def unit_lain(self) -> int:
        """How many more took part."""
        return self.jumlah_unit - len(self.unit_disebut)


class PembinaanPerangkatDaerah(models.Model):
    """A unit that took part, and how many of its people."""

    pembinaan = models.ForeignKey(Pembinaan, models.CASCADE, related_name="keikutsertaan")
    perangkat_daerah = models.ForeignKey(
        "kerjasama.PerangkatDaerah", models.PROTECT, related_name="keikutsertaan_pembinaan"
    )
    jumlah_peserta = models.PositiveIntegerField("jumlah peserta", default=0)

    class Meta:
        verbose_name = "perangkat daerah pada pembinaan"
        verbose_name_plural = "perangkat daerah pada pembinaan"
        ordering = ("perangkat_daerah__nama",)
        constraints = (
            models.UniqueConstraint(
                name="pembinaan_perangkat_daerah_sekali",
                fields=("pembinaan", "perangkat_daerah"),
                violation_error_message="Perangkat daerah ini sudah disebut.",
            ),
        )

    def __str__(self) -> str:
        return str(self.perangkat_daerah)


class PesertaPembinaanQuerySet(models.QuerySet["PesertaPembinaan"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> PesertaPembinaanQuerySet:
        """A unit sees its own people only."""
        if mampu(pengguna.peran, Kemampuan.LIHAT_SEMUA_PEMBINAAN):
            return self
        return self.filter(perangkat_daerah__in=unit_terlihat(pengguna))


class PesertaPembinaan(models.Model):
    """One person who came, of a unit of the government or of elsewhere."""

    pembinaan = models.ForeignKey(Pembinaan, models.CASCADE, related_name="peserta")
    nama = models.CharField("nama", max_length=150)
    jabatan = models.CharField("jabatan", max_length=200, blank=True)
    perangkat_daerah = models.ForeignKey(
        "kerjasama.PerangkatDaerah", models.PROTECT, null=True, blank=True, related_name="+"
    )
    instansi = models.CharField("instansi", max_length=200, blank=True)
    urutan = models.PositiveSmallIntegerField("urutan", default=0)

    objects = PesertaPembinaanQuerySet.as_manager()

    class Meta:
        verbose_name = "peserta pembinaan"
        verbose_name_plural = "peserta pembinaan"
        ordering = ("urutan", "pk")
        constraints = (
            models.CheckConstraint(
                name="peserta_pembinaan_bernama",
                condition=~Q(nama=""),
                violation_error_message="Isi nama peserta.",
            ),
            models.CheckConstraint(
                name="peserta_pembinaan_satu_unit",
                condition=Q(perangkat_daerah__isnull=False, instansi="")
                | (Q(perangkat_daerah=None) & ~Q(instansi="")),
                violation_error_message="Isi satu unit untuk setiap peserta.",
            ),
        )

    def __str__(self) -> str:
        return self.nama

    @property
    def unit(self) -> str:
        """Where the person is from, in words."""
        return str(self.perangkat_daerah) if self.perangkat_daerah else self.instansi


class BerkasPembinaan(models.Model):
    """A file of the activity: its materials, the attendance sheet, photos."""

    pembinaan = models.ForeignKey(Pembinaan, models.CASCADE, related_name="berkas")
    berkas = models.ForeignKey("inti.Berkas", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "berkas pembinaan"
        verbose_name_plural = "berkas pembinaan"
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                name="berkas_pembinaan_sekali",
                fields=("pembinaan", "berkas"),
                violation_error_message="Berkas ini sudah tersimpan.",
            ),
        )

    def __str__(self) -> str:
        return str(self.berkas)
