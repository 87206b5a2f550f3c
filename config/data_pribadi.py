"""The register of personal data (UU 27/2022): every column that tells of a person.

A test compares it with the models; `docs/data-pribadi.md` and the page *Data pribadi* print it.
"""

from inti.data_pribadi import ButirData

_PERWAL = "Peraturan tentang pengawasan kerja sama daerah (identitas pemerintah, dasar hukum)"
_ARSIP = "Selama arsip naskahnya disimpan menurut jadwal retensi arsip; tidak dihapus sendiri"
_AKUN = "Selama akun ada; disamarkan saat data orangnya dihapus"

REGISTER = (
    ButirData(
        ("inti.Pengguna.nama", "inti.Pengguna.nip", "inti.Pengguna.telepon"),
        "Nama, NIP, dan telepon pengguna",
        "Pegawai dan orang mitra yang mempunyai akun",
        "Mengetahui siapa yang berbuat, mencetak nama pada dokumen, menghubungi",
        _PERWAL,
        _AKUN,
    ),
    ButirData(
        ("inti.Pengguna.email", "account.EmailAddress.email"),
        "Alamat surel pengguna",
        "Pemilik akun",
        "Masuk, undangan, pemberitahuan, dan pengingat",
        "Pelaksanaan tugas pemerintahan",
        _AKUN,
    ),
    ButirData(
        ("inti.SurelAkun.surel",),
        "Alamat surel baru yang belum dibuktikan, dan alamat lama yang dikabari",
        "Pemilik akun",
        "Membuktikan alamat baru; memberi tahu alamat lama",
        "Keamanan sistem elektronik (PP 71/2019)",
        "Belum dibuktikan: 30 hari. Selesai atau dibatalkan: satu hari",
    ),
    ButirData(
        ("inti.Pengguna.username", "inti.Pengguna.password", "inti.Pengguna.last_login"),
        "Nama pengguna, sidik kata sandi (Argon2id), waktu terakhir masuk",
        "Pemilik akun",
        "Masuk; menutup akun yang tidak dipakai",
        "Keamanan sistem elektronik (PP 71/2019)",
        _AKUN,
    ),
    ButirData(
        (
            "inti.PermintaanSandi.surel",
            "inti.Pengguna.sandi_diubah_pada",
            "inti.RiwayatSandi.sandi",
        ),
        "Alamat yang diketik pada “Lupa kata sandi”; sidik kata sandi lama bila diminta pengaturan",
        "Pemilik akun, atau siapa pun yang mengetik alamatnya",
        "Mengirim tautan; tidak memakai lagi kata sandi lama",
        "Keamanan sistem elektronik (PP 71/2019)",
        "Permintaan: satu hari. Kata sandi lama: sejumlah yang diatur, sampai akun disamarkan",
    ),
    ButirData(
        ("mfa.Authenticator.data",),
        "Rahasia faktor kedua (tersandi), kunci publik dan nama kunci sandi",
        "Pemilik akun",
        "Memastikan bahwa yang masuk memang pemiliknya",
        "Keamanan sistem elektronik (PP 71/2019)",
        "Sampai dilepas, dicabut, atau data orangnya dihapus",
    ),
    ButirData(
        ("usersessions.UserSession.ip", "usersessions.UserSession.user_agent"),
        "Alamat jaringan dan peramban tempat akun sedang masuk",
        "Pemilik akun",
        "Daftar perangkat dan pengeluaran dari jauh",
        "Keamanan sistem elektronik (PP 71/2019)",
        "Selama sesinya, paling lama 12 jam; sisanya dibuang setiap malam",
    ),
    ButirData(
        ("inti.JejakAudit.pelaku_nama", "inti.JejakAudit.objek_nama"),
        "Nama pelaku pada jejak audit, dan nama orang bila ia objeknya",
        "Semua yang pernah berbuat di aplikasi",
        "Putusan tidak dapat disangkal; jejak audit semua kegiatan",
        "PP 71/2019 Pasal 22; kepentingan umum yang dikecualikan dari penghapusan (UU 27/2022)",
        "Tetap: rantai hash tidak dapat diubah. Akunnya disamarkan, barisnya tidak",
    ),
    ButirData(
        (
            "kerjasama.Narahubung.nama",
            "kerjasama.Narahubung.jabatan",
            "kerjasama.Narahubung.telepon",
            "kerjasama.Narahubung.surel",
        ),
        "Nama, jabatan, telepon, dan surel narahubung",
        "Orang yang ditunjuk mitra",
        "Menghubungi mitra tentang naskahnya",
        "Pelaksanaan perjanjian",
        "Sampai diganti atau dihapus staf; jejaknya tetap",
    ),
    ButirData(
        ("kerjasama.PenugasanNaskah.nama", "kerjasama.PenugasanNaskah.jabatan"),
        "Nama dan jabatan anggota tidak tetap",
        "Pegawai perangkat daerah yang ditugaskan pada naskah",
        "Akses selama masa tugas; susunan tim",
        _PERWAL,
        _ARSIP,
    ),
    ButirData(
        (
            "kerjasama.ParaPihak.penanda_tangan",
            "kerjasama.NaskahPerangkatDaerah.penanda_tangan",
            "kerjasama.ParaPihak.jabatan",
            "kerjasama.NaskahPerangkatDaerah.jabatan",
            "kerjasama.Addendum.perubahan_baris",
            "kerjasama.Addendum.potret",
        ),
        "Nama dan jabatan penanda tangan naskah",
        "Penanda tangan para pihak",
        "Menyebut siapa yang mengikat pihaknya",
        "Pelaksanaan perjanjian",
        _ARSIP,
    ),
    ButirData(
        (
            "pengawasan.SuratTugas.penanda_tangan",
            "pengawasan.SuratTugas.jabatan_penanda_tangan",
            "pengawasan.SuratTugas.nip_penanda_tangan",
            "pengawasan.SuratTeguran.penanda_tangan",
            "pengawasan.SuratTeguran.jabatan_penanda_tangan",
            "pengawasan.SuratTeguran.nip_penanda_tangan",
            "pengawasan.PenandaTangan.nama",
            "pengawasan.PenandaTangan.jabatan",
        ),
        "Nama, jabatan, dan NIP penanda tangan surat dan berita acara",
        "Pejabat dan wakil para pihak",
        "Keabsahan surat dan berita acara",
        _PERWAL,
        _ARSIP,
    ),
    ButirData(
        (
            "pengawasan.AnggotaTim.nama",
            "pengawasan.AnggotaTim.jabatan",
            "pengawasan.TenagaProfesional.nama",
            "pengawasan.AnggotaKeputusanTim.nama",
            "pengawasan.AnggotaKeputusanTim.jabatan",
            "pengawasan.PesertaPembinaan.nama",
            "pengawasan.PesertaPembinaan.jabatan",
        ),
        "Nama dan jabatan anggota tim, tenaga profesional, dan peserta pembinaan",
        "Pegawai dan tenaga ahli yang ditugaskan",
        "Susunan tim pada surat tugas dan Keputusan",
        _PERWAL,
        _ARSIP,
    ),
    ButirData(
        ("pengawasan.Hadirin.nama", "pengawasan.Hadirin.jabatan", "pengawasan.TandaHadir.goresan"),
        "Nama, jabatan, dan goresan tanda tangan pada daftar hadir",
        "Peserta rapat",
        "Bukti kehadiran pada berita acara",
        _PERWAL,
        _ARSIP,
    ),
    ButirData(
        (
            "pengawasan.Rapat.pimpinan",
            "pengawasan.Notulensi.pimpinan",
            "pengawasan.Kegiatan.peminta",
        ),
        "Pimpinan rapat, dan yang meminta kegiatan insidental",
        "Pejabat",
        "Undangan, notulensi, dan alasan kegiatan",
        _PERWAL,
        _ARSIP,
    ),
    ButirData(
        ("pelaporan.TandaTangan.nama",),
        "Nama pada sertifikat tanda tangan elektronik",
        "Pejabat penanda tangan",
        "Menunjukkan siapa yang menandatangani dokumen",
        "UU 1/2024 tentang ITE",
        _ARSIP,
    ),
)

# Columns that only sound like a person.
BUKAN_ORANG = frozenset(
    {
        # Offices, seats and places.
        "inti.Jabatan.nama",
        "inti.Pemerintah.alamat",
        "inti.Pemerintah.nama",
        "inti.Pemerintah.nama_daerah",
        "inti.Pemerintah.surel",
        "inti.Pemerintah.telepon",
        "kerjasama.Mitra.alamat",
        "kerjasama.Mitra.nama",
        "kerjasama.Mitra.surel",
        "kerjasama.Mitra.telepon",
        "kerjasama.NamaMitra.nama",
        "kerjasama.NamaPerangkatDaerah.nama",
        "kerjasama.PerangkatDaerah.jabatan_kepala",
        "kerjasama.PerangkatDaerah.nama",
        "kerjasama.PerangkatDaerah.surel",
        "kerjasama.PerangkatDaerah.telepon",
        "pengawasan.AnggotaTim.kode_jabatan",
        "pengawasan.PengecualianKursi.kode_jabatan",
        "pengawasan.PengecualianKursi.nama_kursi",
        "pengawasan.Rapat.alamat",
        # Single sign-on keeps no row of it (inti/sso.py).
        "socialaccount.SocialAccount.last_login",
        # Files, codes, jobs, choices.
        "inti.SaringanTersimpan.nama",
        "inti.TokenApi.nama",
        "inti.Berkas.nama",
        "inti.BerkasKarantina.nama",
        "inti.CatatanBerkala.nama",
        "inti.KlasifikasiSurat.nama",
        "inti.PilihanPesan.surel_kabar",
        "inti.PilihanPesan.surel_pengingat",
        "kerjasama.Impor.nama",
        "kerjasama.LampiranBertanggal.nama",
        "kerjasama.PosisiIndeks.nama",
        "kerjasama.Urusan.nama",
        "pelaporan.LanggananKalender.nama",
        "pelaporan.UnggahanBertahap.nama",
        "pengawasan.TandaHadir.tanpa_tanda_tangan",
        "pengawasan.LangkahRekomendasi.nama",
    }
)
