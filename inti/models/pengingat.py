"""What every row of a reminder that was given says besides what it is about."""

from __future__ import annotations

from django.db import models


class PengingatDiberikan(models.Model):
    """A rung of a ladder that one person was told of, and the line of the trail that says so."""

    ambang = models.SmallIntegerField("ambang (hari)")
    penerima = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    jejak = models.ForeignKey(
        "inti.JejakAudit", models.PROTECT, null=True, blank=True, related_name="+"
    )
    dibuat_pada = models.DateTimeField("dibuat pada", auto_now_add=True)

    class Meta:
        abstract = True
