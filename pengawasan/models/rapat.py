"""The meeting as data: when and where, who attended, what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Case, Q, Value, When

from inti.alamat import alamat_baris
from inti.models.constraints import berurutan, dikenal
from inti.roles import Kemampuan, mampu
from kerjasama.models import Naskah
from pengawasan.enums import KeadaanRapat, UnsurHadirin

if TYPE_CHECKING:
    from datetime import date

    from inti.models import Pengguna


class RapatQuerySet(models.QuerySet["Rapat"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> RapatQuerySet:
        """Meetings about a naskah one may see; all of them, also those called off, for some."""
        if mampu(pengguna.peran, Kemampuan.LIHAT_SEMUA_NASKAH):
            return self
        naskah = Naskah.objects.terlihat_oleh(pengguna)
        milik = Rapat.objects.filter(kegiatan__naskah__in=naskah)
        return self.filter(pk__in=milik.order_by().values("pk"))

    def berkeadaan(self, hari_ini: date) -> RapatQuerySet:
        """With `keadaan`, a KeadaanRapat as of that day."""
        return self.annotate(
            keadaan=Case(
                When(dibatalkan_pada__isnull=False, then=Value(KeadaanRapat.DIBATALKAN)),
                When(tanggal__lt=hari_ini, then=Value(KeadaanRapat.SUDAH)),
                default=Value(KeadaanRapat.AKAN_DATANG),
                output_field=models.CharField(),
            )
        )


class Rapat(models.Model):
    """One meeting, held for one or several kegiatan: entered once, used by each of them."""

    tanggal = models.DateField("tanggal rapat")
    mulai = models.TimeField("mulai pukul", null=True, blank=True)
    selesai = models.TimeField("selesai pukul", null=True, blank=True)
    tempat = models.CharField("tempat", max_length=250, blank=True)
    alamat = models.CharField("alamat", max_length=300, blank=True)
    lintang = models.DecimalField("lintang", max_digits=9, decimal_places=6, null=True, blank=True)
    bujur = models.DecimalField("bujur", max_digits=9, decimal_places=6, null=True, blank=True)
    tautan = models.URLField("tautan rapat daring", max_length=300, blank=True)
    pimpinan = models.CharField("pimpinan rapat", max_length=150, blank=True)
    agenda = models.TextField("agenda", max_length=2_000, blank=True)
    # The SEQUENCE of the calendar file: raised whenever what it says changes.
    urutan_kalender = models.PositiveIntegerField("urutan kalender", default=0)
    # The last letter of invitation, and the `urutan_kalender` that it told of.
    nomor_undangan = models.ForeignKey(
        "inti.NomorSurat", models.PROTECT, null=True, blank=True, related_name="+"
    )
    urutan_undangan = models.PositiveIntegerField("urutan undangan", null=True, blank=True)
    dibatalkan_pada = models.DateTimeField("dibatalkan pada", null=True, blank=True)
    alasan_batal = models.CharField("alasan pembatalan", max_length=300, blank=True)
    dibuat_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField("dibuat pada", auto_now_add=True)

    objects = RapatQuerySet.as_manager()
    keadaan: str  # where `berkeadaan` was asked for

    class Meta:
        verbose_name = "rapat"
        verbose_name_plural = "rapat"
        ordering = ("-tanggal", "-pk")
        indexes = (models.Index(fields=("-tanggal", "-id"), name="rapat_urutan"),)
        constraints = (
            berurutan(
                "rapat_selesai_setelah_mulai",
                "mulai",
                "selesai",
                "Waktu selesai tidak boleh sebelum waktu mulai.",
            ),
            models.CheckConstraint(
                name="rapat_koordinat_berpasangan",
                condition=Q(lintang=None, bujur=None)
                | Q(lintang__range=(-90, 90), bujur__range=(-180, 180)),
                violation_error_message="Isi lintang dan bujur yang benar, atau keduanya kosong.",
            ),
            models.CheckConstraint(
                name="rapat_batal_beralasan",
                condition=Q(dibatalkan_pada=None, alasan_batal="")
                | (Q(dibatalkan_pada__isnull=False) & ~Q(alasan_batal="")),
                violation_error_message="Pembatalan wajib disertai alasan.",
            ),
            models.CheckConstraint(
                name="rapat_undangan_lengkap",
                condition=Q(nomor_undangan=None, urutan_undangan=None)
                | Q(nomor_undangan__isnull=False, urutan_undangan__isnull=False),
                violation_error_message="Undangan harus bernomor dan menyebut rencana yang mana.",
            ),
        )

    def __str__(self) -> str:
        return f"Rapat {self.tanggal:%d-%m-%Y} {self.tempat}".strip()

    def get_absolute_url(self) -> str:
        return alamat_baris("pengawasan:rapat-rincian", self.pk)

    @property
    def label_keadaan(self) -> str:
        """`keadaan` in words."""
        return KeadaanRapat(self.keadaan).label


class Hadirin(models.Model):
    """One line of the daftar hadir."""

    rapat = models.ForeignKey(Rapat, models.CASCADE, related_name="hadirin")
    nama = models.CharField("nama", max_length=150)
    jabatan = models.CharField("jabatan", max_length=200, blank=True)
    instansi = models.CharField("instansi", max_length=200)
    unsur = models.CharField("unsur", max_length=20, choices=UnsurHadirin.choices)
    urutan = models.PositiveSmallIntegerField("urutan", default=0)

    class Meta:
        verbose_name = "hadirin"
        verbose_name_plural = "hadirin"
        ordering = ("urutan", "pk")
        constraints = (dikenal("hadirin_unsur_dikenal", "unsur", UnsurHadirin.values),)

    def __str__(self) -> str:
        return self.nama


class Notulensi(models.Model):
    """The minutes of a meeting."""

    rapat = models.OneToOneField(Rapat, models.CASCADE, related_name="notulensi")
    tanggal = models.DateField("tanggal rapat")
    mulai = models.TimeField("mulai pukul")
    selesai = models.TimeField("selesai pukul", null=True, blank=True)
    tempat = models.CharField("tempat", max_length=250)
    pimpinan = models.CharField("pimpinan rapat", max_length=150)
    notulis = models.CharField("notulis", max_length=150)
    agenda = models.TextField("agenda", max_length=2_000)
    pembahasan = models.TextField("pembahasan", max_length=20_000)
    kesimpulan = models.TextField("kesimpulan", max_length=5_000)
    dicatat_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    dicatat_pada = models.DateTimeField("dicatat pada", auto_now=True)

    class Meta:
        verbose_name = "notulensi"
        verbose_name_plural = "notulensi"
        constraints = (
            berurutan(
                "notulensi_selesai_setelah_mulai",
                "mulai",
                "selesai",
                "Waktu selesai tidak boleh sebelum waktu mulai.",
            ),
        )

    def __str__(self) -> str:
        return f"Notulensi {self.rapat}"
