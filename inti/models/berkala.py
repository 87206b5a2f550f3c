"""The heartbeat of the periodic jobs."""

from django.db import models


class CatatanBerkala(models.Model):
    """When a periodic job last started, finished and failed; also its single-flight lock."""

    nama = models.CharField("nama pekerjaan", max_length=60, unique=True)
    mulai_pada = models.DateTimeField("mulai", null=True, blank=True)
    selesai_pada = models.DateTimeField("selesai", null=True, blank=True)
    gagal_pada = models.DateTimeField("gagal", null=True, blank=True)
    pesan = models.CharField("pesan", max_length=500, blank=True)

    class Meta:
        verbose_name = "catatan berkala"
        verbose_name_plural = "catatan berkala"
        ordering = ("nama",)

    def __str__(self) -> str:
        return self.nama
