"""Setoran: what an item owes each time it falls due, and the payments recorded for it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q

from inti.alamat import alamat_baris
from inti.angka import RUPIAH_TERBESAR
from inti.models.constraints import dikenal, lengkap
from kerjasama.domain.butir import DIHITUNG
from kerjasama.domain.pemenuhan import BarisSetoran
from kerjasama.enums import SisiPernyataan, StatusPembayaran, StatusSetoran
from kerjasama.models.butir import Butir
from kerjasama.models.pihak import pihak_dengan_mitra

if TYPE_CHECKING:
    from inti.models import Pengguna


class SetoranQuerySet(models.QuerySet["Setoran"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> SetoranQuerySet:
        """Of the items one may see."""
        return self.filter(butir__in=Butir.objects.terlihat_oleh(pengguna))

    def terbuka(self) -> SetoranQuerySet:
        """Rows that still follow from the naskah."""
        return self.filter(status=StatusSetoran.TERBUKA)

    def belum_lunas(self) -> SetoranQuerySet:
        """Of a set amount that is not paid in full, or of none yet."""
        return self.terbuka().filter(Q(jumlah=None) | Q(dibayar__lt=F("jumlah")))

    def tunggakan_pada(self, tanggal: date) -> SetoranQuerySet:
        """Due by the day, the day included, and not paid in full."""
        return self.belum_lunas().filter(jatuh_tempo__lte=tanggal)

    def untuk_daftar(self) -> SetoranQuerySet:
        """With what a list row shows, in a constant number of queries."""
        return self.select_related("butir__naskah", "butir__mitra").prefetch_related(
            pihak_dengan_mitra("butir__naskah__")
        )


class Setoran(models.Model):
    """One amount owed once. Its identity is its turn, never its date."""

    butir = models.ForeignKey(Butir, models.CASCADE, related_name="setoran")
    ke = models.PositiveSmallIntegerField("setoran ke")
    jatuh_tempo = models.DateField("jatuh tempo")
    jumlah = models.BigIntegerField("jumlah (Rp)", null=True, blank=True)
    # Set for this turn alone, so that a new amount of the item leaves it as it is.
    alasan_jumlah = models.CharField("dasar jumlah", max_length=300, blank=True)
    status = models.CharField(
        "status", max_length=20, choices=StatusSetoran.choices, default=StatusSetoran.TERBUKA
    )
    alasan_status = models.CharField("alasan", max_length=300, blank=True)
    # Sums of the payments that count, moved by services.pembayaran in the same transaction.
    dibayar = models.BigIntegerField("dibayar (Rp)", default=0)
    menunggu = models.BigIntegerField("menunggu konfirmasi (Rp)", default=0)

    objects = SetoranQuerySet.as_manager()

    class Meta:
        verbose_name = "setoran"
        verbose_name_plural = "setoran"
        ordering = ("jatuh_tempo", "pk")
        indexes = (models.Index(fields=("status", "jatuh_tempo", "id"), name="setoran_jatuh"),)
        constraints = (
            models.UniqueConstraint(name="setoran_sekali", fields=("butir", "ke")),
            dikenal("setoran_status_dikenal", "status", StatusSetoran.values),
            models.CheckConstraint(
                name="setoran_jumlah_positif",
                condition=Q(jumlah=None) | Q(jumlah__gt=0, jumlah__lt=RUPIAH_TERBESAR),
                violation_error_message="Jumlah rupiah harus lebih dari nol.",
            ),
            models.CheckConstraint(
                name="setoran_terbayar_wajar",
                condition=Q(dibayar__gte=0, menunggu__gte=0),
                violation_error_message="Jumlah yang dibayar tidak boleh kurang dari nol.",
            ),
            models.CheckConstraint(
                name="setoran_digantikan_beralasan",
                condition=~Q(status=StatusSetoran.DIGANTIKAN) | ~Q(alasan_status=""),
                violation_error_message="Setoran yang digantikan harus menyebut alasannya.",
            ),
        )

    def __str__(self) -> str:
        return f"Setoran ke-{self.ke} {self.butir}"

    def get_absolute_url(self) -> str:
        return alamat_baris("kerjasama:setoran-rincian", self.pk)

    @property
    def angka(self) -> BarisSetoran:
        """Its figures, as the domain reads them."""
        return BarisSetoran(self.jatuh_tempo, self.jumlah, self.dibayar, self.menunggu)


class PembayaranSetoran(models.Model):
    """One payment as somebody stated it. A correction is a new row with its reason."""

    setoran = models.ForeignKey(Setoran, models.PROTECT, related_name="pembayaran")
    tanggal = models.DateField("tanggal bayar", null=True, blank=True)
    jumlah = models.BigIntegerField("jumlah (Rp)", null=True, blank=True)
    nomor_bukti = models.CharField("nomor bukti", max_length=100, blank=True)
    keterangan = models.CharField("keterangan", max_length=500, blank=True)
    bukti = models.ForeignKey(
        "inti.Berkas", models.PROTECT, null=True, blank=True, related_name="+"
    )
    status = models.CharField(
        "status",
        max_length=20,
        choices=StatusPembayaran.choices,
        default=StatusPembayaran.DINYATAKAN,
    )
    mengoreksi = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="koreksi"
    )
    alasan_koreksi = models.CharField("alasan koreksi", max_length=300, blank=True)
    sisi = models.CharField("dinyatakan sebagai", max_length=20, choices=SisiPernyataan.choices)
    dinyatakan_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    dinyatakan_pada = models.DateTimeField("dinyatakan pada", auto_now_add=True)
    dikonfirmasi_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    dikonfirmasi_pada = models.DateTimeField("dikonfirmasi pada", null=True, blank=True)

    class Meta:
        verbose_name = "pembayaran setoran"
        verbose_name_plural = "pembayaran setoran"
        ordering = ("pk",)
        constraints = (
            dikenal("pembayaran_status_dikenal", "status", StatusPembayaran.values),
            dikenal("pembayaran_sisi_dikenal", "sisi", SisiPernyataan.values),
            models.CheckConstraint(
                name="pembayaran_jumlah_positif",
                condition=Q(jumlah=None) | Q(jumlah__gt=0, jumlah__lt=RUPIAH_TERBESAR),
                violation_error_message="Jumlah rupiah harus lebih dari nol.",
            ),
            models.CheckConstraint(
                name="pembayaran_lengkap_atau_batal",
                condition=Q(
                    status=StatusPembayaran.DIBATALKAN,
                    jumlah=None,
                    tanggal=None,
                    mengoreksi__isnull=False,
                )
                | (
                    ~Q(status=StatusPembayaran.DIBATALKAN)
                    & Q(jumlah__isnull=False, tanggal__isnull=False)
                ),
                violation_error_message="Pembayaran harus mempunyai tanggal dan jumlah.",
            ),
            models.CheckConstraint(
                name="pembayaran_koreksi_beralasan",
                condition=Q(mengoreksi=None) | ~Q(alasan_koreksi=""),
                violation_error_message="Koreksi pembayaran wajib disertai alasan.",
            ),
            lengkap(
                "pembayaran_dikonfirmasi_lengkap",
                Q(status=StatusPembayaran.DIKONFIRMASI),
                "dikonfirmasi_oleh",
                "dikonfirmasi_pada",
                pesan="Konfirmasi harus mencatat siapa dan kapan.",
            ),
            models.CheckConstraint(
                name="pembayaran_dikonfirmasi_orang_lain",
                condition=Q(dikonfirmasi_oleh=None) | ~Q(dikonfirmasi_oleh=F("dinyatakan_oleh")),
                violation_error_message="Yang mencatat tidak dapat mengonfirmasinya sendiri.",
            ),
        )

    def __str__(self) -> str:
        return f"Pembayaran {self.setoran}"

    @property
    def dihitung(self) -> bool:
        """Whether it counts; what was corrected stays to be read."""
        return self.status in DIHITUNG
