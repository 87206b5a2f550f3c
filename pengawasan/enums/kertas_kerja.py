"""The working paper of a kegiatan."""

from django.db import models


class TopikKertasKerja(models.TextChoices):
    """What a question is about."""

    KESESUAIAN = "kesesuaian", "Kesesuaian dengan tujuan"
    WAKTU = "waktu", "Ketepatan waktu"
    KONTRIBUSI = "kontribusi", "Kontribusi mitra"
    KOORDINASI = "koordinasi", "Koordinasi"
    INDIKATOR = "indikator", "Pencapaian indikator"
    DAMPAK = "dampak", "Dampak"
    NILAI_TAMBAH = "nilai_tambah", "Nilai tambah"
    KELENGKAPAN = "kelengkapan", "Kelengkapan dokumen"
    PELAPORAN = "pelaporan", "Pelaporan"
    RELEVANSI = "relevansi", "Relevansi"
    KELANJUTAN = "kelanjutan", "Kelanjutan"


class JenisPertanyaan(models.TextChoices):
    """How a question is answered."""

    SKALA = "skala", "Skala 1–5"
    YA_TIDAK = "ya_tidak", "Ya atau tidak"
    URAIAN = "uraian", "Uraian"


class PengisiKertasKerja(models.TextChoices):
    """Whose sheet it is."""

    TIM = "tim", "Tim Pengawasan"
    PERANGKAT_DAERAH = "perangkat_daerah", "Perangkat Daerah"
    MITRA = "mitra", "Mitra"


class StatusKuesioner(models.TextChoices):
    """Life of a version of the questionnaire; a published one never changes."""

    DRAF = "draf", "Draf"
    TERBIT = "terbit", "Terbit"


class StatusKertasKerja(models.TextChoices):
    """Life of one sheet."""

    DRAF = "draf", "Belum disampaikan"
    DISAMPAIKAN = "disampaikan", "Disampaikan"
    DIKEMBALIKAN = "dikembalikan", "Dikembalikan"


class AksiKertasKerja(models.TextChoices):
    """What may be done to a sheet; the label completes "tidak dapat …"."""

    SIMPAN = "simpan", "diubah"
    SAMPAIKAN = "sampaikan", "disampaikan"
    KEMBALIKAN = "kembalikan", "dikembalikan"
