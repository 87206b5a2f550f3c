"""The names of a mitra or a Perangkat Daerah over time."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

from inti.models.constraints import berurutan
from kerjasama.domain.nama import MasaNama, nama_pada

if TYPE_CHECKING:
    from collections.abc import Sequence


TERBARU = models.F("mulai").desc(nulls_last=True)


class Bernama(models.Model):
    """What carries names with dates; `nama` holds today's, `riwayat_nama` all of them."""

    nama: models.CharField[str, str]
    riwayat_nama: Any

    class Meta:
        abstract = True

    def nama_pada(self, tanggal: date | None) -> str:
        """What a document of that day prints; prefetch `riwayat_nama` for many."""
        masa = [MasaNama(n.nama, n.mulai, n.sampai) for n in self.riwayat_nama.all() if n.resmi]
        return nama_pada(masa, tanggal, sekarang=self.nama)


class NamaQuerySet(models.QuerySet[Any]):
    def resmi(self) -> NamaQuerySet:
        """Those that documents print."""
        return self


class NamaMitraQuerySet(NamaQuerySet):
    def resmi(self) -> NamaMitraQuerySet:
        """Without those that came with a merged twin."""
        return self.filter(lain=False)


class NamaBerkala(models.Model):
    """One name for a period; without a beginning since ever, without an end until now."""

    mulai = models.DateField("berlaku sejak", null=True, blank=True)
    sampai = models.DateField("berlaku sampai", null=True, blank=True)
    dasar = models.CharField("dasar", max_length=250, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(getattr(self, "nama", ""))

    @property
    def resmi(self) -> bool:
        """Whether documents print it."""
        return True


def _masa(awalan: str, milik: str, resmi: Q) -> Sequence[models.BaseConstraint]:
    """One current name, one first name, no two that begin on the same day."""
    return (
        models.UniqueConstraint(
            name=f"{awalan}_satu_sekarang",
            fields=(milik,),
            condition=resmi & Q(sampai=None),
            violation_error_message="Nama yang berlaku sekarang sudah ada.",
        ),
        models.UniqueConstraint(
            name=f"{awalan}_satu_pertama",
            fields=(milik,),
            condition=resmi & Q(mulai=None),
            violation_error_message="Nama yang pertama sudah ada.",
        ),
        models.UniqueConstraint(
            name=f"{awalan}_mulai_sekali",
            fields=(milik, "mulai"),
            violation_error_message="Sudah ada nama yang mulai berlaku pada hari itu.",
        ),
        berurutan(
            f"{awalan}_sampai_setelah_mulai",
            "mulai",
            "sampai",
            "Akhir masa nama tidak boleh sebelum mulainya.",
        ),
    )


class NamaMitra(NamaBerkala):
    """A name of a mitra. One that came with a merged twin (`lain`) has no period of its own."""

    mitra = models.ForeignKey(
        "kerjasama.Mitra", models.PROTECT, related_name="riwayat_nama", verbose_name="mitra"
    )
    nama = models.CharField("nama", max_length=250)
    # Folded like Mitra.kunci, so that a list that still uses a former name finds its mitra.
    kunci = models.CharField(max_length=250, editable=False, db_index=True)
    lain = models.BooleanField("nama lain", default=False)

    objects = NamaMitraQuerySet.as_manager()

    class Meta:
        verbose_name = "nama mitra"
        verbose_name_plural = "nama mitra"
        ordering = ("mitra", "lain", TERBARU, "pk")
        constraints = (
            *_masa("nama_mitra", "mitra", Q(lain=False)),
            models.CheckConstraint(
                name="nama_mitra_lain_tanpa_masa",
                condition=Q(lain=False) | Q(mulai=None, sampai=None),
                violation_error_message="Nama lain tidak memiliki masa berlaku.",
            ),
        )

    @property
    def resmi(self) -> bool:
        """Not for a name that only finds its mitra."""
        return not self.lain


class NamaPerangkatDaerah(NamaBerkala):
    """A name of a unit."""

    perangkat_daerah = models.ForeignKey(
        "kerjasama.PerangkatDaerah",
        models.PROTECT,
        related_name="riwayat_nama",
        verbose_name="perangkat daerah",
    )
    nama = models.CharField("nama", max_length=200)

    objects = NamaQuerySet.as_manager()

    class Meta:
        verbose_name = "nama perangkat daerah"
        verbose_name_plural = "nama perangkat daerah"
        ordering = ("perangkat_daerah", TERBARU, "pk")
        constraints = tuple(_masa("nama_pd", "perangkat_daerah", Q()))
