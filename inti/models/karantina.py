"""What the virus scanner refused: the bytes lie outside the file store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

from inti.alamat import alamat_baris
from inti.enums import StatusKarantina
from inti.roles import Kemampuan, mampu

if TYPE_CHECKING:
    from inti.models.pengguna import Pengguna


class BerkasKarantinaQuerySet(models.QuerySet["BerkasKarantina"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> BerkasKarantinaQuerySet:
        """All of them for who looks after them, none for anybody else."""
        return self if mampu(pengguna.peran, Kemampuan.KELOLA_KARANTINA) else self.none()

    def berisi(self) -> BerkasKarantinaQuerySet:
        """Those whose bytes are still kept."""
        return self.filter(status__in=(StatusKarantina.DISIMPAN, StatusKarantina.DIPERTAHANKAN))


class BerkasKarantina(models.Model):
    """One refusal: who sent what where, and what was found in it. The bytes have no address.

    The name is text that somebody else chose. Two refusals may share the same bytes.
    """

    nama = models.CharField("nama berkas", max_length=120)
    sha256 = models.CharField("SHA-256", max_length=64, db_index=True)
    ukuran = models.PositiveBigIntegerField("ukuran")
    temuan = models.CharField("temuan", max_length=100)
    tujuan = models.CharField("tujuan", max_length=200)
    diunggah_oleh = models.ForeignKey(
        "inti.Pengguna",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="pengunggah",
    )
    pada = models.DateTimeField("ditemukan pada", auto_now_add=True)
    status = models.CharField("keadaan isinya", max_length=20, choices=StatusKarantina.choices)
    dihapus_pada = models.DateTimeField("isinya dihapus pada", null=True, blank=True)

    objects = BerkasKarantinaQuerySet.as_manager()

    class Meta:
        verbose_name = "berkas karantina"
        verbose_name_plural = "berkas karantina"
        ordering = ("-pk",)
        constraints = (
            models.CheckConstraint(
                name="karantina_dihapus_berwaktu",
                condition=models.Q(dihapus_pada__isnull=False, status=StatusKarantina.DIHAPUS)
                | models.Q(dihapus_pada__isnull=True) & ~models.Q(status=StatusKarantina.DIHAPUS),
                violation_error_message="Yang dihapus menyebut kapan, dan hanya itu.",
            ),
        )

    def __str__(self) -> str:
        return self.nama

    def get_absolute_url(self) -> str:
        return alamat_baris("karantina-rincian", self.pk)

    @property
    def path(self) -> Path:
        """Where the bytes lie, while they do."""
        return Path(settings.KARANTINA_DIR) / self.sha256

    @property
    def berisi(self) -> bool:
        """Whether the bytes are still kept."""
        return self.status in {StatusKarantina.DISIMPAN, StatusKarantina.DIPERTAHANKAN}
