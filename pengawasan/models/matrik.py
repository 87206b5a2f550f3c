"""Matrik hasil evaluasi: eight columns of Pasal 6 ayat (6), recommendations of ayat (7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from inti.models.constraints import dikenal, lengkap
from pengawasan.enums import JenisRekomendasi, StatusRekomendasi
from pengawasan.models.kegiatan import Kegiatan

if TYPE_CHECKING:
    from inti.models import Pengguna

SEL = 2_000


class Matrik(models.Model):
    """The matrix of one evaluasi. `versi_urutan` rises when its rows change places."""

    kegiatan = models.OneToOneField(Kegiatan, models.PROTECT, related_name="matrik")
    versi_urutan = models.PositiveIntegerField("versi urutan", default=1)
    disusun_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    diubah_pada = models.DateTimeField("diubah pada", auto_now=True)

    class Meta:
        verbose_name = "matrik"
        verbose_name_plural = "matrik"

    def __str__(self) -> str:
        return f"Matrik {self.kegiatan}"


class BarisMatrik(models.Model):
    """One row; its recommendations are rows of their own.

    Any column may be blank until the report is sent. `versi` rises with every change of the row,
    so that two editors of one row collide and editors of different rows never do.
    """

    matrik = models.ForeignKey(Matrik, models.CASCADE, related_name="baris")
    urutan = models.PositiveSmallIntegerField("nomor")
    versi = models.PositiveIntegerField("versi", default=1)
    # The browser's own name for a new row, and for the save it sent last: sent twice, done once.
    kunci = models.UUIDField("kunci", unique=True, null=True, blank=True)
    kiriman = models.UUIDField("kiriman terakhir", null=True, blank=True)
    dasar = models.TextField("dasar PKS/Kesepakatan Bersama", max_length=SEL, blank=True)
    materi_evaluasi = models.TextField("materi evaluasi", max_length=SEL, blank=True)
    permasalahan = models.TextField("permasalahan", max_length=SEL, blank=True)
    solusi = models.TextField("solusi", max_length=SEL, blank=True)
    tindak_lanjut = models.TextField("tindak lanjut", max_length=SEL, blank=True)
    perangkat_daerah = models.ForeignKey(
        "kerjasama.PerangkatDaerah",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="perangkat daerah penanggung jawab",
    )
    keterangan = models.TextField("keterangan", max_length=SEL, blank=True)
    # From what it was proposed; one row at most of each in one matrix.
    asal_baris = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="lanjutan"
    )
    asal_butir = models.ForeignKey(
        "kerjasama.Butir", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    asal_berita_acara = models.ForeignKey(
        "pengawasan.BeritaAcara", models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "baris matrik"
        verbose_name_plural = "baris matrik"
        ordering = ("urutan",)
        constraints = (
            models.UniqueConstraint(name="baris_matrik_urutan_sekali", fields=("matrik", "urutan")),
            models.UniqueConstraint(
                name="baris_matrik_asal_baris_sekali", fields=("matrik", "asal_baris")
            ),
            models.UniqueConstraint(
                name="baris_matrik_asal_butir_sekali", fields=("matrik", "asal_butir")
            ),
            models.UniqueConstraint(
                name="baris_matrik_asal_temuan_sekali", fields=("matrik", "asal_berita_acara")
            ),
            models.CheckConstraint(
                name="baris_matrik_asal_satu",
                condition=Q(asal_baris=None, asal_butir=None)
                | Q(asal_baris=None, asal_berita_acara=None)
                | Q(asal_butir=None, asal_berita_acara=None),
                violation_error_message="Sebuah baris berasal dari satu usulan saja.",
            ),
            models.CheckConstraint(
                name="baris_matrik_versi_positif",
                condition=Q(versi__gte=1),
                violation_error_message="Versi baris dimulai dari satu.",
            ),
        )

    def __str__(self) -> str:
        return f"Baris {self.urutan}"


class RekomendasiQuerySet(models.QuerySet["Rekomendasi"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> RekomendasiQuerySet:
        """Of the kegiatan one may see."""
        terlihat = Kegiatan.objects.terlihat_oleh(pengguna)
        return self.filter(baris__matrik__kegiatan__in=terlihat)

    def milik(self, kegiatan: Kegiatan) -> RekomendasiQuerySet:
        """All recommendations of one evaluasi, in the order of the matrix."""
        return self.filter(baris__matrik__kegiatan=kegiatan).order_by("baris__urutan", "pk")

    def menunggu_walikota(self) -> RekomendasiQuerySet:
        """Huruf f and h that the chair agreed to."""
        return self.filter(status=StatusRekomendasi.MENUNGGU_WALIKOTA)


class Rekomendasi(models.Model):
    """One recommendation: the team's saran, then the decision of the Ketua TKKSD on it."""

    baris = models.ForeignKey(BarisMatrik, models.CASCADE, related_name="rekomendasi")
    jenis = models.CharField("jenis", max_length=10, choices=JenisRekomendasi.choices)
    uraian = models.TextField("uraian", max_length=SEL, blank=True)
    tenggat = models.DateField("tenggat tindak lanjut", null=True, blank=True)
    status = models.CharField(
        "status",
        max_length=20,
        choices=StatusRekomendasi.choices,
        default=StatusRekomendasi.SARAN,
    )
    catatan_ketua = models.TextField("catatan Ketua TKKSD", blank=True, max_length=SEL)
    diputuskan_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    diputuskan_pada = models.DateTimeField("diputuskan pada", null=True, blank=True)
    catatan_walikota = models.TextField("catatan kepala daerah", blank=True, max_length=SEL)
    walikota_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    walikota_pada = models.DateTimeField("diputuskan kepala daerah pada", null=True, blank=True)

    objects = RekomendasiQuerySet.as_manager()

    class Meta:
        verbose_name = "rekomendasi"
        verbose_name_plural = "rekomendasi"
        ordering = ("baris", "pk")
        constraints = (
            dikenal("rekomendasi_jenis_dikenal", "jenis", JenisRekomendasi.values),
            dikenal("rekomendasi_status_dikenal", "status", StatusRekomendasi.values),
            models.CheckConstraint(
                name="rekomendasi_lainnya_beruraian",
                condition=~Q(jenis=JenisRekomendasi.LAINNYA) | ~Q(uraian=""),
                violation_error_message="Rekomendasi lainnya harus diuraikan.",
            ),
            lengkap(
                "rekomendasi_diputuskan_lengkap",
                Q(status__in=("menunggu_walikota", "disetujui", "ditolak"))
                | (Q(status=StatusRekomendasi.DIKEMBALIKAN) & ~Q(catatan_ketua="")),
                "diputuskan_oleh",
                "diputuskan_pada",
                pesan="Putusan harus mencatat siapa dan kapan.",
            ),
            models.CheckConstraint(
                name="rekomendasi_dikembalikan_bercatatan",
                # Nobody decided what came back because its report was revoked.
                condition=~Q(status=StatusRekomendasi.DIKEMBALIKAN)
                | ~Q(catatan_ketua="")
                | Q(diputuskan_oleh=None, diputuskan_pada=None),
                violation_error_message="Pengembalian wajib disertai catatan.",
            ),
            # Huruf f and h take effect only with the decision of the head of government.
            lengkap(
                "rekomendasi_f_h_oleh_walikota",
                Q(jenis__in=("f", "h"), status__in=("disetujui", "ditolak")),
                "walikota_oleh",
                "walikota_pada",
                pesan="Rekomendasi huruf f dan h memerlukan putusan kepala daerah.",
            ),
        )

    def __str__(self) -> str:
        return f"Huruf {self.jenis}" if self.jenis != JenisRekomendasi.LAINNYA else "Lainnya"
