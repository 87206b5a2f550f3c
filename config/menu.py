"""The main menu, in the order it is shown."""

from inti.menu import ButirMenu
from inti.roles import Kemampuan

MENU = (
    ButirMenu("Beranda", "beranda", "home", ""),
    ButirMenu(
        "Laporan saya", "pelaporan:portal-daftar", "file-text", "", (Kemampuan.ISI_LAPORAN_MITRA,)
    ),
    ButirMenu(
        "Naskah",
        "kerjasama:naskah-daftar",
        "file-certificate",
        "Register",
        (Kemampuan.LIHAT_REGISTER, Kemampuan.ISI_LAPORAN_MITRA),
        juga=("/kerja-sama/kewajiban/", "/pelaporan/berkas-lengkap/"),
    ),
    ButirMenu(
        "Setoran",
        "kerjasama:setoran-daftar",
        "coin",
        "Register",
        (Kemampuan.LIHAT_REGISTER, Kemampuan.ISI_LAPORAN_MITRA),
    ),
    ButirMenu(
        "Cari",
        "kerjasama:cari",
        "search",
        "Register",
        (Kemampuan.LIHAT_REGISTER, Kemampuan.ISI_LAPORAN_MITRA),
    ),
    ButirMenu(
        "Akan berakhir",
        "akan-berakhir",
        "calendar-due",
        "Register",
        (Kemampuan.LIHAT_PENGAWASAN,),
        juga=("/pengawasan/perpanjangan/",),
    ),
    ButirMenu(
        "Mitra",
        "kerjasama:mitra-daftar",
        "building-community",
        "Register",
        (Kemampuan.LIHAT_SEMUA_NASKAH,),
    ),
    ButirMenu(
        "Perangkat Daerah",
        "kerjasama:perangkat-daerah-daftar",
        "building",
        "Register",
        (Kemampuan.LIHAT_SEMUA_NASKAH,),
    ),
    ButirMenu(
        "Impor daftar",
        "kerjasama:impor-daftar",
        "file-import",
        "Register",
        (Kemampuan.IMPOR_NASKAH,),
    ),
    ButirMenu(
        "Jadwal",
        "pengawasan:jadwal-daftar",
        "calendar-event",
        "Pengawasan",
        (Kemampuan.LIHAT_PENGAWASAN,),
    ),
    ButirMenu(
        "Kegiatan",
        "pengawasan:kegiatan-daftar",
        "clipboard-check",
        "Pengawasan",
        (Kemampuan.LIHAT_PENGAWASAN,),
        juga=("/pengawasan/berita-acara/", "/pengawasan/matrik/"),
    ),
    ButirMenu(
        "Kertas kerja",
        "pengawasan:kertas-kerja-daftar",
        "list-details",
        "Pengawasan",
        (Kemampuan.LIHAT_PENGAWASAN, Kemampuan.ISI_LAPORAN_MITRA),
        juga=("/pengawasan/kuesioner/",),
    ),
    ButirMenu(
        "Surat tugas",
        "pengawasan:surat-tugas-daftar",
        "users",
        "Pengawasan",
        (Kemampuan.LIHAT_SEMUA_NASKAH,),
    ),
    ButirMenu(
        "Tindak lanjut",
        "pengawasan:tindak-lanjut-daftar",
        "checklist",
        "Pengawasan",
        (Kemampuan.LIHAT_PENGAWASAN,),
    ),
    ButirMenu(
        "Laporan mitra",
        "pelaporan:laporan-mitra-daftar",
        "report",
        "Pelaporan",
        (Kemampuan.LIHAT_REGISTER,),
    ),
    ButirMenu(
        "Laporan",
        "pelaporan:laporan-daftar",
        "report-analytics",
        "Pelaporan",
        (Kemampuan.LIHAT_SEMUA_NASKAH,),
    ),
    ButirMenu(
        "Meja Ketua TKKSD",
        "pelaporan:meja-ketua",
        "gavel",
        "Pelaporan",
        (Kemampuan.PUTUSKAN_REKOMENDASI,),
    ),
    ButirMenu(
        "Putusan kepala daerah",
        "pelaporan:meja-walikota",
        "gavel",
        "Pelaporan",
        (Kemampuan.PUTUSKAN_WALIKOTA,),
    ),
    ButirMenu(
        "Register surat", "pelaporan:surat-daftar", "mail", "Pelaporan", (Kemampuan.LIHAT_SURAT,)
    ),
    ButirMenu(
        "Dokumen resmi",
        "pelaporan:dokumen-daftar",
        "files",
        "Pelaporan",
        (Kemampuan.LIHAT_SURAT,),
    ),
    ButirMenu(
        "Register publik",
        "pelaporan:publikasi-daftar",
        "world",
        "Pelaporan",
        (Kemampuan.KELOLA_PUBLIKASI,),
    ),
    ButirMenu("Akun", "akun-daftar", "user-cog", "Administrasi", (Kemampuan.KELOLA_AKUN,)),
    ButirMenu(
        "Identitas pemerintah",
        "pemerintah-ubah",
        "building-community",
        "Administrasi",
        (Kemampuan.KELOLA_AKUN,),
    ),
    ButirMenu("Jejak audit", "jejak-daftar", "history", "Administrasi", (Kemampuan.LIHAT_JEJAK,)),
)
