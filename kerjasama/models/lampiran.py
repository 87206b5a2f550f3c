"""Dated attachments: what a naskah needs besides itself, each with an expiry of its own."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.urls import reverse

from inti.models.constraints import berurutan, dikenal, lengkap
from inti.roles import Kemampuan, mampu
from kerjasama.domain.lampiran import Keadaan, keadaan
from kerjasama.enums import STATUS_BERLAKU, JenisLampiran, StatusLampiran
from kerjasama.models.naskah import Naskah

if TYPE_CHECKING:
    from inti.models import Pengguna
    from kerjasama.models.naskah import NaskahQuerySet

# What each version of the file says, and the attachment says of the newest.
KOLOM_MASA = ("nomor", "penerbit", "nilai", "berlaku_mulai", "berlaku_sampai")


class LampiranQuerySet(models.QuerySet["LampiranBertanggal"]):
    def terlihat_oleh(
        self, pengguna: Pengguna, *, naskah: NaskahQuerySet | None = None
    ) -> LampiranQuerySet:
        """Those of the naskah one may see; a mitra sees none of another party.

        `naskah` are those naskah, where the caller has asked for them already.
        """
        if naskah is None:
            naskah = Naskah.objects.terlihat_oleh(pengguna)
        terlihat = self.filter(naskah__in=naskah)
        if mampu(pengguna.peran, Kemampuan.LIHAT_REGISTER):
            return terlihat
        anggota = pengguna.keanggotaan.aktif().exclude(mitra=None)
        return terlihat.filter(Q(mitra=None) | Q(mitra__in=anggota.values("mitra")))

    def diperlukan(self) -> LampiranQuerySet:
        """Not closed, and of a naskah that is said to be in force."""
        return self.filter(status=StatusLampiran.AKTIF, naskah__status__in=STATUS_BERLAKU)


class LampiranBertanggal(models.Model):
    """One guarantee, insurance, permit …; its period is that of the newest version."""

    naskah = models.ForeignKey("kerjasama.Naskah", models.PROTECT, related_name="lampiran")
    jenis = models.CharField("jenis", max_length=20, choices=JenisLampiran.choices)
    nama = models.CharField("nama lampiran", max_length=150, blank=True)
    mitra = models.ForeignKey(
        "kerjasama.Mitra",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="lampiran",
        verbose_name="pihak",
    )
    nomor = models.CharField("nomor", max_length=120, blank=True)
    penerbit = models.CharField("penerbit", max_length=150, blank=True)
    nilai = models.PositiveBigIntegerField("nilai (rupiah)", null=True, blank=True)
    berlaku_mulai = models.DateField("berlaku mulai")
    berlaku_sampai = models.DateField("berlaku sampai")
    status = models.CharField(
        "status", max_length=20, choices=StatusLampiran.choices, default=StatusLampiran.AKTIF
    )
    alasan_tutup = models.CharField("alasan penutupan", max_length=300, blank=True)
    ditutup_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    ditutup_pada = models.DateTimeField("ditutup pada", null=True, blank=True)

    objects = LampiranQuerySet.as_manager()

    class Meta:
        verbose_name = "lampiran bertanggal"
        verbose_name_plural = "lampiran bertanggal"
        ordering = ("berlaku_sampai", "pk")
        indexes = (models.Index(fields=("status", "berlaku_sampai", "id"), name="lampiran_akhir"),)
        constraints = (
            dikenal("lampiran_jenis_dikenal", "jenis", JenisLampiran.values),
            dikenal("lampiran_status_dikenal", "status", StatusLampiran.values),
            berurutan(
                "lampiran_masa_berurutan",
                "berlaku_mulai",
                "berlaku_sampai",
                "Berlaku sampai tidak boleh sebelum berlaku mulai.",
            ),
            models.CheckConstraint(
                name="lampiran_lainnya_bernama",
                condition=~Q(jenis=JenisLampiran.LAINNYA) | ~Q(nama=""),
                violation_error_message="Sebutkan nama lampirannya.",
            ),
            models.CheckConstraint(
                name="lampiran_nilai_positif",
                condition=Q(nilai=None) | Q(nilai__gt=0),
                violation_error_message="Nilai harus lebih dari nol.",
            ),
            models.CheckConstraint(
                name="lampiran_tutup_beralasan",
                condition=~Q(status=StatusLampiran.DITUTUP) | ~Q(alasan_tutup=""),
                violation_error_message="Penutupan lampiran harus beralasan.",
            ),
            lengkap(
                "lampiran_tutup_bertanggal",
                Q(status=StatusLampiran.DITUTUP),
                "ditutup_oleh",
                "ditutup_pada",
                pesan="Penutupan lampiran harus mencatat siapa dan kapan.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.nama or self.get_jenis_display()} {self.nomor}".strip()

    def get_absolute_url(self) -> str:
        return f"{reverse('kerjasama:naskah-lampiran', args=[self.naskah_id])}#lampiran-{self.pk}"

    def keadaan(self, per: date) -> Keadaan:
        """How it stands on the day."""
        status = StatusLampiran(self.status)
        return keadaan(status, mulai=self.berlaku_mulai, sampai=self.berlaku_sampai, per=per)
