"""Follow-up."""

from django.db import models


class StatusTindakLanjut(models.TextChoices):
    """Follow-up until closed by someone other than its owner."""

    TERBUKA = "terbuka", "Terbuka"
    DILAPORKAN = "dilaporkan", "Dilaporkan selesai"
    DITUTUP = "ditutup", "Ditutup"


class JenisTindakLanjut(models.TextChoices):
    """What kind of work a recommendation opens; derived from its letter."""

    PEMBARUAN = "pembaruan", "Pembaruan naskah (huruf a, b, c)"
    PEMENUHAN = "pemenuhan", "Pemenuhan hak dan kewajiban (huruf d, e)"
    PENGAKHIRAN = "pengakhiran", "Pengakhiran (huruf f)"
    TEGURAN = "teguran", "Surat teguran/peringatan (huruf g)"
    PROSES_HUKUM = "proses_hukum", "Proses hukum (huruf h)"
    LAINNYA = "lainnya", "Lainnya"


class TahapHukum(models.TextChoices):
    """How far a legal process has come."""

    MUSYAWARAH = "musyawarah", "Musyawarah"
    SOMASI = "somasi", "Somasi"
    MEDIASI = "mediasi", "Mediasi"
    ARBITRASE = "arbitrase", "Arbitrase"
    GUGATAN = "gugatan", "Gugatan"
    PUTUSAN = "putusan", "Putusan"
    EKSEKUSI = "eksekusi", "Pelaksanaan putusan"


class AksiTindakLanjut(models.TextChoices):
    """What may be done to a follow-up."""

    LAPORKAN = "laporkan", "dilaporkan selesai"
    KEMBALIKAN = "kembalikan", "dikembalikan"
    TUTUP = "tutup", "ditutup"
    BUKA = "buka", "dibuka kembali"


class StatusPermintaanTenggat(models.TextChoices):
    """A later deadline: asked for, then decided by someone else."""

    DIMINTA = "diminta", "Menunggu putusan"
    DISETUJUI = "disetujui", "Disetujui"
    DITOLAK = "ditolak", "Ditolak"
