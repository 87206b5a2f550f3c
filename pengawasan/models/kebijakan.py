"""Versions of the policy, and the trial of a draft."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from inti.alamat import alamat_baris
from inti.models.constraints import dikenal, lengkap
from inti.models.klaim import KlaimQuerySet
from inti.roles import Kemampuan, mampu
from kerjasama.domain.akhir import TENGGANG_TERPANJANG
from kerjasama.models import Naskah
from pengawasan.domain.kebijakan import HARI_PALING_LAMA, INTERVAL, tangga_baku
from pengawasan.enums import (
    JenisTersimulasi,
    PerubahanJadwal,
    StatusKebijakan,
    StatusSimulasiKebijakan,
)

if TYPE_CHECKING:
    from inti.models import Pengguna

MENYUSUN = (Kemampuan.SUSUN_KEBIJAKAN, Kemampuan.TERBITKAN_KEBIJAKAN)
BULAN = [MinValueValidator(INTERVAL[0]), MaxValueValidator(INTERVAL[-1])]
HARI = [MaxValueValidator(HARI_PALING_LAMA)]


def _bulan(nama: str, kolom: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=nama,
        condition=Q(**{f"{kolom}__range": (INTERVAL[0], INTERVAL[-1])}),
        violation_error_message=f"Isi antara {INTERVAL[0]} dan {INTERVAL[-1]} bulan.",
    )


class KebijakanQuerySet(models.QuerySet["Kebijakan"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> KebijakanQuerySet:
        """What is published; the drafts too for those who write or publish them."""
        if any(mampu(pengguna.peran, k) for k in MENYUSUN):
            return self
        if mampu(pengguna.peran, Kemampuan.LIHAT_KEBIJAKAN):
            return self.terbit()
        return self.none()

    def terbit(self) -> KebijakanQuerySet:
        """Published, whether in force already or not."""
        return self.filter(status=StatusKebijakan.TERBIT)

    def berlaku_pada(self, tanggal: date) -> Kebijakan | None:
        """The version in force on the day: the last published one that has begun."""
        sudah = self.terbit().filter(berlaku_mulai__lte=tanggal)
        return sudah.order_by("-berlaku_mulai").first()

    def terakhir_terbit(self) -> Kebijakan | None:
        """The published version that begins last; plans that do not know it are made anew."""
        return self.terbit().order_by("-berlaku_mulai").first()


class Kebijakan(models.Model):
    """A version of what a Keputusan of the head of government may change.

    A draft may be changed and thrown away; a published version never.
    """

    versi = models.CharField("versi", max_length=40, unique=True)
    dasar = models.CharField("dasar", max_length=250)
    nomor_keputusan = models.CharField("nomor keputusan", max_length=120, blank=True)
    tanggal_keputusan = models.DateField("tanggal keputusan", null=True, blank=True)
    tentang = models.CharField("tentang", max_length=500, blank=True)
    berkas = models.ForeignKey(
        "inti.Berkas",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="berkas keputusan",
    )
    berlaku_mulai = models.DateField("berlaku mulai")
    status = models.CharField(
        "status",
        max_length=20,
        choices=StatusKebijakan.choices,
        default=StatusKebijakan.DRAF,
    )
    # Raised with every change of the draft: a trial is of one revision.
    revisi = models.PositiveIntegerField(default=1, editable=False)
    interval_pemantauan = models.PositiveSmallIntegerField(
        "interval pemantauan (bulan)", default=6, validators=BULAN
    )
    interval_evaluasi = models.PositiveSmallIntegerField(
        "interval evaluasi (bulan)", default=6, validators=BULAN
    )
    interval_laporan = models.PositiveSmallIntegerField(
        "interval laporan mitra (bulan)", default=6, validators=BULAN
    )
    tenggang_laporan = models.PositiveSmallIntegerField(
        "tenggang laporan (hari)", default=14, validators=HARI
    )
    batas_tanpa_evaluasi = models.PositiveSmallIntegerField(
        "batas tanpa evaluasi (bulan)", default=12, validators=BULAN
    )
    ambang_evaluasi_akhir = models.PositiveSmallIntegerField(
        "usulan evaluasi akhir (hari sebelum berakhir)", default=90, validators=HARI
    )
    ambang_klaim_lama = models.PositiveSmallIntegerField(
        "klaim tanggal lama (hari)", default=14, validators=HARI
    )
    tenggat_tindak_lanjut = models.PositiveSmallIntegerField(
        "tenggat tindak lanjut (hari)",
        default=90,
        validators=[MinValueValidator(1), MaxValueValidator(2 * HARI_PALING_LAMA)],
    )
    interval_teguran = models.PositiveSmallIntegerField(
        "waktu menjawab teguran (hari)", default=14, validators=[MinValueValidator(1), *HARI]
    )
    tenggang_perpanjangan = models.PositiveSmallIntegerField(
        "tenggang perpanjangan (bulan)",
        default=3,
        validators=[MinValueValidator(1), MaxValueValidator(TENGGANG_TERPANJANG)],
    )
    # Days after the due date at which is reminded; negative is before it.
    tangga = models.JSONField("tangga pengingat (hari)", default=tangga_baku)
    diam_hari_libur = models.BooleanField(
        "tanpa pengingat pada akhir pekan dan hari libur nasional", default=False
    )
    disusun_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    dibuat_pada = models.DateTimeField("dibuat pada", auto_now_add=True)
    # Nobody published the version that comes with the regulation itself.
    diterbitkan_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    diterbitkan_pada = models.DateTimeField("diterbitkan pada", null=True, blank=True)

    objects = KebijakanQuerySet.as_manager()

    class Meta:
        verbose_name = "kebijakan"
        verbose_name_plural = "kebijakan"
        ordering = ("-berlaku_mulai", "-pk")
        constraints = (
            dikenal("kebijakan_status_dikenal", "status", StatusKebijakan.values),
            lengkap(
                "kebijakan_terbit_berwaktu",
                Q(status=StatusKebijakan.TERBIT),
                "diterbitkan_pada",
                pesan="Kebijakan yang terbit harus mencatat kapan diterbitkan.",
            ),
            models.UniqueConstraint(
                name="kebijakan_mulai_sekali",
                fields=("berlaku_mulai",),
                condition=Q(status=StatusKebijakan.TERBIT),
                violation_error_message="Sudah ada versi terbit yang berlaku mulai hari itu.",
            ),
            models.CheckConstraint(
                name="kebijakan_terbit_orang_lain",
                condition=Q(diterbitkan_oleh=None)
                | Q(disusun_oleh=None)
                | ~Q(diterbitkan_oleh=F("disusun_oleh")),
                violation_error_message="Penyusun tidak dapat menerbitkan kebijakannya sendiri.",
            ),
            _bulan("kebijakan_pemantauan_wajar", "interval_pemantauan"),
            _bulan("kebijakan_evaluasi_wajar", "interval_evaluasi"),
            _bulan("kebijakan_laporan_wajar", "interval_laporan"),
            _bulan("kebijakan_batas_wajar", "batas_tanpa_evaluasi"),
        )

    def __str__(self) -> str:
        return self.versi

    def get_absolute_url(self) -> str:
        return alamat_baris("pengawasan:kebijakan-rincian", self.pk)

    @property
    def ber_keputusan(self) -> bool:
        """The Keputusan behind it is there in full, with its file."""
        lengkap_ = self.nomor_keputusan and self.tanggal_keputusan and self.tentang
        return bool(lengkap_ and self.berkas_id)

    @property
    def tangga_teks(self) -> str:
        """`-30, -14, 0, 7`."""
        return ", ".join(str(satu) for satu in self.tangga)


class SimulasiKebijakanQuerySet(KlaimQuerySet["SimulasiKebijakan"]):
    # A worker says after every part that it is alive.
    klaim_basi = timedelta(minutes=5)


class SimulasiKebijakan(models.Model):
    """What one revision of a draft would move, as seen on a day; the runner works it out."""

    kebijakan = models.ForeignKey(Kebijakan, models.CASCADE, related_name="simulasi")
    revisi = models.PositiveIntegerField("revisi draf")
    per = models.DateField("per")
    status = models.CharField(
        "status",
        max_length=20,
        choices=StatusSimulasiKebijakan.choices,
        default=StatusSimulasiKebijakan.ANTRE,
    )
    persen = models.PositiveSmallIntegerField("persen", default=0)
    # Totals, by kind and by what changes: {"naskah": 12, "pemantauan": {"bergeser": 3}, …}.
    ringkasan = models.JSONField("ringkasan", default=dict)
    diminta_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    diminta_pada = models.DateTimeField("diminta pada", auto_now_add=True)
    diambil_pada = models.DateTimeField("diambil pada", null=True, blank=True)
    selesai_pada = models.DateTimeField("selesai pada", null=True, blank=True)
    percobaan = models.PositiveSmallIntegerField("percobaan", default=0)
    pesan = models.CharField("pesan", max_length=300, blank=True)

    objects = SimulasiKebijakanQuerySet.as_manager()

    class Meta:
        verbose_name = "simulasi kebijakan"
        verbose_name_plural = "simulasi kebijakan"
        ordering = ("-pk",)
        constraints = (
            dikenal("simulasi_kebijakan_status_dikenal", "status", StatusSimulasiKebijakan.values),
            lengkap(
                "simulasi_kebijakan_selesai_berwaktu",
                Q(status=StatusSimulasiKebijakan.SELESAI),
                "selesai_pada",
                pesan="Simulasi yang selesai harus mencatat waktunya.",
            ),
            models.UniqueConstraint(
                name="simulasi_kebijakan_satu_berjalan",
                fields=("kebijakan",),
                condition=Q(status__in=("antre", "dikerjakan")),
                violation_error_message="Simulasi versi ini sedang dihitung.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kebijakan} revisi {self.revisi}"

    @property
    def berjalan(self) -> bool:
        """Not done yet."""
        return self.status in (
            StatusSimulasiKebijakan.ANTRE,
            StatusSimulasiKebijakan.DIKERJAKAN,
        )


class BarisSimulasiKebijakanQuerySet(models.QuerySet["BarisSimulasiKebijakan"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> BarisSimulasiKebijakanQuerySet:
        """Of the naskah one may see."""
        return self.filter(naskah__in=Naskah.objects.terlihat_oleh(pengguna))


class BarisSimulasiKebijakan(models.Model):
    """One obligation that would move, be new, or be no more."""

    simulasi = models.ForeignKey(SimulasiKebijakan, models.CASCADE, related_name="baris")
    naskah = models.ForeignKey("kerjasama.Naskah", models.CASCADE, related_name="+")
    jenis = models.CharField("jenis", max_length=20, choices=JenisTersimulasi.choices)
    ke = models.PositiveSmallIntegerField("giliran ke")
    perubahan = models.CharField("perubahan", max_length=20, choices=PerubahanJadwal.choices)
    semula = models.DateField("semula", null=True, blank=True)
    menjadi = models.DateField("menjadi", null=True, blank=True)

    objects = BarisSimulasiKebijakanQuerySet.as_manager()

    class Meta:
        verbose_name = "baris simulasi kebijakan"
        verbose_name_plural = "baris simulasi kebijakan"
        ordering = ("naskah", "jenis", "ke")
        indexes = (models.Index(fields=("simulasi", "naskah", "id"), name="baris_simulasi_urutan"),)
        constraints = (
            dikenal("baris_simulasi_jenis_dikenal", "jenis", JenisTersimulasi.values),
            dikenal("baris_simulasi_perubahan_dikenal", "perubahan", PerubahanJadwal.values),
            models.UniqueConstraint(
                name="baris_simulasi_sekali", fields=("simulasi", "naskah", "jenis", "ke")
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} ke-{self.ke} {self.naskah}"
