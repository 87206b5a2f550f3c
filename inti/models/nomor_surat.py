"""The register of letter numbers: without gaps, restarting each January."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q

from inti.models.constraints import berurutan, lengkap


class KlasifikasiSuratQuerySet(models.QuerySet["KlasifikasiSurat"]):
    def berlaku_pada(self, tanggal: date) -> KlasifikasiSuratQuerySet:
        """Codes valid on the day."""
        return self.filter(Q(sampai=None) | Q(sampai__gte=tanggal), mulai__lte=tanggal)

    def untuk(self, jenis: str, tanggal: date) -> KlasifikasiSurat | None:
        """The code of a kind of letter on the day: its own, else that of all other kinds."""
        berlaku = self.berlaku_pada(tanggal).filter(jenis__in=(jenis, ""))
        # "" sorts first, so the other way round the kind's own goes before it.
        return berlaku.order_by("-jenis", "-mulai", "kode").first()

    def bertumpuk(self, jenis: str, mulai: date, sampai: date | None) -> KlasifikasiSuratQuerySet:
        """Codes of the same kinds of letter whose time has a day in common with this one."""
        sebelum = Q(mulai__lte=sampai) if sampai else Q()
        return self.filter(sebelum, Q(sampai=None) | Q(sampai__gte=mulai), jenis=jenis)


class KlasifikasiSurat(models.Model):
    """A classification code and the time in which it is used (`134.4` before, `100.2.2.3` now)."""

    kode = models.CharField("kode klasifikasi", max_length=30)
    nama = models.CharField("perihal", max_length=150)
    # For which kind of letter; empty for all that have no code of their own.
    jenis = models.CharField("untuk jenis surat", max_length=80, blank=True)
    mulai = models.DateField("berlaku mulai")
    sampai = models.DateField("berlaku sampai", null=True, blank=True)

    objects = KlasifikasiSuratQuerySet.as_manager()

    class Meta:
        verbose_name = "klasifikasi surat"
        verbose_name_plural = "klasifikasi surat"
        ordering = ("-mulai", "kode")
        constraints = (
            berurutan(
                "klasifikasi_sampai_setelah_mulai",
                "mulai",
                "sampai",
                "Akhir masa berlaku kode tidak boleh sebelum mulainya.",
            ),
            models.UniqueConstraint(name="klasifikasi_sekali", fields=("kode", "jenis", "mulai")),
            models.UniqueConstraint(
                name="klasifikasi_terbuka_sekali",
                fields=("jenis",),
                condition=Q(sampai=None),
                violation_error_message="Sudah ada kode yang masih berlaku untuk jenis surat ini.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"


class UrutanSurat(models.Model):
    """The last running number given out in a year; one row, raised by a conditional update."""

    tahun = models.PositiveSmallIntegerField("tahun", unique=True)
    terakhir = models.PositiveIntegerField("nomor terakhir", default=0)

    class Meta:
        verbose_name = "urutan surat"
        verbose_name_plural = "urutan surat"

    def __str__(self) -> str:
        return f"{self.tahun}: {self.terakhir}"


class NomorSurat(models.Model):
    """One number given out; a cancelled one stays visible."""

    tahun = models.PositiveSmallIntegerField("tahun")
    urut = models.PositiveIntegerField("nomor urut")
    nomor = models.CharField("nomor surat", max_length=100, unique=True)
    tanggal = models.DateField("tanggal")
    perihal = models.CharField("perihal", max_length=250)
    jenis = models.CharField("jenis surat", max_length=80)
    # Of a letter that was made outside of the application: to whom it went.
    di_luar_sistem = models.BooleanField("surat di luar aplikasi", default=False)
    tujuan = models.CharField("tujuan", max_length=250, blank=True)
    dibuat_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField("dibuat pada", auto_now_add=True)
    dibatalkan_pada = models.DateTimeField("dibatalkan pada", null=True, blank=True)
    alasan_batal = models.CharField("alasan pembatalan", max_length=250, blank=True)

    class Meta:
        verbose_name = "nomor surat"
        verbose_name_plural = "nomor surat"
        ordering = ("-tahun", "-urut")
        constraints = (
            models.UniqueConstraint(name="nomor_surat_urut_sekali", fields=("tahun", "urut")),
            models.CheckConstraint(
                name="nomor_surat_batal_beralasan",
                condition=Q(dibatalkan_pada=None) | ~Q(alasan_batal=""),
                violation_error_message="Pembatalan nomor wajib disertai alasan.",
            ),
            lengkap(
                "nomor_surat_alasan_berwaktu",
                ~Q(alasan_batal=""),
                "dibatalkan_pada",
                pesan="Alasan pembatalan hanya untuk nomor yang dibatalkan.",
            ),
        )

    def __str__(self) -> str:
        return self.nomor
