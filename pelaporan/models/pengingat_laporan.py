"""Reminders of the mitra's report."""

from __future__ import annotations

from django.db import models

from inti.models.pengingat import PengingatDiberikan


class PengingatLaporan(PengingatDiberikan):
    """A reminder that was given: unique per duty, its deadline, rung and person.

    The deadline belongs to the key: a returned report has another one, and its own ladder.
    """

    kewajiban = models.ForeignKey(
        "pelaporan.KewajibanLaporan", models.CASCADE, related_name="pengingat"
    )
    tenggat = models.DateField("batas yang diingatkan")

    class Meta:
        verbose_name = "pengingat laporan"
        verbose_name_plural = "pengingat laporan"
        constraints = (
            models.UniqueConstraint(
                name="pengingat_laporan_sekali",
                fields=("kewajiban", "tenggat", "ambang", "penerima"),
            ),
        )

    def __str__(self) -> str:
        return f"{self.kewajiban} H{self.ambang:+d}"
