"""Recommendations of the matrix."""

from django.db import models


class JenisRekomendasi(models.TextChoices):
    """Recommendations of Pasal 6 ayat (7), by letter."""

    A = "a", "Perpanjangan jangka waktu"
    B = "b", "Penyusunan naskah baru"
    C = "c", "Pelaksanaan addendum"
    D = "d", "Menagih kewajiban mitra kerja sama"
    E = "e", "Melaksanakan kewajiban pemerintah daerah yang belum terpenuhi"
    F = "f", "Mengakhiri kerja sama daerah"
    G = "g", "Menerbitkan surat teguran/peringatan"
    H = "h", "Menempuh proses secara hukum"
    LAINNYA = "lainnya", "Lainnya"


class StatusRekomendasi(models.TextChoices):
    """From the team's saran to the decision."""

    SARAN = "saran", "Saran tim"
    DIAJUKAN = "diajukan", "Menunggu Ketua TKKSD"
    DIKEMBALIKAN = "dikembalikan", "Dikembalikan"
    MENUNGGU_WALIKOTA = "menunggu_walikota", "Menunggu kepala daerah"
    DISETUJUI = "disetujui", "Disetujui"
    DITOLAK = "ditolak", "Tidak disetujui kepala daerah"


class AksiRekomendasi(models.TextChoices):
    """What may be done to a recommendation."""

    AJUKAN = "ajukan", "diajukan"
    SETUJUI = "setujui", "disetujui"
    KEMBALIKAN = "kembalikan", "dikembalikan"
    TARIK = "tarik", "ditarik"
    SETUJUI_WALIKOTA = "setujui_walikota", "disetujui kepala daerah"
    TOLAK_WALIKOTA = "tolak_walikota", "ditolak kepala daerah"
