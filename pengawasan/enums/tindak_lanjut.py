"""Follow-up."""

from django.db import models


class StatusTindakLanjut(models.TextChoices):
    """Follow-up until closed by someone other than its owner."""

    TERBUKA = "terbuka", "Terbuka"
    DILAPORKAN = "dilaporkan", "Dilaporkan selesai"
    DITUTUP = "ditutup", "Ditutup"


class AksiTindakLanjut(models.TextChoices):
    """What may be done to a follow-up."""

    LAPORKAN = "laporkan", "dilaporkan selesai"
    KEMBALIKAN = "kembalikan", "dikembalikan"
    TUTUP = "tutup", "ditutup"
