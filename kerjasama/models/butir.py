"""Butir: one hak, kewajiban, tugas or kewenangan, with its measure, its time and its money."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from inti.alamat import alamat_baris
from inti.angka import RUPIAH_TERBESAR
from inti.models.constraints import berurutan, dikenal
from inti.roles import Kemampuan, mampu
from kerjasama.domain.butir import JadwalButir
from kerjasama.enums import JenisButir, Kekerapan, PihakButir, SifatUang
from kerjasama.models.naskah import Naskah

if TYPE_CHECKING:
    from datetime import date

    from inti.models import Pengguna


class ButirQuerySet(models.QuerySet["Butir"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> ButirQuerySet:
        """Of the naskah one may see; a mitra sees none that is another mitra's alone."""
        tampak = self.filter(naskah__in=Naskah.objects.terlihat_oleh(pengguna))
        if mampu(pengguna.peran, Kemampuan.LIHAT_REGISTER):
            return tampak
        anggota = pengguna.keanggotaan.aktif().exclude(mitra=None)
        return tampak.filter(Q(mitra=None) | Q(mitra__in=anggota.values("mitra")))


class Butir(models.Model):
    """One hak, kewajiban, tugas or kewenangan of one side."""

    naskah = models.ForeignKey(Naskah, models.CASCADE, related_name="butir")
    jenis = models.CharField("jenis", max_length=20, choices=JenisButir.choices)
    pihak = models.CharField("pihak", max_length=20, choices=PihakButir.choices)
    mitra = models.ForeignKey(
        "kerjasama.Mitra", models.PROTECT, null=True, blank=True, related_name="butir"
    )
    uraian = models.TextField("uraian", max_length=2000)
    target = models.CharField("target", max_length=300, blank=True)
    ukuran = models.CharField("ukuran", max_length=200, blank=True)
    satuan = models.CharField("satuan", max_length=50, blank=True)
    target_angka = models.DecimalField(
        "target dalam angka",
        max_digits=15,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal("0.01"))],
    )
    kekerapan = models.CharField(
        "kekerapan", max_length=20, choices=Kekerapan.choices, default=Kekerapan.SEKALI
    )
    # The turns of an item that recurs are counted from here, never from one another.
    jatuh_tempo_pertama = models.DateField("jatuh tempo pertama", null=True, blank=True)
    tenggat = models.DateField("tenggat", null=True, blank=True)
    sifat_uang = models.CharField(
        "sifat uang", max_length=20, choices=SifatUang.choices, blank=True
    )
    # Whole rupiah, exact in every database.
    jumlah = models.BigIntegerField("jumlah per periode (Rp)", null=True, blank=True)
    # Signed on that day, the addendum that ended it; it owes nothing that falls due later.
    diakhiri_pada = models.DateField("diakhiri", null=True, blank=True)
    urutan = models.PositiveSmallIntegerField("urutan", default=0)

    objects = ButirQuerySet.as_manager()

    class Meta:
        verbose_name = "butir hak dan kewajiban"
        verbose_name_plural = "butir hak dan kewajiban"
        ordering = ("naskah", "urutan", "pk")
        constraints = (
            dikenal("butir_jenis_dikenal", "jenis", JenisButir.values),
            dikenal("butir_pihak_dikenal", "pihak", PihakButir.values),
            models.CheckConstraint(
                name="butir_mitra_bila_pihak_mitra",
                condition=Q(mitra=None) | Q(pihak=PihakButir.MITRA),
                violation_error_message="Butir pemerintah daerah tidak menyebut mitra.",
            ),
            dikenal("butir_kekerapan_dikenal", "kekerapan", Kekerapan.values),
            dikenal("butir_sifat_uang_dikenal", "sifat_uang", ["", *SifatUang.values]),
            models.CheckConstraint(
                name="butir_berulang_berjangkar",
                condition=Q(kekerapan=Kekerapan.SEKALI) | Q(jatuh_tempo_pertama__isnull=False),
                violation_error_message="Isi jatuh tempo pertama.",
            ),
            models.CheckConstraint(
                name="butir_uang_bertanggal",
                condition=Q(sifat_uang="")
                | ~Q(kekerapan=Kekerapan.SEKALI)
                | Q(tenggat__isnull=False),
                violation_error_message="Isi tenggat setorannya.",
            ),
            models.CheckConstraint(
                name="butir_jumlah_positif",
                condition=Q(jumlah=None) | Q(jumlah__gt=0, jumlah__lt=RUPIAH_TERBESAR),
                violation_error_message="Jumlah rupiah harus lebih dari nol.",
            ),
            models.CheckConstraint(
                name="butir_jumlah_bila_uang",
                condition=Q(sifat_uang="", jumlah=None)
                | Q(sifat_uang=SifatUang.BAGI_HASIL)
                | Q(sifat_uang__in=(SifatUang.SETORAN, SifatUang.KOMPENSASI), jumlah__isnull=False),
                violation_error_message="Isi jumlahnya; hanya bagi hasil yang boleh kosong.",
            ),
            models.CheckConstraint(
                name="butir_target_positif",
                condition=Q(target_angka=None) | Q(target_angka__gt=0),
                violation_error_message="Target dalam angka harus lebih dari nol.",
            ),
            berurutan(
                "butir_tenggat_setelah_pertama",
                "jatuh_tempo_pertama",
                "tenggat",
                "Tenggat tidak boleh sebelum jatuh tempo pertama.",
            ),
        )

    def __str__(self) -> str:
        return self.uraian[:80]

    def get_absolute_url(self) -> str:
        return alamat_baris("kerjasama:butir-rincian", self.pk)

    def hari_terakhir(self, naskah: Naskah) -> date | None:
        """The last day on which it can fall due: that of its naskah, or of its own end."""
        return min(filter(None, (naskah.hari_terakhir, self.diakhiri_pada)), default=None)

    @property
    def jadwal(self) -> JadwalButir:
        """When it falls due, as the domain reads it."""
        return JadwalButir(
            Kekerapan(self.kekerapan),
            self.jatuh_tempo_pertama,
            self.tenggat,
            self.sifat_uang,
            self.jumlah,
        )
