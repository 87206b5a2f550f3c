"""Which guide is whose, where each screen is told of in it, and how one begins."""

from inti.bantuan import Langkah
from inti.enums import Peran

# Role -> the file of docs/panduan that is written for it.
PANDUAN = {
    Peran.STAF: "staf",
    Peran.TIM: "tim",
    Peran.PD: "perangkat-daerah",
    Peran.MITRA: "mitra",
    Peran.KETUA: "ketua",
    Peran.WALIKOTA: "ketua",
    Peran.ADMIN: "admin",
}

# Screen (the noun of its URL name) -> sections that tell of it, the first one in the reader's
# guide. A screen that no section of theirs tells of opens the guide at its beginning.
LAYAR = {
    "akan-berakhir": ("akan-berakhir", "masa-berlaku"),
    "akun": ("akun-dimulai",),
    "berkas-rusak": ("berkas-yang-rusak",),
    "karantina": ("karantina",),
    "pemerintah": ("register-publik",),
    "cari": ("mencari-naskah", "mencari-dan-mengunduh", "mencari"),
    "pesan": ("pesan-dan-pengingat",),
    "token": ("program-lain",),
    "pilihan-pesan": ("pesan-dan-pengingat",),
    "pesan-galeri": ("pesan-dan-pengingat",),
    "kerjasama:addendum": ("mencatat-addendum", "naskah"),
    "kerjasama:butir": ("hak-dan-kewajiban", "hak-dan-kewajiban-anda"),
    "kerjasama:cari": ("mencari-naskah", "mencari-dan-mengunduh", "mencari"),
    "kerjasama:impor": ("membawa-masuk-daftar",),
    "kerjasama:kewajiban": ("hak-dan-kewajiban", "hak-dan-kewajiban-anda"),
    "kerjasama:lampiran": ("lampiran", "masa-berlaku"),
    "kerjasama:mitra": ("mitra-dan-perangkat-daerah", "para-pihak"),
    "kerjasama:naskah": ("register", "naskah", "hak-dan-kewajiban-anda", "mencari-dan-mengunduh"),
    "kerjasama:naskah-massal": ("mengubah-beberapa-naskah-sekaligus",),
    "kerjasama:pembayaran": ("setoran",),
    "kerjasama:perangkat-daerah": ("mitra-dan-perangkat-daerah",),
    "kerjasama:rekan": ("rekan",),
    "kerjasama:setoran": ("setoran",),
    "pelaporan:berkas-lengkap": ("berkas-lengkap",),
    "pelaporan:dasbor": ("dasbor",),
    "pelaporan:dokumen": ("dokumen-resmi", "mencetak-dokumen", "yang-keluar"),
    "pelaporan:formulir": ("formulir-laporan-mitra", "menerbitkan-formulir-laporan-mitra"),
    "pelaporan:kalender": ("kalender",),
    "pelaporan:klasifikasi": ("surat-dan-register", "kertas-dan-kode-klasifikasi"),
    "pelaporan:langganan-kalender": ("kalender",),
    "pelaporan:laporan": ("menyunting-matrik", "ketua-tkksd"),
    "pelaporan:laporan-mitra": (
        "meninjau-laporan-mitra",
        "tembusan-laporan-mitra",
        "kepala-daerah",
    ),
    "pelaporan:meja-ketua": ("ketua-tkksd",),
    "pelaporan:meja-walikota": ("kepala-daerah",),
    "pelaporan:naskah-pengingat": ("pesan-dan-pengingat",),
    "pelaporan:pekerjaan": ("pekerjaan-yang-gagal",),
    "pelaporan:portal": ("panduan-mitra",),
    "pelaporan:publikasi": ("register-publik",),
    "pelaporan:rekap": ("rekap", "laporan-semester-dan-rekap"),
    "pelaporan:surat": ("yang-keluar", "dokumen-resmi", "mencetak-dokumen"),
    "pengawasan:berita-acara": ("memverifikasi-berita-acara", "berita-acara"),
    "pengawasan:jadwal": ("merencanakan", "penundaan", "ketua-tkksd"),
    "pengawasan:kebijakan": ("kebijakan-pengawasan",),
    "pengawasan:kegiatan": ("merencanakan", "berita-acara", "mencetak-dokumen"),
    "pengawasan:kertas-kerja": ("kertas-kerja", "kuesioner-kertas-kerja"),
    "pengawasan:kuesioner": ("kuesioner-kertas-kerja",),
    "pengawasan:lapangan": ("tinjau-lokasi-tanpa-sinyal",),
    "pengawasan:matrik": ("menyunting-matrik",),
    "pengawasan:naskah": ("pengawasan", "masa-berlaku"),
    "pengawasan:pembinaan": ("pembinaan",),
    "pengawasan:pengendalian": ("pengendalian",),
    "pengawasan:penundaan": ("penundaan", "merencanakan", "ketua-tkksd"),
    "pengawasan:rapat": ("rapat", "undangan"),
    "pengawasan:simulasi": ("simulasi-beban",),
    "pengawasan:surat-tugas": ("tim-dan-surat-tugas", "susunan-tim"),
    "pengawasan:teguran": ("teguran", "menilai-jawaban-teguran", "surat-teguran"),
    "pengawasan:tim": ("tim-dan-surat-tugas", "susunan-tim", "pemangku-jabatan"),
    "pengawasan:tindak-lanjut": ("menutup-tindak-lanjut", "tindak-lanjut", "ketua-tkksd"),
}

# The three first steps of each role.
LANGKAH = {
    Peran.STAF: (
        Langkah(
            "Bawa masuk daftar kerja sama, atau catat naskah pertama", "kerjasama:impor-daftar"
        ),
        Langkah("Lihat apa yang jatuh tempo, dan mengapa", "pengawasan:jadwal-daftar"),
        Langkah("Rencanakan kegiatan, lalu terbitkan surat tugasnya", "pengawasan:kegiatan-daftar"),
    ),
    Peran.TIM: (
        Langkah("Lihat kegiatan yang ditugaskan kepada tim", "pengawasan:kegiatan-daftar"),
        Langkah("Catat rapat: daftar hadir dan notulensi sekali isi", "pengawasan:rapat-daftar"),
        Langkah("Susun laporan kepada Ketua TKKSD", "pelaporan:laporan-daftar"),
    ),
    Peran.PD: (
        Langkah("Buka naskah perangkat daerah Anda", "kerjasama:naskah-daftar"),
        Langkah("Ajukan berita acara, juga tanpa sinyal di lokasi", "pengawasan:lapangan"),
        Langkah("Laporkan tindak lanjut Anda", "pengawasan:tindak-lanjut-daftar"),
    ),
    Peran.MITRA: (
        Langkah("Lihat laporan yang ditunggu dan batasnya", "pelaporan:portal-daftar"),
        Langkah("Periksa hak dan kewajiban pada naskah Anda", "kerjasama:naskah-daftar"),
        Langkah("Pasang batas waktunya di kalender ponsel", "pelaporan:kalender"),
    ),
    Peran.KETUA: (
        Langkah("Buka laporan yang menunggu putusan", "pelaporan:meja-ketua"),
        Langkah("Lihat yang terlambat", "pengawasan:jadwal-daftar"),
        Langkah("Pasang kalender di ponsel", "pelaporan:kalender"),
    ),
    Peran.WALIKOTA: (
        Langkah("Buka yang menunggu putusan kepala daerah", "pelaporan:meja-walikota"),
        Langkah("Baca laporan mitra", "pelaporan:laporan-mitra-daftar"),
        Langkah("Lihat kalender pengawasan", "pelaporan:kalender"),
    ),
    Peran.ADMIN: (
        Langkah("Lengkapi identitas pemerintah dan lambangnya", "pemerintah-ubah"),
        Langkah("Catat pemangku jabatan", "pengawasan:tim-rincian"),
        Langkah("Periksa siapa yang dapat masuk", "akun-daftar"),
    ),
}
