"""The Tim Pembinaan dan Pengawasan that the head of government sets by decree."""

from django.db import models


class KedudukanKeputusan(models.TextChoices):
    """Seats as a decree names them (Pasal 5 ayat (1)): the regulation leaves them to it."""

    PENANGGUNG_JAWAB = "penanggung_jawab", "Penanggung jawab"
    KETUA = "ketua", "Ketua"
    WAKIL_KETUA = "wakil_ketua", "Wakil ketua"
    SEKRETARIS = "sekretaris", "Sekretaris"
    ANGGOTA = "anggota", "Anggota"
    ANGGOTA_TETAP = "anggota_tetap", "Anggota tetap"
    ANGGOTA_TIDAK_TETAP = "anggota_tidak_tetap", "Anggota tidak tetap"
