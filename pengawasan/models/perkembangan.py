"""How a follow-up goes on: progress, the items it is about, other dates and other owners."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from inti.models.constraints import dikenal, lengkap
from inti.models.pengingat import PengingatDiberikan
from pengawasan.enums import StatusPermintaanTenggat, TahapHukum
from pengawasan.models.tindak_lanjut import TindakLanjut


class PerkembanganTindakLanjut(models.Model):
    """What its owner did so far."""

    tindak_lanjut = models.ForeignKey(TindakLanjut, models.PROTECT, related_name="perkembangan")
    tanggal = models.DateField("tanggal")
    persen = models.PositiveSmallIntegerField("persen", null=True, blank=True)
    tahap = models.CharField("tahap", max_length=20, choices=TahapHukum.choices, blank=True)
    uraian = models.TextField("uraian", max_length=5_000)
    dicatat_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    dicatat_pada = models.DateTimeField("dicatat pada", auto_now_add=True)

    class Meta:
        verbose_name = "perkembangan tindak lanjut"
        verbose_name_plural = "perkembangan tindak lanjut"
        ordering = ("-tanggal", "-pk")
        constraints = (
            dikenal("perkembangan_tahap_dikenal", "tahap", ["", *TahapHukum.values]),
            models.CheckConstraint(
                name="perkembangan_persen_wajar",
                condition=Q(persen=None) | Q(persen__range=(0, 100)),
                violation_error_message="Persen antara 0 dan 100.",
            ),
        )

    def __str__(self) -> str:
        return self.uraian[:80]


class BerkasPerkembangan(models.Model):
    """A file that shows the progress."""

    perkembangan = models.ForeignKey(
        PerkembanganTindakLanjut, models.CASCADE, related_name="berkas"
    )
    berkas = models.ForeignKey("inti.Berkas", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "berkas perkembangan"
        verbose_name_plural = "berkas perkembangan"
        ordering = ("pk",)

    def __str__(self) -> str:
        return str(self.berkas)


class ButirTindakLanjut(models.Model):
    """An item of the ledger that a follow-up of huruf d or e is about."""

    tindak_lanjut = models.ForeignKey(TindakLanjut, models.CASCADE, related_name="butir")
    butir = models.ForeignKey("kerjasama.Butir", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "butir tindak lanjut"
        verbose_name_plural = "butir tindak lanjut"
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                name="butir_tindak_lanjut_sekali", fields=("tindak_lanjut", "butir")
            ),
        )

    def __str__(self) -> str:
        return str(self.butir)


class PermintaanTenggat(models.Model):
    """A later date: asked for with a reason, decided by someone else."""

    tindak_lanjut = models.ForeignKey(
        TindakLanjut, models.PROTECT, related_name="permintaan_tenggat"
    )
    tenggat_lama = models.DateField("tenggat semula")
    tenggat_baru = models.DateField("tenggat yang diminta")
    alasan = models.CharField("alasan", max_length=300)
    status = models.CharField(
        "status",
        max_length=20,
        choices=StatusPermintaanTenggat.choices,
        default=StatusPermintaanTenggat.DIMINTA,
    )
    diminta_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    diminta_pada = models.DateTimeField("diminta pada", auto_now_add=True)
    diputuskan_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    diputuskan_sebagai = models.CharField("diputuskan sebagai", max_length=220, blank=True)
    diputuskan_pada = models.DateTimeField("diputuskan pada", null=True, blank=True)
    catatan = models.CharField("catatan", max_length=300, blank=True)

    class Meta:
        verbose_name = "permintaan tenggat"
        verbose_name_plural = "permintaan tenggat"
        ordering = ("-pk",)
        constraints = (
            dikenal("permintaan_tenggat_dikenal", "status", StatusPermintaanTenggat.values),
            models.UniqueConstraint(
                name="permintaan_tenggat_terbuka_satu",
                fields=("tindak_lanjut",),
                condition=Q(status=StatusPermintaanTenggat.DIMINTA),
                violation_error_message="Masih ada permintaan tenggat yang belum diputuskan.",
            ),
            models.CheckConstraint(
                name="permintaan_tenggat_mundur",
                condition=Q(tenggat_baru__gt=F("tenggat_lama")),
                violation_error_message="Tenggat baru harus setelah tenggat semula.",
            ),
            lengkap(
                "permintaan_tenggat_diputuskan",
                ~Q(status=StatusPermintaanTenggat.DIMINTA),
                "diputuskan_oleh",
                "diputuskan_pada",
                pesan="Putusan harus mencatat siapa dan kapan.",
            ),
            models.CheckConstraint(
                name="permintaan_tenggat_orang_lain",
                condition=Q(diputuskan_oleh=None) | ~Q(diputuskan_oleh=F("diminta_oleh")),
                violation_error_message="Yang meminta tidak memutuskan permintaannya sendiri.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.tenggat_lama} menjadi {self.tenggat_baru}"


class SerahTindakLanjut(models.Model):
    """Another unit of the naskah took the follow-up over."""

    tindak_lanjut = models.ForeignKey(TindakLanjut, models.PROTECT, related_name="serah")
    dari = models.ForeignKey("kerjasama.PerangkatDaerah", models.PROTECT, related_name="+")
    ke = models.ForeignKey("kerjasama.PerangkatDaerah", models.PROTECT, related_name="+")
    alasan = models.CharField("alasan", max_length=300)
    oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    pada = models.DateTimeField("pada", auto_now_add=True)

    class Meta:
        verbose_name = "serah tindak lanjut"
        verbose_name_plural = "serah tindak lanjut"
        ordering = ("-pk",)
        constraints = (
            models.CheckConstraint(
                name="serah_tindak_lanjut_lain",
                condition=~Q(dari=F("ke")),
                violation_error_message="Pilih perangkat daerah yang lain.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.dari} kepada {self.ke}"


class PengingatTenggat(PengingatDiberikan):
    """A reminder that was given of a follow-up or a letter: once per date, rung and person.

    The date belongs to the key: a later deadline begins its ladder anew.
    """

    tindak_lanjut = models.ForeignKey(
        TindakLanjut, models.CASCADE, null=True, blank=True, related_name="+"
    )
    surat = models.ForeignKey(
        "pengawasan.SuratTeguran", models.CASCADE, null=True, blank=True, related_name="+"
    )
    tenggat = models.DateField("tenggat")

    class Meta:
        verbose_name = "pengingat tenggat"
        verbose_name_plural = "pengingat tenggat"
        constraints = (
            models.UniqueConstraint(
                name="pengingat_tindak_lanjut_sekali",
                fields=("tindak_lanjut", "tenggat", "ambang", "penerima"),
                condition=Q(tindak_lanjut__isnull=False),
            ),
            models.UniqueConstraint(
                name="pengingat_surat_teguran_sekali",
                fields=("surat", "tenggat", "ambang", "penerima"),
                condition=Q(surat__isnull=False),
            ),
            models.CheckConstraint(
                name="pengingat_tenggat_satu_benda",
                condition=Q(tindak_lanjut__isnull=False, surat=None)
                | Q(tindak_lanjut=None, surat__isnull=False),
                violation_error_message="Pengingat untuk satu tindak lanjut atau satu surat.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.tindak_lanjut or self.surat} H{self.ambang:+d}"
