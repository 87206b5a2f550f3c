"""The search index: derived from the register, and made anew from it at any time."""

from __future__ import annotations

from django.db import models

from kerjasama.domain.khalayak import SEMUA_PIHAK


class IndeksNaskah(models.Model):
    """The words of one naskah, folded: numbers, title, parties, content, text of its PDFs.

    One row holds what all parties may read. Where a file is not for all of them, each `khalayak`
    (see the domain) has a row more, with everything that it may read. The database keeps a
    full-text index over `teks` (see the migration); `menunggu` tells that a PDF is still to be
    read.
    """

    naskah = models.ForeignKey(
        "kerjasama.Naskah", models.CASCADE, db_index=False, related_name="indeks"
    )
    khalayak = models.CharField("untuk siapa", max_length=30, blank=True, default=SEMUA_PIHAK)
    teks = models.TextField("teks")
    menunggu = models.BooleanField("menunggu dokumen dibaca", default=False)
    disusun_pada = models.DateTimeField("disusun pada", auto_now=True)

    class Meta:
        verbose_name = "indeks naskah"
        verbose_name_plural = "indeks naskah"
        indexes = (
            models.Index(
                fields=("naskah",), name="indeks_menunggu", condition=models.Q(menunggu=True)
            ),
        )
        constraints = (
            models.UniqueConstraint(name="indeks_sekali", fields=("naskah", "khalayak")),
        )

    def __str__(self) -> str:
        return f"Indeks {self.naskah_id} {self.khalayak}".strip()


class KataIndeks(models.Model):
    """One word that stands in some naskah: what a misspelt one is compared with."""

    kata = models.CharField("kata", max_length=40, unique=True)

    class Meta:
        verbose_name = "kata indeks"
        verbose_name_plural = "kata indeks"

    def __str__(self) -> str:
        return self.kata


class PosisiIndeks(models.Model):
    """How far the index has followed the audit trail, in which every change leaves its line."""

    nama = models.CharField("nama", max_length=20, unique=True)
    jejak = models.BigIntegerField("jejak terakhir", default=0)

    class Meta:
        verbose_name = "posisi indeks"
        verbose_name_plural = "posisi indeks"

    def __str__(self) -> str:
        return f"{self.nama} sampai jejak {self.jejak}"
