"""The meeting."""

from django.db import models


class KeadaanRapat(models.TextChoices):
    """Where a meeting stands on a day; computed, never stored."""

    AKAN_DATANG = "akan_datang", "Akan datang"
    SUDAH = "sudah", "Sudah lewat"
    DIBATALKAN = "dibatalkan", "Dibatalkan"


class UnsurHadirin(models.TextChoices):
    """On whose behalf someone attends."""

    TIM = "tim", "Tim Pengawasan"
    PERANGKAT_DAERAH = "perangkat_daerah", "Perangkat Daerah"
    MITRA = "mitra", "Mitra"
    LAINNYA = "lainnya", "Lainnya"
