"""Fixed choices of the supervision."""

from django.db import models


class JenisKegiatan(models.TextChoices):
    """The two kinds of supervision (Pasal 6 ayat (1))."""

    PEMANTAUAN = "pemantauan", "Pemantauan"
    EVALUASI = "evaluasi", "Evaluasi"


class Sifat(models.TextChoices):
    """Periodic, or held when needed (*pada saat diperlukan*)."""

    BERKALA = "berkala", "Berkala"
    INSIDENTAL = "insidental", "Insidental"


class StatusJadwal(models.TextChoices):
    """Where an obligation stands; being late is a query on the date, not a status.

    TERBUKA is the one that is owed; MENYUSUL are those that follow if it is done on its day.
    """

    TERBUKA = "terbuka", "Terbuka"
    MENYUSUL = "menyusul", "Menyusul"
    TERLAKSANA = "terlaksana", "Terlaksana"
    DIGANTIKAN = "digantikan", "Digantikan"
    DITUTUP = "ditutup", "Ditutup"


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
    DILAPORKAN = "dilaporkan", "Dilaporkan"
    DIPUTUSKAN = "diputuskan", "Diputuskan"
    DIBATALKAN = "dibatalkan", "Dibatalkan"


class AksiKegiatan(models.TextChoices):
    """What may be done to a kegiatan; the label completes "tidak dapat …"."""

    TUGASKAN = "tugaskan", "ditugaskan"
    LAKSANAKAN = "laksanakan", "dicatat pelaksanaannya"
    LAPORKAN = "laporkan", "dilaporkan"
    KEMBALIKAN = "kembalikan", "dikembalikan"
    PUTUSKAN = "putuskan", "diputuskan"
    BATALKAN = "batalkan", "dibatalkan"


class Kedudukan(models.TextChoices):
    """Seats of the Tim Pengawasan (Pasal 8 ayat (2) and (5))."""

    KETUA = "ketua", "Ketua"
    SEKRETARIS = "sekretaris", "Sekretaris"
    ANGGOTA_TETAP = "anggota_tetap", "Anggota tetap"
    ANGGOTA_TIDAK_TETAP = "anggota_tidak_tetap", "Anggota tidak tetap"
    TENAGA_PROFESIONAL = "tenaga_profesional", "Tenaga profesional"


class JenisBeritaAcara(models.TextChoices):
    """Berita acara of a meeting or of a site visit (Pasal 10)."""

    RAPAT = "rapat", "Berita acara rapat"
    TINJAU_LOKASI = "tinjau_lokasi", "Berita acara tinjau lokasi"


class StatusBeritaAcara(models.TextChoices):
    """Life of a berita acara; locked once verified."""

    DRAF = "draf", "Draf"
    DIAJUKAN = "diajukan", "Diajukan"
    DIKEMBALIKAN = "dikembalikan", "Dikembalikan"
    DIVERIFIKASI = "diverifikasi", "Diverifikasi"


class AksiBeritaAcara(models.TextChoices):
    """What may be done to a berita acara."""

    AJUKAN = "ajukan", "diajukan"
    KEMBALIKAN = "kembalikan", "dikembalikan"
    VERIFIKASI = "verifikasi", "diverifikasi"


class UnsurHadirin(models.TextChoices):
    """On whose behalf someone attends."""

    TIM = "tim", "Tim Pengawasan"
    PERANGKAT_DAERAH = "perangkat_daerah", "Perangkat Daerah"
    MITRA = "mitra", "Mitra"
    LAINNYA = "lainnya", "Lainnya"


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
    SETUJUI_WALIKOTA = "setujui_walikota", "disetujui kepala daerah"
    TOLAK_WALIKOTA = "tolak_walikota", "ditolak kepala daerah"


class StatusTindakLanjut(models.TextChoices):
    """Follow-up until closed by someone other than its owner."""

    TERBUKA = "terbuka", "Terbuka"
    DILAPORKAN = "dilaporkan", "Dilaporkan selesai"
    DITUTUP = "ditutup", "Ditutup"


class AksiTindakLanjut(models.TextChoices):
    """What may be done to a follow-up."""

    LAPORKAN = "laporkan", "dilaporkan selesai"
    KEMBALIKAN = "kembalikan", "dikembalikan"
    TUTUP = "tutup", "ditutup"
