"""Pernyataan pemenuhan: what one side says about one item, beside what the others say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Max, Q

from inti.angka import RUPIAH_TERBESAR
from inti.models.constraints import dikenal
from inti.roles import Kemampuan, mampu
from kerjasama.enums import SisiPernyataan, StatusPemenuhan
from kerjasama.models.butir import Butir

if TYPE_CHECKING:
    from inti.models import Pengguna


class PernyataanPemenuhanQuerySet(models.QuerySet["PernyataanPemenuhan"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> PernyataanPemenuhanQuerySet:
        """Of the items one may see; a mitra does not read what another mitra states."""
        tampak = self.filter(butir__in=Butir.objects.terlihat_oleh(pengguna))
        if mampu(pengguna.peran, Kemampuan.LIHAT_REGISTER):
            return tampak
        anggota = pengguna.keanggotaan.aktif().exclude(mitra=None)
        return tampak.filter(Q(mitra=None) | Q(mitra__in=anggota.values("mitra")))

    def terkini(self) -> PernyataanPemenuhanQuerySet:
        """The last word of each side on each turn; what it superseded stays in the history."""
        sisi = self.order_by().values("butir", "ke", "sisi", "mitra")
        return self.filter(pk__in=sisi.annotate(terakhir=Max("pk")).values("terakhir"))


class PernyataanPemenuhan(models.Model):
    """One statement. It is never edited: a new one of the same side supersedes it."""

    butir = models.ForeignKey(Butir, models.PROTECT, related_name="pernyataan")
    # The turn of an item that recurs; nought speaks of the item as a whole.
    ke = models.PositiveSmallIntegerField("periode ke", default=0)
    sisi = models.CharField("dinyatakan oleh", max_length=20, choices=SisiPernyataan.choices)
    mitra = models.ForeignKey(
        "kerjasama.Mitra", models.PROTECT, null=True, blank=True, related_name="+"
    )
    status = models.CharField("status", max_length=20, choices=StatusPemenuhan.choices)
    persen = models.DecimalField("persen", max_digits=5, decimal_places=2, null=True, blank=True)
    nilai = models.DecimalField("nilai", max_digits=15, decimal_places=2, null=True, blank=True)
    rupiah = models.BigIntegerField("dibayar menurutnya (Rp)", null=True, blank=True)
    uraian = models.TextField("uraian", max_length=2_000, blank=True)
    tanggal = models.DateField("keadaan per tanggal")
    sumber = models.CharField("sumber", max_length=300)
    # What the statement was taken from, where it came by itself: taken from there once.
    kunci_sumber = models.CharField(max_length=80, blank=True, editable=False)
    dinyatakan_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    dinyatakan_pada = models.DateTimeField("dinyatakan pada", auto_now_add=True)

    objects = PernyataanPemenuhanQuerySet.as_manager()

    class Meta:
        verbose_name = "pernyataan pemenuhan"
        verbose_name_plural = "pernyataan pemenuhan"
        ordering = ("-pk",)
        constraints = (
            dikenal("pernyataan_sisi_dikenal", "sisi", SisiPernyataan.values),
            dikenal("pernyataan_status_dikenal", "status", StatusPemenuhan.values),
            models.CheckConstraint(
                name="pernyataan_mitra_bernama",
                condition=Q(sisi=SisiPernyataan.MITRA, mitra__isnull=False)
                | (~Q(sisi=SisiPernyataan.MITRA) & Q(mitra=None)),
                violation_error_message="Pernyataan mitra harus menyebut mitranya.",
            ),
            models.CheckConstraint(
                name="pernyataan_persen_wajar",
                condition=Q(persen=None) | Q(persen__gte=0, persen__lt=1000),
                violation_error_message="Tulis persen antara 0 dan 999.",
            ),
            models.CheckConstraint(
                name="pernyataan_nilai_wajar",
                condition=Q(nilai=None) | Q(nilai__gte=0),
                violation_error_message="Nilai tidak boleh kurang dari nol.",
            ),
            models.CheckConstraint(
                name="pernyataan_rupiah_wajar",
                condition=Q(rupiah=None) | Q(rupiah__gte=0, rupiah__lt=RUPIAH_TERBESAR),
                violation_error_message="Jumlah rupiah tidak boleh kurang dari nol.",
            ),
            models.CheckConstraint(
                name="pernyataan_bersumber",
                condition=~Q(sumber=""),
                violation_error_message="Sebutkan sumber pernyataannya.",
            ),
            models.UniqueConstraint(
                name="pernyataan_sumber_sekali",
                fields=("butir", "ke", "kunci_sumber"),
                condition=~Q(kunci_sumber=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_sisi_display()}: {self.get_status_display()}"


class BuktiPernyataan(models.Model):
    """Evidence of a statement."""

    pernyataan = models.ForeignKey(PernyataanPemenuhan, models.CASCADE, related_name="bukti")
    berkas = models.ForeignKey("inti.Berkas", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "bukti pernyataan"
        verbose_name_plural = "bukti pernyataan"
        ordering = ("pk",)

    def __str__(self) -> str:
        return str(self.berkas)
