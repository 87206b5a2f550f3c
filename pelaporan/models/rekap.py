"""A recap of one period: what its printed versions hang on; its figures are always counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.urls import reverse

from inti.models.constraints import dikenal
from inti.roles import Kemampuan, mampu
from pelaporan.domain.masa_rekap import Masa, baca_masa
from pelaporan.enums import JenisRekap

if TYPE_CHECKING:
    from inti.models import Pengguna


class RekapQuerySet(models.QuerySet["Rekap"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> RekapQuerySet:
        """All for those who supervise, those of its own units for a PD, none for others."""
        if mampu(pengguna.peran, Kemampuan.LIHAT_SEMUA_NASKAH):
            return self
        if not mampu(pengguna.peran, Kemampuan.LIHAT_PENGAWASAN):
            return self.none()
        unit = pengguna.keanggotaan.aktif().exclude(perangkat_daerah=None)
        return self.filter(perangkat_daerah__in=unit.values("perangkat_daerah"))


class Rekap(models.Model):
    """One kind, period and unit (or all units), once."""

    jenis = models.CharField("jenis", max_length=20, choices=JenisRekap.choices)
    kode_masa = models.CharField("masa", max_length=10)
    perangkat_daerah = models.ForeignKey(
        "kerjasama.PerangkatDaerah", models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = RekapQuerySet.as_manager()

    class Meta:
        verbose_name = "rekap"
        verbose_name_plural = "rekap"
        ordering = ("-pk",)
        constraints = (
            dikenal("rekap_jenis_dikenal", "jenis", JenisRekap.values),
            models.UniqueConstraint(
                name="rekap_sekali", fields=("jenis", "kode_masa", "perangkat_daerah")
            ),
            # NULLs are distinct in a unique index, so the recap of all units needs its own.
            models.UniqueConstraint(
                name="rekap_sekali_semua_unit",
                fields=("jenis", "kode_masa"),
                condition=Q(perangkat_daerah=None),
            ),
            models.CheckConstraint(
                name="rekap_semester_berunit",
                condition=~Q(jenis=JenisRekap.SEMESTER) | Q(perangkat_daerah__isnull=False),
                violation_error_message="Laporan semester disusun per Perangkat Daerah.",
            ),
        )

    def __str__(self) -> str:
        unit = f" {self.perangkat_daerah}" if self.perangkat_daerah else ""
        return f"{self.get_jenis_display()}{unit} {self.masa.label}"

    def get_absolute_url(self) -> str:
        unit = self.perangkat_daerah_id
        kueri = f"?masa={self.kode_masa}" + (f"&perangkat_daerah={unit}" if unit else "")
        return reverse(f"pelaporan:rekap-{self.jenis}") + kueri

    @property
    def masa(self) -> Masa:
        """The period; rows are made for periods that can be read only."""
        masa = baca_masa(self.kode_masa)
        if masa is None:
            msg = f"masa tidak dikenal: {self.kode_masa}"
            raise ValueError(msg)
        return masa
