"""Messages about accounts, addresses and files."""

from inti.pesan import Kabar

PEMILIK, ADMIN = "Pemilik akun", "Administrator"

SUREL_DITOLAK = Kabar(
    nama="Surel tidak sampai",
    kepada=ADMIN,
    subjek="Surel kepada {orang} tidak sampai",
    isi=(
        "Server surel menolak pesan kepada {orang}: {sebab} Periksa alamat surelnya, perbaiki "
        "pada halaman akunnya, lalu kirim ulang dari menu Pekerjaan gagal."
    ),
)
TOKEN_DICABUT = Kabar(
    nama="Token API dicabut",
    kepada="Pemilik token",
    subjek="Token API Anda dicabut",
    isi="{oleh} mencabut token “{token}”; program yang memakainya ditolak.",
)
BERKAS_BERVIRUS = Kabar(
    nama="Berkas bervirus disisihkan",
    kepada="Administrator dan staf",
    subjek="Berkas bervirus disisihkan",
    isi=(
        "Berkas “{berkas}” {asal} ditolak: pemindai virus menemukan “{temuan}”. Isinya disisihkan "
        "di server dan tidak dapat dibuka dari aplikasi. Mintalah pengunggahnya memeriksa "
        "komputernya."
    ),
)
BERKAS_RUSAK = Kabar(
    nama="Berkas rusak di penyimpanan",
    kepada=ADMIN,
    subjek="{jumlah} berkas di penyimpanan rusak",
    isi=(
        "Ditemukan rusak di penyimpanan server: {rincian}. Yang rusak tidak dikirim kepada siapa "
        "pun. Daftarnya menyebut berkas yang mana, milik apa, dan apa yang dilakukan: isinya "
        "dikembalikan dari cadangan. Periksa juga piringannya, dan siapa yang dapat menulis ke "
        "folder berkas."
    ),
)
SUREL_AKAN_DIGANTI = Kabar(
    nama="Alamat surel akan diganti",
    kepada=PEMILIK,
    subjek="Alamat surel akun Anda akan diganti",
    isi=(
        "{oleh} meminta alamat surel akun Anda diganti. Alamat yang baru berlaku setelah "
        "dibuktikan melalui tautan yang dikirim ke sana; sampai itu terjadi tidak ada yang "
        "berubah. Bila ini tidak Anda kenali, batalkan pada halaman Keamanan akun dan hubungi "
        "administrator."
    ),
)
SUREL_DIGANTI = Kabar(
    nama="Alamat surel sudah diganti",
    kepada=PEMILIK,
    subjek="Alamat surel akun Anda sudah diganti",
    isi=(
        "Alamat surel akun Anda kini {surel}. Nama pengguna: {pengguna}. Bila ini tidak Anda "
        "kenali, hubungi administrator."
    ),
)
FAKTOR_DICABUT = Kabar(
    nama="Faktor kedua dicabut",
    kepada=PEMILIK,
    subjek="Faktor kedua akun Anda dicabut",
    isi=(
        "{oleh} mencabut faktor kedua akun Anda: {alasan} Bila Anda tidak memintanya, hubungi "
        "administrator."
    ),
)
AKUN_DIUBAH = Kabar(
    nama="Akun diubah",
    kepada=PEMILIK,
    subjek="Akun Anda diubah",
    isi=(
        "{oleh} mengubah nama pengguna atau alamat surel akun Anda. Nama pengguna: {pengguna}. "
        "Bila ini tidak Anda kenali, hubungi administrator."
    ),
)
AKUN_DIBUAT = Kabar(
    nama="Undangan akun",
    kepada="Orang yang diundang",
    subjek="Akun Anda di Pengawasan Kerja Sama",
    isi=(
        "{oleh} membuatkan akun untuk Anda{sebagai}. Nama pengguna: {pengguna}. Buat kata sandi "
        "melalui tautan ini dalam {hari} hari. Sesudah itu, minta tautan baru dengan “Lupa kata "
        "sandi” pada halaman masuk."
    ),
)
AKUN_AKAN_DITUTUP = Kabar(
    nama="Akun akan ditutup",
    kepada=PEMILIK,
    subjek="Akun Anda akan ditutup",
    isi=(
        "Akun Anda di Pengawasan Kerja Sama lama tidak dipakai dan ditutup pada {tanggal}. Masuk "
        "satu kali sebelum hari itu bila masih diperlukan."
    ),
)
