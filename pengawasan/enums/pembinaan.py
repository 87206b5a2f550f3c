"""Pembinaan of the Perangkat Daerah."""

from django.db import models


class JenisPembinaan(models.TextChoices):
    """What pembinaan is given through (Pasal 5 ayat (2) huruf a–e)."""

    PEDOMAN = "pedoman", "Pemberian pedoman"
    SOSIALISASI = "sosialisasi", "Sosialisasi"
    BIMBINGAN = "bimbingan", "Bimbingan"
    ASISTENSI = "asistensi", "Asistensi"
    DIKLAT = "diklat", "Pendidikan dan pelatihan"
