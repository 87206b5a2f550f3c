"""Messages on their way to the message service of the government (WhatsApp or another)."""

from __future__ import annotations

from django.db import models

from inti.enums import DIRINGKAS, StatusKirim
from inti.models.constraints import dikenal
from inti.models.kiriman import SELANG_RINGKASAN, Kiriman, KirimanQuerySet


class KirimanWebhookQuerySet(KirimanQuerySet["KirimanWebhook"]):
    # What goes into a digest leaves here at the hour of the digest.
    tunda_terlama = SELANG_RINGKASAN

    def belum_terkirim(self) -> KirimanWebhookQuerySet:
        """But for what was never tried, because it waits for the hour of the digest."""
        return super().belum_terkirim().exclude(notifikasi__jenis__in=DIRINGKAS, percobaan=0)


class KirimanWebhook(Kiriman):
    """The second outbox row of a notice, where the port is switched on and the person wants it."""

    notifikasi = models.OneToOneField(
        "inti.Notifikasi", models.PROTECT, related_name="kiriman_webhook"
    )

    objects = KirimanWebhookQuerySet.as_manager()

    class Meta:
        verbose_name = "kiriman webhook"
        verbose_name_plural = "kiriman webhook"
        ordering = ("-pk",)
        constraints = (dikenal("kiriman_webhook_status_dikenal", "status", StatusKirim.values),)

    def __str__(self) -> str:
        return f"Webhook {self.notifikasi}"
