"""Tindak lanjut: what follows from a decided recommendation, until closed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, When

from inti.alamat import alamat_baris
from inti.models.constraints import dikenal, lengkap
from kerjasama.enums import STATUS_BERLAKU
from kerjasama.models import di_naskah_terlihat
from pengawasan.enums import JenisTindakLanjut, StatusTeguran, StatusTindakLanjut
from pengawasan.models.teguran import Teguran

if TYPE_CHECKING:
    from inti.models import Pengguna


# What the list is ordered by: what is open by its date, then what is closed.
TENGGAT_TERBUKA = Case(When(~Q(status=StatusTindakLanjut.DITUTUP), then="tenggat"))


class TindakLanjutQuerySet(models.QuerySet["TindakLanjut"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> TindakLanjutQuerySet:
        """Of the naskah one may see."""
        return di_naskah_terlihat(self, pengguna)

    def terbuka(self) -> TindakLanjutQuerySet:
        """Not yet closed."""
        return self.exclude(status=StatusTindakLanjut.DITUTUP)

    def terlambat_pada(self, tanggal: date) -> TindakLanjutQuerySet:
        """Not yet closed and past its date."""
        return self.terbuka().filter(tenggat__lt=tanggal)

    def menunggu_staf(self) -> TindakLanjutQuerySet:
        """Where the office must act first: record the ending, or say which mitra is warned."""
        kasus = Teguran.objects.filter(tindak_lanjut=OuterRef("pk"))
        ditegur = Exists(kasus.exclude(status=StatusTeguran.DIBATALKAN))
        return self.filter(
            Q(jenis=JenisTindakLanjut.PENGAKHIRAN, naskah__status__in=STATUS_BERLAKU)
            | Q(~ditegur, jenis=JenisTindakLanjut.TEGURAN),
            status=StatusTindakLanjut.TERBUKA,
        )

    def untuk_daftar(self) -> TindakLanjutQuerySet:
        """With what a list row shows."""
        return self.select_related("naskah", "perangkat_daerah", "rekomendasi")


class TindakLanjut(models.Model):
    """Exactly one per decided recommendation."""

    rekomendasi = models.OneToOneField(
        "pengawasan.Rekomendasi", models.PROTECT, related_name="hasil"
    )
    naskah = models.ForeignKey("kerjasama.Naskah", models.PROTECT, related_name="tindak_lanjut")
    perangkat_daerah = models.ForeignKey(
        "kerjasama.PerangkatDaerah",
        models.PROTECT,
        related_name="tindak_lanjut",
        verbose_name="penanggung jawab",
    )
    jenis = models.CharField(
        "jenis", max_length=20, choices=JenisTindakLanjut.choices, default=JenisTindakLanjut.LAINNYA
    )
    uraian = models.TextField("uraian")
    tenggat = models.DateField("tenggat")
    dasar_tenggat = models.CharField("dasar tenggat", max_length=250, blank=True)
    status = models.CharField(
        "status",
        max_length=20,
        choices=StatusTindakLanjut.choices,
        default=StatusTindakLanjut.TERBUKA,
    )
    keterangan_pelaksanaan = models.TextField("pelaksanaan", blank=True, max_length=5_000)
    dilaporkan_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    dilaporkan_pada = models.DateTimeField("dilaporkan pada", null=True, blank=True)
    # What fulfilled a renewal: one of the two, or the closing note says why neither.
    addendum = models.ForeignKey(
        "kerjasama.Addendum", models.PROTECT, null=True, blank=True, related_name="+"
    )
    naskah_pengganti = models.ForeignKey(
        "kerjasama.Naskah", models.PROTECT, null=True, blank=True, related_name="+"
    )
    catatan_penutup = models.TextField("catatan", blank=True, max_length=2_000)
    ditutup_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    ditutup_sebagai = models.CharField("ditutup sebagai", max_length=220, blank=True)
    ditutup_pada = models.DateTimeField("ditutup pada", null=True, blank=True)
    dibuat_pada = models.DateTimeField("dibuat pada", auto_now_add=True)

    objects = TindakLanjutQuerySet.as_manager()

    class Meta:
        verbose_name = "tindak lanjut"
        verbose_name_plural = "tindak lanjut"
        ordering = ("tenggat", "pk")
        indexes = (
            models.Index(fields=("status", "tenggat"), name="tindak_lanjut_terbuka"),
            models.Index(fields=("jenis", "status"), name="tindak_lanjut_jenis"),
            models.Index(TENGGAT_TERBUKA, F("id"), name="tindak_lanjut_urutan"),
        )
        constraints = (
            dikenal("tindak_lanjut_status_dikenal", "status", StatusTindakLanjut.values),
            dikenal("tindak_lanjut_jenis_dikenal", "jenis", JenisTindakLanjut.values),
            lengkap(
                "tindak_lanjut_dilaporkan_lengkap",
                Q(status=StatusTindakLanjut.DILAPORKAN),
                "dilaporkan_oleh",
                "dilaporkan_pada",
                pesan="Laporan pelaksanaan harus mencatat siapa dan kapan.",
            ),
            lengkap(
                "tindak_lanjut_ditutup_lengkap",
                Q(status=StatusTindakLanjut.DITUTUP),
                "ditutup_oleh",
                "ditutup_pada",
                pesan="Penutupan harus mencatat siapa dan kapan.",
            ),
            models.CheckConstraint(
                name="tindak_lanjut_ditutup_orang_lain",
                condition=Q(ditutup_oleh=None)
                | Q(dilaporkan_oleh=None)
                | ~Q(ditutup_oleh=F("dilaporkan_oleh")),
                violation_error_message="Yang melaporkan tidak dapat menutupnya sendiri.",
            ),
        )

    def __str__(self) -> str:
        return self.uraian[:80]

    def get_absolute_url(self) -> str:
        return alamat_baris("pengawasan:tindak-lanjut-rincian", self.pk)


class BuktiTindakLanjut(models.Model):
    """Evidence that it was done."""

    tindak_lanjut = models.ForeignKey(TindakLanjut, models.CASCADE, related_name="bukti")
    berkas = models.ForeignKey("inti.Berkas", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "bukti tindak lanjut"
        verbose_name_plural = "bukti tindak lanjut"
        ordering = ("pk",)

    def __str__(self) -> str:
        return str(self.berkas)
