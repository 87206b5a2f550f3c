"""One action on many naskah, so that it can be told and undone."""

from __future__ import annotations

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from inti.alamat import alamat_baris
from inti.models.constraints import dikenal
from kerjasama.enums import JenisTindakanMassal


class TindakanMassal(models.Model):
    """What was done to which naskah, with what stood there before."""

    jenis = models.CharField("tindakan", max_length=20, choices=JenisTindakanMassal.choices)
    nilai = models.CharField("menjadi", max_length=250)
    # [{"naskah": pk, "nama": …, "dari": …, "ke": …}]: the values as they are written.
    baris = models.JSONField("naskah yang diubah", encoder=DjangoJSONEncoder)
    # Names of those that changed between the preview and the confirmation.
    dilewati = models.JSONField("naskah yang dilewati", default=list)
    dibuat_oleh = models.ForeignKey("inti.Pengguna", models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField("dilakukan pada", auto_now_add=True)
    dibatalkan_oleh = models.ForeignKey(
        "inti.Pengguna", models.PROTECT, null=True, blank=True, related_name="+"
    )
    dibatalkan_pada = models.DateTimeField("dibatalkan pada", null=True, blank=True)

    class Meta:
        verbose_name = "tindakan massal"
        verbose_name_plural = "tindakan massal"
        ordering = ("-pk",)
        constraints = (
            dikenal("tindakan_massal_jenis_dikenal", "jenis", JenisTindakanMassal.values),
            models.CheckConstraint(
                name="tindakan_massal_batal_lengkap",
                condition=Q(dibatalkan_oleh=None, dibatalkan_pada=None)
                | Q(dibatalkan_oleh__isnull=False, dibatalkan_pada__isnull=False),
                violation_error_message="Pembatalan mencatat siapa dan kapan.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_jenis_display()}: {self.nilai}"

    def get_absolute_url(self) -> str:
        return alamat_baris("kerjasama:naskah-massal-rincian", self.pk)
