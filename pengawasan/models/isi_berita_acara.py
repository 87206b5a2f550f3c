"""The rows of a berita acara: findings, figures, agreements, signatories, rounds."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from inti.models.constraints import dikenal
from pengawasan.domain.berita_acara import ISIAN
from pengawasan.enums import HasilPutaran, WakilPenandaTangan
from pengawasan.models.berita_acara import BeritaAcara


class Temuan(models.Model):
    """One thing that was found, and the item of the ledger that it concerns, if any."""

    berita_acara = models.ForeignKey(BeritaAcara, models.CASCADE, related_name="temuan")
    urutan = models.PositiveSmallIntegerField("urutan", default=0)
    uraian = models.TextField("uraian", max_length=10_000)
    # What was found of an item keeps the item, as its figures do.
    butir = models.ForeignKey(
        "kerjasama.Butir", models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "temuan"
        verbose_name_plural = "temuan"
        ordering = ("urutan", "pk")

    def __str__(self) -> str:
        return self.uraian


class AngkaBeritaAcara(models.Model):
    """The team's and the mitra's figure of one item, side by side: neither overwrites the other."""

    berita_acara = models.ForeignKey(BeritaAcara, models.CASCADE, related_name="angka")
    urutan = models.PositiveSmallIntegerField("urutan", default=0)
    butir = models.ForeignKey("kerjasama.Butir", models.PROTECT, related_name="+")
    satuan = models.CharField("satuan", max_length=50, blank=True)
    nilai_tim = models.DecimalField(
        "angka tim", max_digits=15, decimal_places=2, null=True, blank=True
    )
    sumber_tim = models.CharField("sumber angka tim", max_length=200, blank=True)
    nilai_mitra = models.DecimalField(
        "angka mitra", max_digits=15, decimal_places=2, null=True, blank=True
    )
    sumber_mitra = models.CharField("sumber angka mitra", max_length=200, blank=True)

    class Meta:
        verbose_name = "angka berita acara"
        verbose_name_plural = "angka berita acara"
        ordering = ("urutan", "pk")
        constraints = (
            models.UniqueConstraint(
                name="angka_berita_acara_sekali_per_butir", fields=("berita_acara", "butir")
            ),
            models.CheckConstraint(
                name="angka_berita_acara_terisi",
                condition=Q(nilai_tim__gte=0) | Q(nilai_mitra__gte=0),
                violation_error_message="Isi angka tim, angka mitra, atau keduanya.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.nilai_tim} / {self.nilai_mitra} {self.satuan}".strip()


class KesepakatanBeritaAcara(models.Model):
    """What was agreed, who does it and until when."""

    berita_acara = models.ForeignKey(BeritaAcara, models.CASCADE, related_name="kesepakatan")
    urutan = models.PositiveSmallIntegerField("urutan", default=0)
    uraian = models.TextField("uraian", max_length=5_000)
    penanggung_jawab = models.CharField("penanggung jawab", max_length=200)
    tenggat = models.DateField("tenggat", null=True, blank=True)

    class Meta:
        verbose_name = "kesepakatan berita acara"
        verbose_name_plural = "kesepakatan berita acara"
        ordering = ("urutan", "pk")

    def __str__(self) -> str:
        return self.uraian


class PenandaTangan(models.Model):
    """Who signs on paper, and for whom."""

    berita_acara = models.ForeignKey(BeritaAcara, models.CASCADE, related_name="penanda_tangan")
    urutan = models.PositiveSmallIntegerField("urutan", default=0)
    nama = models.CharField("nama", max_length=150)
    jabatan = models.CharField("jabatan", max_length=200, blank=True)
    instansi = models.CharField("instansi", max_length=200, blank=True)
    mewakili = models.CharField(
        "mewakili",
        max_length=20,
        choices=WakilPenandaTangan.choices,
        default=WakilPenandaTangan.PERANGKAT_DAERAH,
    )

    class Meta:
        verbose_name = "penanda tangan"
        verbose_name_plural = "penanda tangan"
        ordering = ("urutan", "pk")
        constraints = (
            dikenal("penanda_tangan_mewakili_dikenal", "mewakili", WakilPenandaTangan.values),
        )

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.nama, self.jabatan, self.instansi)))


class PutaranBeritaAcara(models.Model):
    """One submission: what it said, and what the reviewer answered. Never overwritten."""

    berita_acara = models.ForeignKey(BeritaAcara, models.CASCADE, related_name="putaran")
    ke = models.PositiveSmallIntegerField("putaran ke")
    isi = models.JSONField("isi saat diajukan")
    diajukan_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    diajukan_pada = models.DateTimeField("diajukan pada")
    hasil = models.CharField("hasil", max_length=20, choices=HasilPutaran.choices, blank=True)
    diperiksa_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    diperiksa_pada = models.DateTimeField("diperiksa pada", null=True, blank=True)
    catatan = models.TextField("catatan", max_length=2_000, blank=True)
    # Field name -> the reason why it was returned.
    alasan = models.JSONField("alasan per isian", default=dict, blank=True)

    class Meta:
        verbose_name = "putaran berita acara"
        verbose_name_plural = "putaran berita acara"
        ordering = ("-ke",)
        constraints = (
            models.UniqueConstraint(
                name="putaran_berita_acara_urut", fields=("berita_acara", "ke")
            ),
            models.CheckConstraint(
                name="putaran_berita_acara_diperiksa_lengkap",
                condition=Q(hasil="")
                | Q(
                    hasil__in=HasilPutaran.values,
                    diperiksa_oleh__isnull=False,
                    diperiksa_pada__isnull=False,
                ),
                violation_error_message="Hasil pemeriksaan harus mencatat siapa dan kapan.",
            ),
        )

    def __str__(self) -> str:
        return f"Putaran {self.ke}"

    @property
    def alasan_berlabel(self) -> list[tuple[str, str]]:
        """The reasons, by the name of each field."""
        return [(ISIAN.get(nama, nama), alasan) for nama, alasan in self.alasan.items()]

    @property
    def isi_berlabel(self) -> list[tuple[str, list[str]]]:
        """What was submitted, line by line, without the hashes of the photos."""
        return [
            (ISIAN.get(nama, nama.capitalize()), isi if isinstance(isi, list) else [isi])
            for nama, isi in self.isi.items()
            if isi and nama != "foto"
        ]
