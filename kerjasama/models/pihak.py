"""Who stands in a naskah: its mitra, and the units that initiate or take part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Prefetch, Q

from inti.models.constraints import berurutan, dikenal
from kerjasama.enums import PeranPD

if TYPE_CHECKING:
    from datetime import date


def menjadi_pihak(awal: date, akhir: date, jalur: str = "") -> Q:
    """A party on some day from `awal` to `akhir`; `jalur` leads to the row of ParaPihak.

    On the day of the addendum that ends its part it is one no more.
    """
    belum_keluar = Q(**{f"{jalur}diakhiri_pada": None}) | Q(**{f"{jalur}diakhiri_pada__gt": awal})
    sudah = Q(**{f"{jalur}bergabung_pada": None}) | Q(**{f"{jalur}bergabung_pada__lte": akhir})
    return belum_keluar & sudah


class ParaPihakQuerySet(models.QuerySet["ParaPihak"]):
    def aktif(self) -> ParaPihakQuerySet:
        """Those that no addendum has ended."""
        return self.filter(diakhiri_pada=None)

    def keluar(self) -> ParaPihakQuerySet:
        """Those that an addendum has ended."""
        return self.exclude(diakhiri_pada=None)

    def pada(self, tanggal: date) -> ParaPihakQuerySet:
        """Those that were parties on the day."""
        return self.filter(menjadi_pihak(tanggal, tanggal))


class ParaPihak(models.Model):
    """One mitra in one naskah, with its own number and signatory.

    A mitra that left by an addendum keeps its row, because what it owes, states and reads hangs
    on having been a party.
    """

    naskah = models.ForeignKey("kerjasama.Naskah", models.CASCADE, related_name="pihak")
    mitra = models.ForeignKey(
        "kerjasama.Mitra", models.PROTECT, related_name="pihak", verbose_name="mitra"
    )
    nomor = models.CharField("nomor mitra", max_length=120, blank=True)
    penanda_tangan = models.CharField("penanda tangan", max_length=150, blank=True)
    jabatan = models.CharField("jabatan penanda tangan", max_length=150, blank=True)
    # Signed on these days, the addenda that made it a party and that ended its part.
    bergabung_pada = models.DateField("bergabung", null=True, blank=True)
    diakhiri_pada = models.DateField("keluar", null=True, blank=True)

    objects = ParaPihakQuerySet.as_manager()

    class Meta:
        verbose_name = "para pihak"
        verbose_name_plural = "para pihak"
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                name="para_pihak_sekali",
                fields=("naskah", "mitra"),
                violation_error_message="Mitra ini sudah menjadi pihak.",
            ),
            berurutan(
                "para_pihak_keluar_setelah_bergabung",
                "bergabung_pada",
                "diakhiri_pada",
                "Mitra tidak boleh keluar sebelum bergabung.",
            ),
        )

    def __str__(self) -> str:
        return str(self.mitra)


def pihak_dengan_mitra(awal: str = "") -> Prefetch:
    """Parties with their mitra in one query, of rows that reach their naskah by `awal`."""
    return Prefetch(f"{awal}pihak", ParaPihak.objects.select_related("mitra"))


class NaskahPerangkatDaerah(models.Model):
    """One Perangkat Daerah that initiates or takes part in a naskah."""

    naskah = models.ForeignKey("kerjasama.Naskah", models.CASCADE, related_name="keterlibatan")
    perangkat_daerah = models.ForeignKey(
        "kerjasama.PerangkatDaerah",
        models.PROTECT,
        related_name="keterlibatan",
        verbose_name="perangkat daerah",
    )
    peran = models.CharField(
        "peran", max_length=20, choices=PeranPD.choices, default=PeranPD.PEMRAKARSA
    )
    # Who signed for the unit: never on the team that supervises the naskah.
    penanda_tangan = models.CharField("penanda tangan", max_length=150, blank=True)
    jabatan = models.CharField("jabatan penanda tangan", max_length=150, blank=True)

    class Meta:
        verbose_name = "perangkat daerah pada naskah"
        verbose_name_plural = "perangkat daerah pada naskah"
        ordering = ("pk",)
        constraints = (
            dikenal("keterlibatan_peran_dikenal", "peran", PeranPD.values),
            models.UniqueConstraint(
                name="keterlibatan_sekali",
                fields=("naskah", "perangkat_daerah"),
                violation_error_message="Perangkat daerah ini sudah tercatat.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.perangkat_daerah} ({self.get_peran_display()})"
