"""Surat teguran and peringatan."""

from django.db import models


class DasarTeguran(models.TextChoices):
    """Why the mitra is warned."""

    REKOMENDASI = "rekomendasi", "Rekomendasi huruf g"
    LAPORAN = "laporan", "Laporan mitra yang terlambat"
    BUTIR = "butir", "Kewajiban yang belum dipenuhi"

    @property
    def pasal(self) -> str:
        """The article the letter cites; a duty of the naskah itself has none."""
        return {
            DasarTeguran.REKOMENDASI: "Pasal 6 ayat (7) huruf g",
            DasarTeguran.LAPORAN: "Pasal 9 ayat (1)",
        }.get(self, "")


class StatusTeguran(models.TextChoices):
    """From the first letter to the answer that satisfies, or to what comes after SP3."""

    TERBUKA = "terbuka", "Terbuka"
    DIPENUHI = "dipenuhi", "Jawaban diterima"
    DILANJUTKAN = "dilanjutkan", "Dilanjutkan setelah SP3"
    DIBATALKAN = "dibatalkan", "Dibatalkan"


class StatusSuratTeguran(models.TextChoices):
    """One letter: waiting for its answer, answered, judged."""

    TERBIT = "terbit", "Menunggu jawaban"
    DIJAWAB = "dijawab", "Jawaban menunggu dinilai"
    DITERIMA = "diterima", "Jawaban diterima"
    TIDAK_CUKUP = "tidak_cukup", "Jawaban tidak cukup"
    TANPA_JAWABAN = "tanpa_jawaban", "Tidak dijawab"
    DIBATALKAN = "dibatalkan", "Dibatalkan"


class AksiSuratTeguran(models.TextChoices):
    """What may be done to a letter."""

    SAMPAIKAN = "sampaikan", "dicatat penyampaiannya"
    JAWAB = "jawab", "dijawab"
    TERIMA = "terima", "diterima jawabannya"
    TOLAK = "tolak", "dinilai tidak cukup"
    LEWATI = "lewati", "dilewati"
    BATALKAN = "batalkan", "dibatalkan"
    PULIHKAN = "pulihkan", "dipulihkan"


class CaraSampai(models.TextChoices):
    """How a letter reached the mitra."""

    LANGSUNG = "langsung", "Diserahkan langsung"
    POS = "pos", "Pos atau kurir"
    SUREL = "surel", "Surel"
    PORTAL = "portal", "Portal mitra"


class CaraJawab(models.TextChoices):
    """How an answer came in."""

    PORTAL = "portal", "Melalui portal"
    SURAT = "surat", "Surat yang diterima di luar portal"
