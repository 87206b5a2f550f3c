"""Postponing an obligation: requested, decided."""

from django.db import models


class StatusPenundaan(models.TextChoices):
    """Where a request stands."""

    DIAJUKAN = "diajukan", "Menunggu putusan"
    DISETUJUI = "disetujui", "Disetujui"
    DITOLAK = "ditolak", "Ditolak"
    DITARIK = "ditarik", "Ditarik kembali"


class AksiPenundaan(models.TextChoices):
    """What becomes of a request; the label completes "tidak dapat …"."""

    SETUJUI = "setujui", "disetujui"
    TOLAK = "tolak", "ditolak"
    TARIK = "tarik", "ditarik kembali"
