"""Messages about reports, letters and decisions."""

from inti.enums import JenisPesan
from inti.pesan import Kabar

KEPALA, MITRA = "Kepala daerah", "Mitra"
PASAL_9, PASAL_10 = "Pasal 9 ayat (1)", "Pasal 10"

# --- Letters ------------------------------------------------------------------------------------

UNDANGAN = Kabar(
    nama="Undangan terbit",
    kepada="Tim, Perangkat Daerah, dan mitra yang diundang",
    subjek="{kejadian} {hal}",
    isi=(
        "{hari}, pukul {pukul}, di {tempat}.\n\n{judul}\n\nSurat undangan nomor {nomor} dan berkas "
        "kalendernya ada pada tautan ini."
    ),
    pasal="Pasal 6",
)
PERMINTAAN_BERKALA = Kabar(
    nama="Surat permintaan laporan",
    kepada=MITRA,
    subjek="Permintaan laporan ke-{ke}: {naskah}",
    isi=(
        "Laporan ke-{ke} atas {judul} jatuh tempo {jatuh_tempo}, dengan batas {batas}.\n\n"
        "Surat permintaan nomor {nomor} ada pada tautan ini."
    ),
    pasal=PASAL_9,
)
NOTA_DINAS = Kabar(
    nama="Nota dinas kepada kepala daerah",
    kepada=KEPALA,
    subjek="{hal}",
    isi="Nota dinas nomor {nomor} dari Ketua TKKSD ada pada tautan ini.",
)

# --- The mitra's reports ------------------------------------------------------------------------

LAPORAN_DIMINTA = Kabar(
    nama="Laporan sewaktu-waktu diminta",
    kepada=MITRA,
    subjek="Permintaan laporan: {perihal}",
    isi=(
        "Diminta laporan atas naskah {naskah}, paling lambat {batas}.\n\n"
        "Perihal: {perihal}\nAlasan: {alasan}"
    ),
    pasal=PASAL_9,
)
PERMINTAAN_DITARIK = Kabar(
    nama="Permintaan laporan ditarik",
    kepada=MITRA,
    subjek="Permintaan laporan ditarik: {perihal}",
    isi="Laporan “{perihal}” tidak perlu disampaikan lagi.\n\nAlasan: {alasan}",
)
LAPORAN_BELUM_DISAMPAIKAN = Kabar(
    nama="Laporan belum disampaikan",
    kepada=MITRA,
    subjek="{laporan} belum disampaikan",
    isi=("Laporan pelaksanaan naskah {naskah} belum kami terima. Batas penyampaian: {batas}."),
    pasal=PASAL_9,
)
LAPORAN_DISAMPAIKAN = Kabar(
    nama="Laporan mitra disampaikan",
    kepada="Staf dan Perangkat Daerah pada naskah",
    subjek="Laporan mitra disampaikan: {mitra}",
    isi=(
        "{mitra} menyampaikan laporannya atas naskah {naskah} ({laporan}).\n\n"
        "Nomor tanda terima: {nomor}."
    ),
    pasal=PASAL_9,
)
LAPORAN_DITINJAU = Kabar(
    nama="Laporan mitra diterima atau dikembalikan",
    kepada=MITRA,
    subjek="Laporan Anda {hasil}: {naskah}",
    isi=("{laporan} atas naskah {naskah} {hasil}.\n\nPerbaiki paling lambat {batas}.\n\n{catatan}"),
    pasal=PASAL_9,
)
PERPANJANGAN_DIMINTA = Kabar(
    nama="Perpanjangan batas diminta",
    kepada="Staf",
    subjek="Permintaan perpanjangan batas: {laporan}",
    isi="{uraian}\n\nAlasan: {alasan}",
    pasal=PASAL_9,
)
PERPANJANGAN_DIPUTUSKAN = Kabar(
    nama="Perpanjangan batas diputuskan",
    kepada=MITRA,
    subjek="Perpanjangan batas {hasil}: {laporan}",
    isi="{uraian}\n\nCatatan: {catatan}",
    pasal=PASAL_9,
)

# --- The team's reports -------------------------------------------------------------------------

LAPORAN_MENUNGGU_PUTUSAN = Kabar(
    nama="Laporan menunggu putusan",
    kepada="Ketua TKKSD",
    subjek="{laporan} menunggu putusan Anda",
    isi="{judul}\n\nBundel laporan beserta lampirannya sudah siap dibaca.",
    pasal=PASAL_10,
)
BUNDEL_GAGAL = Kabar(
    nama="Bundel belum dapat disusun",
    kepada="Yang mengirim laporan",
    subjek="Bundel {laporan} belum dapat disusun",
    isi="{sebab}\n\nLaporan tetap terkirim. Susun lagi bundelnya dari halaman laporan.",
)
LAPORAN_DIPUTUSKAN = Kabar(
    nama="Laporan diputuskan Ketua TKKSD",
    kepada="Yang menyusun dan yang mengirim laporan",
    subjek="Laporan {hasil} oleh Ketua TKKSD",
    isi="{laporan}\n\n{catatan}",
    pasal=PASAL_10,
)
MENUNGGU_KEPALA_DAERAH = Kabar(
    nama="Rekomendasi menunggu kepala daerah",
    kepada=KEPALA,
    subjek="Rekomendasi huruf f atau h menunggu putusan Anda",
    isi="{laporan}\n\nKetua TKKSD menyetujui; pelaksanaannya memerlukan putusan Anda.",
    pasal="Pasal 6 ayat (7) huruf f dan huruf h",
)
BUNDEL_DICABUT = Kabar(
    nama="Bundel dicabut",
    kepada="Ketua TKKSD, dan yang menyusun atau mengirim laporan",
    subjek="{laporan} dicabut",
    isi="Bundel kiriman ke-{kiriman} tidak berlaku lagi.\n\n{alasan}",
)
BERKAS_LENGKAP_SIAP = Kabar(
    nama="Berkas lengkap siap diunduh",
    kepada="Yang memintanya",
    subjek="{berkas} siap diunduh",
    isi="{judul}\n\nDisimpan {hari} hari.",
    jenis=JenisPesan.KABAR,
)
