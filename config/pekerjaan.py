"""What the runner drains, what runs at night, and what is swept out."""

# What one turn of the runner drains, in order; each callable takes no argument, is safe twice.
# What somebody waits for at a page comes first, and never behind what takes long: that has a
# queue and a worker of its own.
ANTREAN = (
    "pelaporan.services.dokumen.kerjakan_antrean",
    "pelaporan.services.bundel.kerjakan_antrean",
    "kerjasama.services.indeks.ikuti_jejak",
    "pelaporan.services.publikasi.catat_dari_impor",
    "pengawasan.services.jadwal.susun_yang_berubah",
    "pelaporan.services.kewajiban.susun_yang_berubah",
    "inti.services.permintaan_sandi.kirim_antrean",
    "inti.services.surel_akun.kirim_antrean",
    "inti.services.notifikasi.kirim_antrean",
    "inti.services.ringkasan.kirim_antrean",
    "inti.services.webhook.kirim_antrean",
)
ANTREAN_LATAR = (
    "pengawasan.services.simulasi_kebijakan.kerjakan_antrean",
    "pelaporan.services.berkas_lengkap.kerjakan_antrean",
    "kerjasama.services.indeks.baca_dokumen",
    # Last: a list of ten thousand rows takes a while, and nothing above must wait for it.
    "kerjasama.services.antrean_impor.kerjakan_antrean",
)
# What hangs on a naskah as a file and is searched with it: the sources of each app.
BERKAS_DICARI = (
    "kerjasama.queries.berkas_dicari.SUMBER",
    "pengawasan.queries.berkas_dicari.SUMBER",
    "pelaporan.queries.berkas_dicari.SUMBER",
)
# What the search over everything finds: the sources of each app, in the order they are shown.
PENCARIAN = (
    "kerjasama.queries.pencarian.SUMBER",
    "pengawasan.queries.pencarian.SUMBER",
    "pelaporan.queries.pencarian.SUMBER",
    "inti.queries.pencarian.SUMBER",
)
# What stored files belong to.
MILIK_BERKAS = (
    "inti.queries.milik_berkas.SUMBER",
    "kerjasama.queries.milik_berkas.SUMBER",
    "pengawasan.queries.milik_berkas.SUMBER",
    "pelaporan.queries.milik_berkas.SUMBER",
)
# What each app holds about one person, and what is open in that person's name.
DATA_SAYA = (
    "inti.queries.data_saya.bagian",
    "kerjasama.queries.data_saya.bagian",
    "pengawasan.queries.data_saya.bagian",
    "pelaporan.queries.data_saya.bagian",
)
TUGAS_TERBUKA = (
    "inti.queries.data_saya.tugas",
    "kerjasama.queries.data_saya.tugas",
    "pengawasan.queries.data_saya.tugas",
)
# Periodic jobs: name -> (callable, hours within which it must have run again).
BERKALA = {
    # First, so that the plans that follow already know what has ended.
    "masa-berlaku": ("kerjasama.services.pengakhiran.akhiri_yang_lewat", 26),
    "indeks-cari": ("kerjasama.services.indeks.lengkapi", 26),
    "jadwal": ("pengawasan.services.jadwal.segarkan_semua", 26),
    "pengingat": ("pengawasan.services.pengingat.terbitkan", 26),
    "pengingat-akhir": ("pengawasan.services.pengingat_akhir.terbitkan", 26),
    "pengingat-tenggat": ("pengawasan.services.pengingat_tenggat.terbitkan", 26),
    "kepala-jejak": ("inti.services.kepala_jejak.kirim", 26),
    "akun-diam": ("inti.services.akun_diam.periksa", 26),
    "berkas-lengkap": ("pelaporan.services.berkas_lengkap.kedaluwarsakan", 26),
    "unggahan-terbengkalai": ("pelaporan.services.unggahan_bertahap.sapu", 26),
    "kewajiban-laporan": ("pelaporan.services.kewajiban.segarkan_semua", 26),
    "pengingat-laporan": ("pelaporan.services.pengingat_laporan.terbitkan", 26),
    "bersihkan": ("inti.services.kebersihan.bersihkan_malam", 26),
    # Last: it reads files for as long as it may.
    "berkas-utuh": ("inti.services.berkas_utuh.periksa_malam", 26),
}
# What housekeeping takes out, as people read it: each callable takes `uji_coba`, says how many.
PEMBERSIHAN = {
    "sesi yang habis": "inti.services.kebersihan.sesi_habis",
    "kunci formulir lama": "inti.services.kebersihan.kunci_lama",
    "sisa di tempat singgah": "inti.services.kebersihan.singgahan",
    "berkas lengkap lewat waktu": "pelaporan.services.berkas_lengkap.bersihkan",
    "pratinjau gambar lama": "inti.pratinjau.sapu_pratinjau",
    "berkas tanpa baris": "inti.services.kebersihan.berkas_yatim",
    "perangkat yang sudah keluar": "inti.services.kebersihan.perangkat_lama",
    "data akun lewat masa simpan": "inti.services.data_pribadi.lewat_masa",
    "karantina lewat masa simpan": "inti.services.karantina.bersihkan",
    "permintaan sandi lama": "inti.services.permintaan_sandi.bersihkan",
    "surel akun yang selesai": "inti.services.surel_akun.bersihkan",
}
