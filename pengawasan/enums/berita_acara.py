"""The record of the unit."""

from django.db import models


class JenisBeritaAcara(models.TextChoices):
    """Berita acara of a meeting or of a site visit (Pasal 10)."""

    RAPAT = "rapat", "Berita acara rapat"
    TINJAU_LOKASI = "tinjau_lokasi", "Berita acara tinjau lokasi"


class StatusBeritaAcara(models.TextChoices):
    """Life of a berita acara; locked once verified."""

    DRAF = "draf", "Draf"
    DIAJUKAN = "diajukan", "Diajukan"
    DIKEMBALIKAN = "dikembalikan", "Dikembalikan"
    DIVERIFIKASI = "diverifikasi", "Diverifikasi"


class AksiBeritaAcara(models.TextChoices):
    """What may be done to a berita acara."""

    AJUKAN = "ajukan", "diajukan"
    KEMBALIKAN = "kembalikan", "dikembalikan"
    VERIFIKASI = "verifikasi", "diverifikasi"


class WakilPenandaTangan(models.TextChoices):
    """For whom a signatory of a berita acara signs."""

    PERANGKAT_DAERAH = "perangkat_daerah", "Perangkat Daerah"
    TIM = "tim", "Tim Pengawasan"
    MITRA = "mitra", "Mitra"
    LAINNYA = "lainnya", "Pihak lain"


class HasilPutaran(models.TextChoices):
    """What a reviewer made of one submission of a berita acara."""

    DIKEMBALIKAN = "dikembalikan", "Dikembalikan"
    DIVERIFIKASI = "diverifikasi", "Diverifikasi"
