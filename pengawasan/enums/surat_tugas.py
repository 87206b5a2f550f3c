"""The letter that assigns the team."""

from django.db import models


class StatusSuratTugas(models.TextChoices):
    """Life of a surat tugas; its number stays in the register whatever becomes of it."""

    BERLAKU = "berlaku", "Berlaku"
    DICABUT = "dicabut", "Dicabut"
    DIGANTIKAN = "digantikan", "Digantikan"


class AksiSuratTugas(models.TextChoices):
    """What may be done to a surat tugas; the label completes "tidak dapat …"."""

    CABUT = "cabut", "dicabut"
    GANTIKAN = "gantikan", "digantikan"
