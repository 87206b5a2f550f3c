"""Pemantauan and evaluasi, and their life."""

from django.db import models


class JenisKegiatan(models.TextChoices):
    """The two kinds of supervision (Pasal 6 ayat (1))."""

    PEMANTAUAN = "pemantauan", "Pemantauan"
    EVALUASI = "evaluasi", "Evaluasi"


class Sifat(models.TextChoices):
    """Periodic, or held when needed (*pada saat diperlukan*)."""

    BERKALA = "berkala", "Berkala"
    INSIDENTAL = "insidental", "Insidental"


class Metode(models.TextChoices):
    """How supervision is carried out (Pasal 6 ayat (2) and (4))."""

    DOKUMEN = "dokumen", "Analisa dokumen laporan mitra"
    TINJAU_LOKASI = "tinjau_lokasi", "Tinjau lokasi"
    FGD = "fgd", "Forum group discussion (FGD)"


class StatusKegiatan(models.TextChoices):
    """Life of a kegiatan."""

    DIRENCANAKAN = "direncanakan", "Direncanakan"
    DITUGASKAN = "ditugaskan", "Ditugaskan"
    DILAKSANAKAN = "dilaksanakan", "Dilaksanakan"
    DIDOKUMENTASIKAN = "didokumentasikan", "Didokumentasikan"
    DILAPORKAN = "dilaporkan", "Dilaporkan"
    DIPUTUSKAN = "diputuskan", "Diputuskan"
    DIBATALKAN = "dibatalkan", "Dibatalkan"


class AksiKegiatan(models.TextChoices):
    """What may be done to a kegiatan; the label completes "tidak dapat …"."""

    TUGASKAN = "tugaskan", "ditugaskan"
    LEPASKAN = "lepaskan", "dilepaskan dari surat tugas"
    LAKSANAKAN = "laksanakan", "dicatat pelaksanaannya"
    DOKUMENTASIKAN = "dokumentasikan", "dinyatakan lengkap dokumentasinya"
    BUKA_DOKUMENTASI = "buka_dokumentasi", "dibuka lagi dokumentasinya"
    LAPORKAN = "laporkan", "dilaporkan"
    KEMBALIKAN = "kembalikan", "dikembalikan"
    TARIK = "tarik", "ditarik laporannya"
    PUTUSKAN = "putuskan", "diputuskan"
    BATALKAN = "batalkan", "dibatalkan"
