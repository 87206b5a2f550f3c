"""What a meeting decided, as rows: entered once, offered to the berita acara."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from pengawasan.models.rapat import Notulensi

if TYPE_CHECKING:
    from collections.abc import Collection

    from pengawasan.models.kegiatan import Kegiatan


class KeputusanRapatQuerySet(models.QuerySet["KeputusanRapat"]):
    def menyangkut(self, kegiatan: Collection[Kegiatan]) -> KeputusanRapatQuerySet:
        """Of the whole meeting, or of one of these kegiatan: others are of other naskah."""
        return self.filter(Q(kegiatan=None) | Q(kegiatan__in=kegiatan))


class KeputusanRapat(models.Model):
    """One decision, who carries it out and until when."""

    notulensi = models.ForeignKey(Notulensi, models.CASCADE, related_name="keputusan")
    urutan = models.PositiveSmallIntegerField("urutan", default=0)
    # None: it concerns every naskah of the meeting.
    kegiatan = models.ForeignKey(
        "pengawasan.Kegiatan", models.PROTECT, null=True, blank=True, related_name="+"
    )
    uraian = models.TextField("uraian", max_length=5_000)
    # One of the three says who.
    perangkat_daerah = models.ForeignKey(
        "kerjasama.PerangkatDaerah", models.PROTECT, null=True, blank=True, related_name="+"
    )
    mitra = models.ForeignKey(
        "kerjasama.Mitra", models.PROTECT, null=True, blank=True, related_name="+"
    )
    penanggung_jawab = models.CharField("penanggung jawab lain", max_length=200, blank=True)
    tenggat = models.DateField("tenggat", null=True, blank=True)

    objects = KeputusanRapatQuerySet.as_manager()

    class Meta:
        verbose_name = "keputusan rapat"
        verbose_name_plural = "keputusan rapat"
        ordering = ("urutan", "pk")
        constraints = (
            models.CheckConstraint(
                name="keputusan_rapat_satu_penanggung_jawab",
                condition=Q(perangkat_daerah__isnull=False, mitra=None, penanggung_jawab="")
                | Q(perangkat_daerah=None, mitra__isnull=False, penanggung_jawab="")
                | (Q(perangkat_daerah=None, mitra=None) & ~Q(penanggung_jawab="")),
                violation_error_message="Pilih satu penanggung jawab, atau tulis namanya.",
            ),
        )

    def __str__(self) -> str:
        return self.uraian

    @property
    def pihak(self) -> str:
        """Who carries it out, by the name of today."""
        return str(self.perangkat_daerah or self.mitra or self.penanggung_jawab)
