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
    DITOLAK = "ditolak", "Ditolak server penerima"
    DIBISUKAN = "dibisukan", "Tidak disurelkan, pilihan penerima"
    TANPA_SUREL = "tanpa_surel", "Tanpa surel"


# Mail that went out of our hands and never reached anybody.
TIDAK_SAMPAI = (StatusKirim.GAGAL, StatusKirim.DITOLAK)


class JenisSurelAkun(models.TextChoices):
    """Mail to an address that is not yet, or no longer, the one of the account."""

    BUKTI = "bukti", "Pembuktian alamat baru"
    KABAR = "kabar", "Kabar kepada alamat lama"


class StatusKarantina(models.TextChoices):
    """Where the bytes are in which the scanner found something."""

    DISIMPAN = "disimpan", "Disimpan sementara"
    DIPERTAHANKAN = "dipertahankan", "Dipertahankan"
    DIHAPUS = "dihapus", "Dihapus"
    TANPA_ISI = "tanpa_isi", "Tidak tersimpan, ruang penuh"


class KerusakanBerkas(models.TextChoices):
    """What became of the bytes of a stored file."""

    HILANG = "hilang", "Isinya hilang"
    BERUBAH = "berubah", "Isinya berubah"
    GAGAL_BACA = "gagal_baca", "Isinya tidak terbaca"


class UkuranKertas(models.TextChoices):
    """On what official documents are printed."""

    F4 = "f4", "F4 (215 × 330 mm)"
    A4 = "a4", "A4 (210 × 297 mm)"


class JenisPesan(models.TextChoices):
    """What a message is: whether it may be muted, and whether it waits for the day's digest."""

    RESMI = "resmi", "Pemberitahuan menurut peraturan"
    PENGINGAT_RESMI = "pengingat_resmi", "Pengingat kewajiban menurut peraturan"
    PENGINGAT = "pengingat", "Pengingat pekerjaan"
    KABAR = "kabar", "Kabar pekerjaan"


# Mailed with everything else of the day, at the hour that the person chose.
DIRINGKAS = (JenisPesan.PENGINGAT_RESMI, JenisPesan.PENGINGAT)
# What nobody has to be told by the law.
BOLEH_DIBISUKAN = (JenisPesan.PENGINGAT, JenisPesan.KABAR)


class JenisDaerah(models.TextChoices):
    """Kinds of regional government; they decide what the head is called."""

    KOTA = "kota", "Kota"
    KABUPATEN = "kabupaten", "Kabupaten"
    PROVINSI = "provinsi", "Provinsi"


class CakupanToken(models.TextChoices):
    """How far a program may go with a token; never further than its owner."""

    BACA = "baca", "Baca saja"
    TULIS = "tulis", "Baca dan tulis"
