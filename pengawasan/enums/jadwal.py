"""What is owed."""

from django.db import models


class StatusJadwal(models.TextChoices):
    """Where an obligation stands; being late is a query on the date, not a status.

    TERBUKA is the one that is owed; MENYUSUL are those that follow if it is done on its day.
    """

    TERBUKA = "terbuka", "Terbuka"
    MENYUSUL = "menyusul", "Menyusul"
    TERLAKSANA = "terlaksana", "Terlaksana"
    DIGANTIKAN = "digantikan", "Digantikan"
    DITUTUP = "ditutup", "Ditutup"


class Ketepatan(models.TextChoices):
    """Whether an obligation was met by its day; computed, never stored."""

    TEPAT = "tepat", "Tepat waktu"
    LEWAT = "lewat", "Dilaksanakan setelah lewat"
    BELUM = "belum", "Terlambat, belum dilaksanakan"
