"""Fixed choices of the register."""

from django.db import models


class JenisNaskah(models.TextChoices):
    """Kinds of document."""

    KESEPAKATAN_BERSAMA = "kesepakatan_bersama", "Kesepakatan Bersama"
    PKS = "pks", "Perjanjian Kerja Sama (PKS)"
    NOTA_KESEPAKATAN = "nota_kesepakatan", "Nota Kesepakatan (sinergi)"
    PERNYATAAN_KEHENDAK = "pernyataan_kehendak", "Pernyataan Kehendak/LoI"
    RENCANA_KERJA_SAMA = "rencana_kerja_sama", "Rencana Kerja Sama"
    NASKAH_KERJA_SAMA = "naskah_kerja_sama", "Naskah Kerja Sama/MoU"


class JenisKerjaSama(models.TextChoices):
    """Kinds of cooperation (PP 28/2018)."""

    KSDD_WAJIB = "ksdd_wajib", "KSDD wajib"
    KSDD_SUKARELA = "ksdd_sukarela", "KSDD sukarela"
    KSDPK = "ksdpk", "KSDPK"
    KSDPL = "ksdpl", "KSDPL"
    KSDLL = "ksdll", "KSDLL"
    SINERGI = "sinergi", "Sinergi"


class JenisMitra(models.TextChoices):
    """Kinds of mitra: Pasal 1 angka 8, and instansi pusat for sinergi."""

    PEMERINTAH_DAERAH = "pemerintah_daerah", "Pemerintah daerah lain"
    PERUSAHAAN_SWASTA = "perusahaan_swasta", "Perusahaan swasta berbadan hukum"
    BUMN = "bumn", "Badan Usaha Milik Negara"
    BUMD = "bumd", "Badan Usaha Milik Daerah"
    KOPERASI = "koperasi", "Koperasi"
    YAYASAN = "yayasan", "Yayasan"
    LEMBAGA_DALAM_NEGERI = "lembaga_dalam_negeri", "Lembaga dalam negeri berbadan hukum"
    LEMBAGA_LUAR_NEGERI = "lembaga_luar_negeri", "Lembaga luar negeri berbadan hukum"
    LEMBAGA_BUKAN_BADAN_HUKUM = "lembaga_bukan_badan_hukum", "Lembaga bukan berbadan hukum"
    PERORANGAN = "perorangan", "Perorangan"
    INSTANSI_PUSAT = "instansi_pusat", "Kementerian/lembaga dan instansi vertikal"


class StatusNaskah(models.TextChoices):
    """Life of a naskah; stored, never inferred from dates."""

    DRAF = "draf", "Draf"
    BERLAKU = "berlaku", "Berlaku"
    DIPERPANJANG = "diperpanjang", "Diperpanjang"
    BERAKHIR = "berakhir", "Berakhir"
    DIPUTUS = "diputus", "Diputus"
    DIGANTIKAN = "digantikan", "Digantikan"


# In force, through the last day: whoever asks for one asks for both.
STATUS_BERLAKU = (StatusNaskah.BERLAKU, StatusNaskah.DIPERPANJANG)


class AksiNaskah(models.TextChoices):
    """What may be done to a naskah."""

    BERLAKUKAN = "berlakukan", "diberlakukan"
    AKHIRI = "akhiri", "diakhiri"
    PUTUS = "putus", "diputus"
    GANTIKAN = "gantikan", "digantikan"
    UBAH_MASA = "ubah_masa", "diubah masa berlakunya"
    BATALKAN_PENGAKHIRAN = "batalkan_pengakhiran", "dibatalkan pengakhirannya"


class StatusAddendum(models.TextChoices):
    """An addendum stands, or was recorded by mistake and stays visible."""

    BERLAKU = "berlaku", "Berlaku"
    DIBATALKAN = "dibatalkan", "Dibatalkan"


class AlasanBerakhir(models.TextChoices):
    """Ways in which a cooperation ends."""

    JANGKA_WAKTU = "jangka_waktu", "Jangka waktu berakhir"
    TUJUAN_TERCAPAI = "tujuan_tercapai", "Tujuan telah tercapai"
    KESEPAKATAN = "kesepakatan", "Kesepakatan para pihak"
    PERUBAHAN_HUKUM = "perubahan_hukum", "Perubahan peraturan perundang-undangan"
    OBJEK_HILANG = "objek_hilang", "Objek kerja sama hilang"
    PUTUSAN_PENGADILAN = "putusan_pengadilan", "Putusan pengadilan"
    PAILIT = "pailit", "Mitra pailit"
    WANPRESTASI = "wanprestasi", "Diputus karena wanprestasi"


class PeranPD(models.TextChoices):
    """How a Perangkat Daerah stands to a naskah."""

    PEMRAKARSA = "pemrakarsa", "Pemrakarsa"
    TERKAIT = "terkait", "Terkait"


class JenisButir(models.TextChoices):
    """Items of content: hak/kewajiban of a PKS, tugas/kewenangan of a Kesepakatan Bersama."""

    HAK = "hak", "Hak"
    KEWAJIBAN = "kewajiban", "Kewajiban"
    TUGAS = "tugas", "Tugas"
    KEWENANGAN = "kewenangan", "Kewenangan"


class AksiBaris(models.TextChoices):
    """What an addendum does to an item, a party or a unit."""

    TAMBAH = "tambah", "baru"
    UBAH = "ubah", "diubah"
    AKHIRI = "akhiri", "diakhiri"


class PihakButir(models.TextChoices):
    """Whose item it is."""

    PEMERINTAH = "pemerintah", "Pemerintah daerah"
    MITRA = "mitra", "Mitra"


class Kekerapan(models.TextChoices):
    """How often an item falls due."""

    SEKALI = "sekali", "Sekali"
    BULANAN = "bulanan", "Setiap bulan"
    TRIWULANAN = "triwulanan", "Setiap triwulan"
    SEMESTERAN = "semesteran", "Setiap semester"
    TAHUNAN = "tahunan", "Setiap tahun"


class SifatUang(models.TextChoices):
    """What kind of money an item owes."""

    SETORAN = "setoran", "Setoran"
    KOMPENSASI = "kompensasi", "Kompensasi"
    BAGI_HASIL = "bagi_hasil", "Bagi hasil"


class SisiPernyataan(models.TextChoices):
    """Who states how far an item is fulfilled; the sides stand next to each other."""

    PERANGKAT_DAERAH = "perangkat_daerah", "Perangkat Daerah"
    MITRA = "mitra", "Mitra"
    TIM = "tim", "Tim Pengawasan"


class StatusPemenuhan(models.TextChoices):
    """How far an item is fulfilled, in the words of one side."""

    BELUM_TERPENUHI = "belum_terpenuhi", "Belum terpenuhi"
    SEBAGIAN = "sebagian", "Terpenuhi sebagian"
    TERPENUHI = "terpenuhi", "Terpenuhi"
    DIURAIKAN = "diuraikan", "Diuraikan tanpa angka"


class StatusSetoran(models.TextChoices):
    """Whether a due row still follows from the naskah."""

    TERBUKA = "terbuka", "Berlaku"
    DIGANTIKAN = "digantikan", "Digantikan"


class KeadaanSetoran(models.TextChoices):
    """Where a due row stands on a day; told from its figures, never stored."""

    MENDATANG = "mendatang", "Belum jatuh tempo"
    JATUH_TEMPO = "jatuh_tempo", "Jatuh tempo hari ini"
    TERLAMBAT = "terlambat", "Terlambat"
    MENUNGGU_KONFIRMASI = "menunggu_konfirmasi", "Menunggu konfirmasi"
    BELUM_DITETAPKAN = "belum_ditetapkan", "Jumlah belum ditetapkan"
    LUNAS = "lunas", "Lunas"
    DIGANTIKAN = "digantikan", "Digantikan"


class StatusPembayaran(models.TextChoices):
    """Life of one recorded payment; its content is never edited."""

    DINYATAKAN = "dinyatakan", "Menunggu konfirmasi"
    DIKONFIRMASI = "dikonfirmasi", "Dikonfirmasi"
    DIKOREKSI = "dikoreksi", "Dikoreksi"
    DIBATALKAN = "dibatalkan", "Dibatalkan"


class AksiPembayaran(models.TextChoices):
    """What may be done to a recorded payment."""

    KONFIRMASI = "konfirmasi", "dikonfirmasi"
    KOREKSI = "koreksi", "dikoreksi"


class JenisDokumen(models.TextChoices):
    """Files kept with a naskah."""

    NASKAH = "naskah", "Naskah yang ditandatangani"
    LAMPIRAN = "lampiran", "Lampiran"
    LAINNYA = "lainnya", "Lainnya"


class JenisLampiran(models.TextChoices):
    """Attachments with an expiry of their own."""

    JAMINAN = "jaminan", "Jaminan pelaksanaan"
    ASURANSI = "asuransi", "Asuransi"
    IZIN = "izin", "Izin"
    LAINNYA = "lainnya", "Lainnya"


class StatusLampiran(models.TextChoices):
    """A dated attachment is needed, or no longer; its expiry is a question of the date."""

    AKTIF = "aktif", "Aktif"
    DITUTUP = "ditutup", "Ditutup"


class AksiLampiran(models.TextChoices):
    """What may be done to a dated attachment."""

    TUTUP = "tutup", "ditutup"
    BUKA = "buka_lagi", "dibuka lagi"


class KelompokUrusan(models.TextChoices):
    """Groups of urusan pemerintahan (UU 23/2014)."""

    WAJIB_DASAR = "wajib_dasar", "Urusan wajib pelayanan dasar"
    WAJIB_NON_DASAR = "wajib_non_dasar", "Urusan wajib non-pelayanan dasar"
    PILIHAN = "pilihan", "Urusan pilihan"


class StatusImpor(models.TextChoices):
    """An imported list as a whole."""

    PEMETAAN = "pemetaan", "Menunggu pemetaan kolom"
    DIBACA = "dibaca", "Sedang dibaca"
    DITINJAU = "ditinjau", "Sedang ditinjau"
    SELESAI = "selesai", "Selesai"
    DIBATALKAN = "dibatalkan", "Dibatalkan"


class PekerjaanImpor(models.TextChoices):
    """What the worker does with a whole list, when it is too long for one request."""

    BACA = "baca", "Membaca daftar"
    TERIMA = "terima", "Memasukkan baris yang siap"
    BATAL = "batal", "Membatalkan impor"


class StatusBarisImpor(models.TextChoices):
    """One row of an imported list."""

    SIAP = "siap", "Siap"
    PERLU_DITINJAU = "perlu_ditinjau", "Perlu ditinjau"
    DUPLIKAT = "duplikat", "Duplikat"
    DITERIMA = "diterima", "Diterima"
    DITOLAK = "ditolak", "Ditolak"


class AksiBarisImpor(models.TextChoices):
    """What may be done to a row of an imported list."""

    TERIMA = "terima", "diterima"
    TOLAK = "tolak", "ditolak"
    PULIHKAN = "pulihkan", "ditinjau lagi"


class Tanda(models.TextChoices):
    """What staff mark a naskah with, to find it again."""

    PRIORITAS = "prioritas", "Prioritas"
    PERIKSA = "periksa", "Perlu diperiksa"
    LENGKAPI = "lengkapi", "Perlu dilengkapi"
    TUNGGU = "tunggu", "Menunggu pihak lain"


class JenisTindakanMassal(models.TextChoices):
    """What can be done to many naskah at once."""

    PENANGGUNG_JAWAB = "penanggung_jawab", "Tetapkan penanggung jawab"
    PERANGKAT_DAERAH = "perangkat_daerah", "Tetapkan perangkat daerah pemrakarsa"
    TANDA = "tanda", "Beri tanda"
