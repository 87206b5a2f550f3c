"""Steps of a recommendation, each with who, as which seat, when."""

from django.db import models


class JenisLangkah(models.TextChoices):
    """One step in the chain from saran to the last decision."""

    SARAN = "saran", "Saran tim"
    AJUKAN = "ajukan", "Diajukan kepada Ketua TKKSD"
    SETUJUI = "setujui", "Disetujui Ketua TKKSD"
    KEMBALIKAN = "kembalikan", "Dikembalikan Ketua TKKSD"
    TARIK = "tarik", "Ditarik dari Ketua TKKSD"
    SETUJUI_WALIKOTA = "setujui_walikota", "Disetujui kepala daerah"
    TOLAK_WALIKOTA = "tolak_walikota", "Tidak disetujui kepala daerah"
