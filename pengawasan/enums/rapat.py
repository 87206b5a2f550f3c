"""The meeting."""

from django.db import models


class UnsurHadirin(models.TextChoices):
    """On whose behalf someone attends."""

    TIM = "tim", "Tim Pengawasan"
    PERANGKAT_DAERAH = "perangkat_daerah", "Perangkat Daerah"
    MITRA = "mitra", "Mitra"
    LAINNYA = "lainnya", "Lainnya"
