"""Fixed choices of reporting."""

from django.db import models


class StatusKewajibanLaporan(models.TextChoices):
    """A mitra's duty to report; being late is a query on the date."""

    TERBUKA = "terbuka", "Terbuka"
    TERPENUHI = "terpenuhi", "Terpenuhi"
    DIGANTIKAN = "digantikan", "Digantikan"


class KeadaanKewajiban(models.TextChoices):
    """Where a duty stands on a day; computed, never stored. In order of consequence."""

    TERLAMBAT = "terlambat", "Terlambat"
    DIKEMBALIKAN = "dikembalikan", "Perlu diperbaiki"
    JATUH_TEMPO = "jatuh_tempo", "Jatuh tempo"
    MENDATANG = "mendatang", "Mendatang"
    DISAMPAIKAN = "disampaikan", "Disampaikan"
    DITERIMA = "diterima", "Diterima"
    DIGANTIKAN = "digantikan", "Tidak diwajibkan lagi"


class StatusLaporanMitra(models.TextChoices):
    """Life of a mitra's report."""

    DRAF = "draf", "Draf"
    DISAMPAIKAN = "disampaikan", "Disampaikan"
    DIKEMBALIKAN = "dikembalikan", "Dikembalikan"
    DITERIMA = "diterima", "Diterima"


class AksiLaporanMitra(models.TextChoices):
    """What may be done to a mitra's report."""

    SAMPAIKAN = "sampaikan", "disampaikan"
    KEMBALIKAN = "kembalikan", "dikembalikan"
    TERIMA = "terima", "diterima"


class JenisDokumen(models.TextChoices):
    """The official documents of supervision that are printed one by one."""

    SURAT_TUGAS = "surat_tugas", "Surat tugas"
    UNDANGAN = "undangan", "Undangan"
    UNDANGAN_RAPAT = "undangan_rapat", "Undangan rapat"
    SALINAN_UNDANGAN = "salinan_undangan", "Salinan undangan rapat"
    DAFTAR_HADIR = "daftar_hadir", "Daftar hadir"
    NOTULENSI = "notulensi", "Notulensi"
    BERITA_ACARA = "berita_acara", "Berita acara"
    MATRIK = "matrik", "Matrik hasil evaluasi"
    SURAT_TEGURAN = "surat_teguran", "Surat teguran"
    TANDA_TERIMA = "tanda_terima", "Tanda terima laporan mitra"
    PERMINTAAN_LAPORAN = "permintaan_laporan", "Surat permintaan laporan"
    NOTA_DINAS = "nota_dinas", "Nota dinas rekomendasi"
    BUKTI_PENGAWASAN = "bukti_pengawasan", "Bukti pengawasan"
    REKAP_SEMESTER = "rekap_semester", "Laporan semester Perangkat Daerah"
    REKAP_TKKSD = "rekap_tkksd", "Rekap TKKSD"
    REKAP_GUBERNUR = "rekap_gubernur", "Rekap untuk Gubernur"
    REKAP_MONEV = "rekap_monev", "Status monev"


class JenisRekap(models.TextChoices):
    """What is reported with no further typing; the documents above print it."""

    SEMESTER = "semester", "Laporan semester Perangkat Daerah"
    TKKSD = "tkksd", "Rekap TKKSD"
    GUBERNUR = "gubernur", "Rekap untuk Gubernur"
    MONEV = "monev", "Status monev"


class StatusDokumen(models.TextChoices):
    """From the request to the file."""

    ANTRE = "antre", "Menunggu giliran"
    DIKERJAKAN = "dikerjakan", "Sedang disusun"
    SIAP = "siap", "Siap"
    GAGAL = "gagal", "Gagal"


class PenerimaLaporan(models.TextChoices):
    """To whom a mitra's report goes (Pasal 9 ayat (1))."""

    KEPALA_DAERAH = "kepala_daerah", "Kepala daerah"
    BAGIAN = "bagian", "Unit kerja sama (tembusan)"
    PERANGKAT_DAERAH = "perangkat_daerah", "Perangkat Daerah (tembusan)"


class StatusFormulir(models.TextChoices):
    """Life of a version of the form; a published one never changes."""

    DRAF = "draf", "Draf"
    TERBIT = "terbit", "Terbit"


class JenisIsian(models.TextChoices):
    """Kinds of fields in a form definition."""

    TEKS = "teks", "Teks pendek"
    URAIAN = "uraian", "Uraian"
    ANGKA = "angka", "Angka"
    PERSEN = "persen", "Persen"
    RUPIAH = "rupiah", "Rupiah"
    TANGGAL = "tanggal", "Tanggal"
    PILIHAN = "pilihan", "Pilihan"
    TABEL = "tabel", "Tabel"
    BERKAS = "berkas", "Berkas"


class StatusLaporan(models.TextChoices):
    """Life of a report to the Ketua TKKSD."""

    DRAF = "draf", "Draf"
    DIKIRIM = "dikirim", "Menunggu Ketua TKKSD"
    DIKEMBALIKAN = "dikembalikan", "Dikembalikan"
    DISETUJUI = "disetujui", "Disetujui"
    DICABUT = "dicabut", "Dicabut"


class AksiLaporan(models.TextChoices):
    """What may be done to a report."""

    KIRIM = "kirim", "dikirim"
    KEMBALIKAN = "kembalikan", "dikembalikan"
    SETUJUI = "setujui", "disetujui"
    CABUT = "cabut", "dicabut"


class StatusBundel(models.TextChoices):
    """The making of one PDF; the row is the job."""

    ANTRE = "antre", "Menunggu giliran"
    DIKERJAKAN = "dikerjakan", "Sedang disusun"
    SIAP = "siap", "Siap"
    GAGAL = "gagal", "Gagal"


class StatusBerkasLengkap(models.TextChoices):
    """The making and keeping of one ZIP of everything; the row is the job."""

    ANTRE = "antre", "Menunggu giliran"
    DIKERJAKAN = "dikerjakan", "Sedang disusun"
    SIAP = "siap", "Siap"
    GAGAL = "gagal", "Gagal"
    KEDALUWARSA = "kedaluwarsa", "Sudah dihapus"


class KeadaanPublik(models.TextChoices):
    """What the public is told of a naskah's life on a day; computed, never stored."""

    BERLAKU = "berlaku", "Berlaku"
    LEWAT = "lewat", "Masa berlaku sudah lewat"
    BERAKHIR = "berakhir", "Berakhir"
    DIPUTUS = "diputus", "Diputus"
    DIGANTIKAN = "digantikan", "Digantikan"


class KetepatanPengawasan(models.TextChoices):
    """Whether it is supervised on time on a day: no open obligation past its date."""

    TEPAT_WAKTU = "tepat_waktu", "Tepat waktu"
    TERLAMBAT = "terlambat", "Terlambat"
    BELUM_DIJADWALKAN = "belum_dijadwalkan", "Belum dijadwalkan"


class KeadaanDokumen(models.TextChoices):
    """Whether an issued document still stands; computed, never stored."""

    BERLAKU = "berlaku", "Berlaku"
    DIKEMBALIKAN = "dikembalikan", "Dikembalikan untuk diperbaiki"
    DIGANTIKAN = "digantikan", "Digantikan"
    DICABUT = "dicabut", "Dicabut"


class CaraTandaTangan(models.TextChoices):
    """Where an electronic signature was made."""

    LOKAL = "lokal", "Sertifikat pada server"
    UNGGAH = "unggah", "Berkas yang diunggah"


class JenisKalender(models.TextChoices):
    """What stands in the calendar, in the order of its legend."""

    JADWAL = "jadwal", "Jatuh tempo pengawasan"
    RENCANA = "rencana", "Rencana pengawasan"
    KEGIATAN = "kegiatan", "Kegiatan"
    RAPAT = "rapat", "Rapat"
    LAPORAN = "laporan", "Batas laporan mitra"
    TINDAK_LANJUT = "tindak_lanjut", "Tenggat tindak lanjut"
    SETORAN = "setoran", "Setoran"
    TEGURAN = "teguran", "Batas jawaban teguran"
    NASKAH = "naskah", "Naskah berakhir"
    LAMPIRAN = "lampiran", "Lampiran berakhir"


class LingkupLangganan(models.TextChoices):
    """What a calendar subscription carries; never more than its owner may see."""

    ORANG = "orang", "Semua yang dapat saya lihat"
    TIM = "tim", "Pekerjaan Tim Pengawasan"
    UNIT = "unit", "Satu perangkat daerah"
    MITRA = "mitra", "Satu mitra"
