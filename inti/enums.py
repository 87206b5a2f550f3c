"""Fixed choices of the kernel."""

from django.db import models


class Peran(models.TextChoices):
    """Who one is to the application (rules of the supervision, part 1)."""

    STAF = "staf", "Staf Bagian Kerja Sama"
    TIM = "tim", "Tim Pengawasan"
    PD = "pd", "Perangkat Daerah"
    MITRA = "mitra", "Mitra"
    KETUA = "ketua", "Ketua TKKSD"
    WALIKOTA = "walikota", "Kepala daerah"
    ADMIN = "admin", "Administrator"


class SifatPemangku(models.TextChoices):
    """How a person holds a seat."""

    DEFINITIF = "definitif", "Definitif"
    PLT = "plt", "Plt."
    PLH = "plh", "Plh."


class StatusKirim(models.TextChoices):
    """Where the e-mail of a notification stands; the notice in the app is there at once."""

    ANTRE = "antre", "Menunggu dikirim"
    MENGIRIM = "mengirim", "Sedang dikirim"
    TERKIRIM = "terkirim", "Terkirim"
    GAGAL = "gagal", "Gagal"
    TANPA_SUREL = "tanpa_surel", "Tanpa surel"


class JenisDaerah(models.TextChoices):
    """Kinds of regional government; they decide what the head is called."""

    KOTA = "kota", "Kota"
    KABUPATEN = "kabupaten", "Kabupaten"
    PROVINSI = "provinsi", "Provinsi"
