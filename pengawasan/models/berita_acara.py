"""Berita acara: what a Perangkat Daerah states was done and found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from inti.alamat import alamat_baris
from inti.models.constraints import dikenal, lengkap
from pengawasan.enums import JenisBeritaAcara, StatusBeritaAcara
from pengawasan.models.kegiatan import Kegiatan

if TYPE_CHECKING:
    from inti.models import Pengguna


class BeritaAcaraQuerySet(models.QuerySet["BeritaAcara"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> BeritaAcaraQuerySet:
        """Of the kegiatan one may see; a draft only by those of the unit that writes it."""
        unit = pengguna.keanggotaan.aktif().exclude(perangkat_daerah=None)
        resmi = ~Q(status=StatusBeritaAcara.DRAF)
        return self.filter(
            resmi | Q(perangkat_daerah__in=unit.values("perangkat_daerah")),
            kegiatan__in=Kegiatan.objects.terlihat_oleh(pengguna),
        )


class BeritaAcara(models.Model):
    """Three dates: kejadian (claimed), diterima (the system's), diverifikasi (staff's)."""

    kegiatan = models.ForeignKey(Kegiatan, models.PROTECT, related_name="berita_acara")
    jenis = models.CharField("jenis", max_length=20, choices=JenisBeritaAcara.choices)
    perangkat_daerah = models.ForeignKey(
        "kerjasama.PerangkatDaerah",
        models.PROTECT,
        related_name="berita_acara",
        verbose_name="perangkat daerah",
    )
    nomor = models.OneToOneField(
        "inti.NomorSurat", models.PROTECT, null=True, blank=True, related_name="+"
    )
    status = models.CharField(
        "status",
        max_length=20,
        choices=StatusBeritaAcara.choices,
        default=StatusBeritaAcara.DRAF,
    )
    tanggal_kejadian = models.DateField("tanggal kejadian")
    waktu_kejadian = models.TimeField("pukul", null=True, blank=True)
    tempat = models.CharField("tempat", max_length=250)
    lintang = models.DecimalField(
        "lintang",
        max_digits=9,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    bujur = models.DecimalField(
        "bujur",
        max_digits=9,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )
    # Given by the phone that wrote it without signal: one key, one berita acara.
    kunci_kirim = models.UUIDField(null=True, blank=True, editable=False)
    versi = models.PositiveIntegerField(default=1, editable=False)
    disusun_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField("dibuat pada", auto_now_add=True)
    diajukan_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    # When it was first received: the system's time, never changed afterwards.
    diterima_pada = models.DateTimeField("diterima pada", null=True, blank=True)
    diverifikasi_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    diverifikasi_pada = models.DateTimeField("diverifikasi pada", null=True, blank=True)
    catatan_verifikasi = models.TextField("catatan verifikasi", blank=True, max_length=2_000)

    objects = BeritaAcaraQuerySet.as_manager()

    class Meta:
        verbose_name = "berita acara"
        verbose_name_plural = "berita acara"
        ordering = ("-pk",)
        # Few wait for somebody; all others are verified for good.
        indexes = (
            models.Index(
                fields=("status", "kegiatan"),
                name="berita_acara_menunggu",
                condition=~Q(status="diverifikasi"),
            ),
        )
        constraints = (
            models.UniqueConstraint(
                name="berita_acara_kunci_kirim_sekali", fields=("disusun_oleh", "kunci_kirim")
            ),
            dikenal("berita_acara_jenis_dikenal", "jenis", JenisBeritaAcara.values),
            dikenal("berita_acara_status_dikenal", "status", StatusBeritaAcara.values),
            lengkap(
                "berita_acara_diajukan_diterima",
                ~Q(status=StatusBeritaAcara.DRAF),
                "diajukan_oleh",
                "diterima_pada",
                "nomor",
                pesan="Berita acara yang diajukan harus bernomor dan mencatat siapa dan kapan.",
            ),
            lengkap(
                "berita_acara_diverifikasi_lengkap",
                Q(status=StatusBeritaAcara.DIVERIFIKASI),
                "diverifikasi_oleh",
                "diverifikasi_pada",
                pesan="Verifikasi harus mencatat siapa dan kapan.",
            ),
            models.CheckConstraint(
                name="berita_acara_diverifikasi_orang_lain",
                condition=Q(diverifikasi_oleh=None)
                | (
                    ~Q(diverifikasi_oleh=F("disusun_oleh"))
                    & ~Q(diverifikasi_oleh=F("diajukan_oleh"))
                ),
                violation_error_message="Penyusun tidak dapat memverifikasi miliknya sendiri.",
            ),
            models.CheckConstraint(
                name="berita_acara_koordinat_berpasangan",
                condition=Q(lintang=None, bujur=None)
                | Q(lintang__isnull=False, bujur__isnull=False),
                violation_error_message="Isi lintang dan bujur keduanya, atau kosongkan keduanya.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {self.nomor or '(draf)'}"

    def get_absolute_url(self) -> str:
        return alamat_baris("pengawasan:berita-acara-rincian", self.pk)


class FotoBeritaAcara(models.Model):
    """A photo, its time and its hash."""

    berita_acara = models.ForeignKey(BeritaAcara, models.CASCADE, related_name="foto")
    berkas = models.ForeignKey("inti.Berkas", models.PROTECT, related_name="+")
    keterangan = models.CharField("keterangan", max_length=200, blank=True)
    # Facts that the photo or the phone tells; the time of receipt is that of the file.
    diambil_pada = models.DateTimeField("diambil pada", null=True, blank=True)
    lintang = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    bujur = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    kunci = models.UUIDField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = "foto berita acara"
        verbose_name_plural = "foto berita acara"
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                name="foto_berita_acara_kunci_sekali", fields=("berita_acara", "kunci")
            ),
        )

    def __str__(self) -> str:
        return self.keterangan or str(self.berkas)
