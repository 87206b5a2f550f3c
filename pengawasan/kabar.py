"""Messages about kegiatan and what comes of them."""

from inti.pesan import Kabar

PENGAWAS = "Staf dan Tim Pengawasan"
PELAKSANA = "Tim yang ditugaskan dan Perangkat Daerah pada naskah"
UNIT = "Perangkat Daerah penanggung jawab"
PASAL_6 = "Pasal 6 ayat (3) dan ayat (5)"
PASAL_8 = "Pasal 8 ayat (1)"

# --- Policy and plans ---------------------------------------------------------------------------

KEBIJAKAN_TERBIT = Kabar(
    nama="Kebijakan terbit",
    kepada=PENGAWAS,
    subjek="Kebijakan {kebijakan} terbit",
    isi=(
        "{dasar} Nomor {nomor} tentang {tentang} berlaku mulai {tanggal}. Jadwal disusun ulang; "
        "yang timbul sebelum tanggal itu tetap."
    ),
)
PENUNDAAN_DIMINTA = Kabar(
    nama="Penundaan jadwal diminta",
    kepada="Ketua TKKSD",
    subjek="Permintaan penundaan: {giliran}",
    isi="{uraian}\n\nAlasan: {alasan}",
    pasal=PASAL_6,
)
PENUNDAAN_DIPUTUSKAN = Kabar(
    nama="Penundaan jadwal diputuskan",
    kepada="Yang meminta",
    subjek="Penundaan {hasil}: {giliran}",
    isi="{uraian}\n\nCatatan: {catatan}",
    pasal=PASAL_6,
)

# --- Kegiatan -----------------------------------------------------------------------------------

KEGIATAN_DIRENCANAKAN = Kabar(
    nama="Kegiatan direncanakan",
    kepada=PENGAWAS,
    subjek="{jenis} direncanakan",
    isi="{judul}\n\nTanggal rencana: {tanggal}.",
    pasal=PASAL_6,
)
RENCANA_DIUBAH = Kabar(
    nama="Rencana kegiatan diubah",
    kepada=PENGAWAS,
    subjek="Rencana {jenis} diubah",
    isi="{judul}\n\nTanggal rencana: {tanggal}.",
    pasal=PASAL_6,
)
KEGIATAN_DIBATALKAN = Kabar(
    nama="Kegiatan dibatalkan",
    kepada=f"{PENGAWAS}; {PELAKSANA.lower()} bila sudah ditugaskan",
    subjek="{jenis} dibatalkan",
    isi="{judul}\n\nAlasan: {alasan}",
)
# No titles: the letter may cover naskah of other units.
SURAT_TUGAS_TERBIT = Kabar(
    nama="Surat tugas terbit",
    kepada=PELAKSANA,
    subjek="Surat tugas {surat}",
    isi=(
        "Anda atau perangkat daerah Anda ditugaskan dalam kegiatan pengawasan kerja sama dengan "
        "surat tugas tanggal {tanggal}."
    ),
    pasal=PASAL_8,
)
SURAT_TUGAS_DICABUT = Kabar(
    nama="Surat tugas dicabut",
    kepada=PELAKSANA,
    subjek="Surat tugas {surat} dicabut",
    isi="Penugasannya gugur. Alasan: {alasan}",
    pasal=PASAL_8,
)
SURAT_TUGAS_DIGANTIKAN = Kabar(
    nama="Surat tugas digantikan",
    kepada=PELAKSANA,
    subjek="Surat tugas {surat} digantikan",
    isi="Penggantinya surat tugas {pengganti}.",
    pasal=PASAL_8,
)
# No titles here either: a meeting may cover naskah of others.
_RAPAT = "Rapat {tanggal}{pukul}{tempat}.\n\nAlasan: {alasan}\n\n"
RAPAT = Kabar(
    nama="Rapat diadakan, diubah, atau dibatalkan",
    kepada=PELAKSANA,
    subjek="{kejadian}",
    isi=_RAPAT + "Berkas kalendernya (.ics) ada pada halaman rapat.",
    pasal="Pasal 6 ayat (4)",
)
# The page of the meeting is not for the mitra; its calendar file is.
RAPAT_MITRA = Kabar(
    nama="Rapat diadakan, diubah, atau dibatalkan: kepada mitra",
    kepada="Mitra pada naskah",
    subjek="{kejadian}",
    isi=_RAPAT + "Tautan pesan ini membuka berkas kalendernya (.ics).",
    pasal="Pasal 6 ayat (4)",
)
DOKUMENTASI_DIBUKA = Kabar(
    nama="Dokumentasi dibuka lagi",
    kepada="Yang menyatakannya lengkap",
    subjek="Dokumentasi dibuka lagi: {kegiatan}",
    isi="{judul}\n\nAlasan: {alasan}",
)

# --- Berita acara and kertas kerja --------------------------------------------------------------

BERITA_ACARA_DIAJUKAN = Kabar(
    nama="Berita acara diajukan",
    kepada="Staf",
    subjek="Berita acara menunggu verifikasi: {naskah}",
    isi="{unit} mengajukan {berita_acara}.",
    pasal="Pasal 10",
)
BERITA_ACARA_DIKEMBALIKAN = Kabar(
    nama="Berita acara dikembalikan",
    kepada="Perangkat Daerah penyusun",
    subjek="{berita_acara}: dikembalikan",
    isi="{judul}\n\nCatatan: {catatan}",
)
BERITA_ACARA_DIVERIFIKASI = Kabar(
    nama="Berita acara diverifikasi",
    kepada="Perangkat Daerah penyusun dan Tim Pengawasan",
    subjek="{berita_acara}: diverifikasi",
    isi="{judul}\n\nIsinya kini terkunci.",
)
KERTAS_KERJA_DIMINTA = Kabar(
    nama="Kertas kerja diminta",
    kepada="Tim Pengawasan, Perangkat Daerah, dan mitra pada naskah",
    subjek="Kertas kerja perlu diisi: {kegiatan}",
    isi="{judul}\n\nJawaban Anda dibahas pada {kegiatan}.",
    pasal="Pasal 6 ayat (4)",
)
KERTAS_KERJA_DISAMPAIKAN = Kabar(
    nama="Kertas kerja disampaikan",
    kepada="Tim Pengawasan",
    subjek="Kertas kerja disampaikan: {kegiatan}",
    isi="{pihak} menyampaikan kertas kerjanya.",
)
KERTAS_KERJA_DIKEMBALIKAN = Kabar(
    nama="Kertas kerja dikembalikan",
    kepada="Pihak yang mengisinya",
    subjek="Kertas kerja dikembalikan: {kegiatan}",
    isi="{judul}\n\nCatatan: {catatan}",
)

# --- Tindak lanjut ------------------------------------------------------------------------------

TINDAK_LANJUT_BARU = Kabar(
    nama="Tindak lanjut baru",
    kepada=UNIT,
    subjek="Tindak lanjut baru untuk perangkat daerah Anda",
    isi="{uraian}\n\nTenggat: {tanggal}.",
    pasal="Pasal 6 ayat (7)",
)
TINDAK_LANJUT_DILAPORKAN = Kabar(
    nama="Tindak lanjut dilaporkan selesai",
    kepada=PENGAWAS,
    subjek="Tindak lanjut dilaporkan selesai",
    isi="{uraian}\n\nPeriksa buktinya, lalu tutup atau kembalikan.",
)
TINDAK_LANJUT_DIKEMBALIKAN = Kabar(
    nama="Tindak lanjut dikembalikan",
    kepada="Yang melaporkannya",
    subjek="Tindak lanjut dikembalikan",
    isi="{uraian}\n\nCatatan: {catatan}",
)
TINDAK_LANJUT_DITUTUP = Kabar(
    nama="Tindak lanjut ditutup",
    kepada=UNIT,
    subjek="Tindak lanjut ditutup",
    isi="{uraian}",
)
TINDAK_LANJUT_DIBUKA = Kabar(
    nama="Tindak lanjut dibuka kembali",
    kepada=UNIT,
    subjek="Tindak lanjut dibuka kembali",
    isi="{uraian}\n\nAlasan: {alasan}",
)
PERKEMBANGAN = Kabar(
    nama="Perkembangan tindak lanjut",
    kepada=f"{UNIT} dan staf",
    subjek="Perkembangan tindak lanjut",
    isi="{uraian}\n\n{perkembangan}",
)
TENGGAT_DIMINTA = Kabar(
    nama="Tenggat tindak lanjut diminta",
    kepada=PENGAWAS,
    subjek="Permintaan tenggat tindak lanjut",
    isi="{uraian}\n\n{unit} meminta tenggat menjadi {tanggal}: {alasan}",
)
TENGGAT_DIPUTUSKAN = Kabar(
    nama="Tenggat tindak lanjut diputuskan",
    kepada=UNIT,
    subjek="Permintaan tenggat {hasil}",
    isi="{uraian}\n\n{catatan}",
)
TINDAK_LANJUT_DISERAHKAN = Kabar(
    nama="Tindak lanjut diserahkan",
    kepada="Perangkat Daerah yang melepas dan yang menerima",
    subjek="Tindak lanjut diserahkan kepada {unit}",
    isi="{uraian}\n\nAlasan: {alasan}",
)

# --- Teguran ------------------------------------------------------------------------------------

_PASAL_TEGURAN = "Pasal 6 ayat (7) huruf g"
_PEMANTAU = f"{PENGAWAS}, dan Perangkat Daerah pada naskah"
_DENGAN_MITRA = f"{_PEMANTAU}, dan mitra"
TEGURAN_DIBUKA = Kabar(
    nama="Teguran dibuka",
    kepada=_PEMANTAU,
    subjek="Teguran dibuka: {mitra}",
    isi="{naskah}\n\n{uraian}\n\nSP1 dapat diterbitkan.",
    pasal=_PASAL_TEGURAN,
)
TEGURAN_DIBATALKAN = Kabar(
    nama="Teguran dibatalkan",
    kepada=_PEMANTAU,
    subjek="Teguran dibatalkan: {mitra}",
    isi="{naskah}\n\n{alasan}",
)
TEGURAN_DILANJUTKAN = Kabar(
    nama="Teguran dilanjutkan",
    kepada=_PEMANTAU,
    subjek="SP3 tidak membawa hasil: {mitra}",
    isi="{naskah}\n\n{catatan}",
    pasal="Pasal 6 ayat (7) huruf f dan huruf h",
)
SP_TERBIT = Kabar(
    nama="Surat peringatan terbit",
    kepada=_DENGAN_MITRA,
    subjek="SP{tingkat} {nomor}",
    isi=(
        "Surat peringatan kepada {mitra} atas naskah {naskah}. Jawaban ditunggu paling lambat "
        "{tanggal}."
    ),
    pasal=_PASAL_TEGURAN,
)
SP_DIJAWAB = Kabar(
    nama="Surat peringatan dijawab",
    kepada=_PEMANTAU,
    subjek="{mitra} menjawab SP{tingkat}",
    isi="Nilai jawabannya: diterima, atau belum cukup.\n\n{jawaban}",
)
SP_DINILAI = Kabar(
    nama="Jawaban surat peringatan dinilai",
    kepada=_DENGAN_MITRA,
    subjek="Jawaban SP{tingkat} {hasil}",
    isi="{penilaian}\n\n{catatan}",
)
SP_DIBATALKAN = Kabar(
    nama="Surat peringatan dibatalkan",
    kepada=_DENGAN_MITRA,
    subjek="SP{tingkat} {nomor} dibatalkan",
    isi="{alasan}",
)
