"""Rows that are jobs and make a file: how far each is, and what came of it."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db import models

from inti.models.klaim import ANTRE, GAGAL, PERCOBAAN_TERBANYAK, KlaimQuerySet

M = TypeVar("M", bound=models.Model)


class PekerjaanBerkas(models.Model):
    """The columns of such a row that makes a file: who asked, how far it is, what came of it.

    Its `status` is a column of its own model, whose choices name how it can end.
    """

    langkah = models.CharField("langkah", max_length=100, blank=True)
    persen = models.PositiveSmallIntegerField("persen", default=0)
    berkas = models.ForeignKey(
        "inti.Berkas", models.PROTECT, null=True, blank=True, related_name="+"
    )
    diminta_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    diminta_pada = models.DateTimeField("diminta pada", auto_now_add=True)
    diambil_pada = models.DateTimeField("diambil pada", null=True, blank=True)
    selesai_pada = models.DateTimeField("selesai pada", null=True, blank=True)
    percobaan = models.PositiveSmallIntegerField("percobaan", default=0)
    kesalahan = models.CharField("kesalahan", max_length=500, blank=True)

    class Meta:
        abstract = True

    @property
    def berkas_terbit(self) -> Any:
        """The file that is given out: the signed one, where it was signed."""
        tanda = getattr(self, "tanda_tangan", None)
        return tanda.berkas if tanda else self.berkas


class PekerjaanQuerySet(KlaimQuerySet[M]):
    """For a PekerjaanBerkas, whose `status` is antre, dikerjakan, gagal, or how else it ended."""

    def maju(self, satu: Any, persen: int, langkah: str) -> None:
        """How far it is."""
        self.dipegang(satu).update(persen=persen, langkah=langkah)

    def gagalkan(self, satu: Any, sebab: str, *, tetap: bool = False) -> bool:
        """Back in the queue, or (after the last attempt, or `tetap`: no use in trying) failed.

        True when it failed for good and was still this claim's.
        """
        habis = tetap or satu.percobaan >= PERCOBAAN_TERBANYAK
        tertulis = self.dipegang(satu).update(
            status=GAGAL if habis else ANTRE,
            kesalahan=sebab[:500],
            langkah="Gagal" if habis else "Akan dicoba lagi",
            persen=0,
        )
        return bool(tertulis and habis)
