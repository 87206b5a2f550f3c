"""The form of the mitra's report, in versions."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from inti.alamat import alamat_baris
from inti.models.constraints import dikenal, lengkap
from pelaporan.enums import StatusFormulir


def kosong() -> dict[str, Any]:
    """A form without sections."""
    return {"bagian": []}


class FormulirLaporanQuerySet(models.QuerySet["FormulirLaporan"]):
    def berlaku_pada(self, tanggal: date) -> FormulirLaporan | None:
        """The version in force on the day: the last published one that has begun."""
        terbit = self.filter(status=StatusFormulir.TERBIT, berlaku_mulai__lte=tanggal)
        return terbit.order_by("-berlaku_mulai").first()


class FormulirLaporan(models.Model):
    """A version of the form set by Keputusan of the head of government (Pasal 9 ayat (2))."""

    versi = models.CharField("versi", max_length=40, unique=True)
    status = models.CharField(
        "status", max_length=20, choices=StatusFormulir.choices, default=StatusFormulir.DRAF
    )
    dasar = models.CharField("dasar", max_length=250, blank=True)
    nomor_keputusan = models.CharField("nomor Keputusan", max_length=80, blank=True)
    tanggal_keputusan = models.DateField("tanggal Keputusan", null=True, blank=True)
    berlaku_mulai = models.DateField("berlaku mulai", unique=True, null=True, blank=True)
    # {"bagian": [{"judul": …, "isian": [{"kode", "label", "jenis", "wajib", "bantuan"}]}]}
    definisi = models.JSONField("definisi", default=kosong)
    disusun_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    diterbitkan_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    diterbitkan_pada = models.DateTimeField("diterbitkan pada", null=True, blank=True)

    objects = FormulirLaporanQuerySet.as_manager()

    class Meta:
        verbose_name = "formulir laporan"
        verbose_name_plural = "formulir laporan"
        ordering = (models.F("berlaku_mulai").desc(nulls_first=True), "-pk")
        constraints = (
            dikenal("formulir_laporan_status_dikenal", "status", StatusFormulir.values),
            models.CheckConstraint(
                name="formulir_laporan_terbit_berdasar",
                condition=Q(status=StatusFormulir.DRAF)
                | (Q(berlaku_mulai__isnull=False) & ~Q(dasar="")),
                violation_error_message="Formulir yang terbit harus berdasar dan bertanggal.",
            ),
            lengkap(
                "formulir_laporan_diterbitkan_lengkap",
                Q(diterbitkan_oleh__isnull=False),
                "diterbitkan_pada",
                pesan="Penerbitan harus mencatat waktunya.",
            ),
        )

    def __str__(self) -> str:
        return self.versi

    def get_absolute_url(self) -> str:
        return alamat_baris("pelaporan:formulir-rincian", self.pk)

    @property
    def sidik(self) -> str:
        """What a page was made from; differs after any change of the form."""
        return hashlib.sha256(json.dumps(self.definisi).encode()).hexdigest()[:32]
