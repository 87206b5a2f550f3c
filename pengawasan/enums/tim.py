"""Seats of the team."""

from django.db import models


class Kedudukan(models.TextChoices):
    """Seats of the Tim Pengawasan (Pasal 8 ayat (2) and (5))."""

    KETUA = "ketua", "Ketua"
    SEKRETARIS = "sekretaris", "Sekretaris"
    ANGGOTA_TETAP = "anggota_tetap", "Anggota tetap"
    ANGGOTA_TIDAK_TETAP = "anggota_tidak_tetap", "Anggota tidak tetap"
    TENAGA_PROFESIONAL = "tenaga_profesional", "Tenaga profesional"
