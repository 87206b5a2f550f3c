"""Versions of the policy, and the trial of one before it is published."""

from django.db import models


class StatusKebijakan(models.TextChoices):
    """A version is written as a draft; once published it is never changed."""

    DRAF = "draf", "Draf"
    TERBIT = "terbit", "Terbit"


class AksiKebijakan(models.TextChoices):
    """What one does to a version; the label completes "tidak dapat …"."""

    UBAH = "ubah", "diubah"
    SIMULASIKAN = "simulasikan", "disimulasikan"
    TERBITKAN = "terbitkan", "diterbitkan"
    HAPUS = "hapus", "dihapus"


class StatusSimulasiKebijakan(models.TextChoices):
    """Where the trial stands; the runner does it."""

    ANTRE = "antre", "Menunggu"
    DIKERJAKAN = "dikerjakan", "Sedang dihitung"
    SELESAI = "selesai", "Selesai"
    GAGAL = "gagal", "Gagal"


class PerubahanJadwal(models.TextChoices):
    """What a version would do to one obligation."""

    BERGESER = "bergeser", "Bergeser"
    BARU = "baru", "Baru"
    HILANG = "hilang", "Tidak ada lagi"


class JenisTersimulasi(models.TextChoices):
    """What falls due by the policy."""

    PEMANTAUAN = "pemantauan", "Pemantauan"
    EVALUASI = "evaluasi", "Evaluasi"
    LAPORAN = "laporan", "Laporan mitra"
