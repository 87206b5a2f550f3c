"""Reminders of what is coming to its end: naskah and attachments."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from inti.models.pengingat import PengingatDiberikan


class PengingatAkhir(PengingatDiberikan):
    """A reminder that was given: unique per thing, its end, rung and person.

    The end belongs to the key: what is extended has another one, and begins its ladder anew.
    """

    naskah = models.ForeignKey(
        "kerjasama.Naskah", models.CASCADE, null=True, blank=True, related_name="+"
    )
    lampiran = models.ForeignKey(
        "kerjasama.LampiranBertanggal", models.CASCADE, null=True, blank=True, related_name="+"
    )
    akhir = models.DateField("berakhir")
    # 0 once the last day is over.
    ambang = models.PositiveSmallIntegerField("ambang (bulan sebelum berakhir)")

    class Meta:
        verbose_name = "pengingat akhir"
        verbose_name_plural = "pengingat akhir"
        constraints = (
            models.UniqueConstraint(
                name="pengingat_akhir_naskah_sekali",
                fields=("naskah", "akhir", "ambang", "penerima"),
                condition=Q(naskah__isnull=False),
            ),
            models.UniqueConstraint(
                name="pengingat_akhir_lampiran_sekali",
                fields=("lampiran", "akhir", "ambang", "penerima"),
                condition=Q(lampiran__isnull=False),
            ),
            models.CheckConstraint(
                name="pengingat_akhir_satu_benda",
                condition=Q(naskah__isnull=False, lampiran__isnull=True)
                | Q(naskah__isnull=True, lampiran__isnull=False),
                violation_error_message="Pengingat untuk satu naskah atau satu lampiran.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.naskah or self.lampiran} berakhir {self.akhir}"
