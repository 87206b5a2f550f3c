"""Messages about the naskah, their parties, payments and lists."""

from inti.enums import JenisPesan
from inti.pesan import Kabar

PARA_PIHAK = "Staf, perangkat daerah, dan mitra pada naskah"

TUGAS_PORTAL = Kabar(
    nama="Tugas pada portal mitra",
    kepada="Pengguna mitra",
    subjek="Tugas Anda pada {mitra}: {tugas}",
    isi="Penanggung jawab menyampaikan laporan; pengisi mengisi dan menyimpannya.",
    pasal="Pasal 9 ayat (1)",
)
ADDENDUM = Kabar(
    nama="Addendum dicatat atau dibatalkan",
    kepada=PARA_PIHAK,
    subjek="Addendum {kejadian}: {naskah}",
    isi="{addendum}, {tanggal}: {tentang}\n\n{perubahan}",
)
JANGKA_WAKTU_BERAKHIR = Kabar(
    nama="Jangka waktu berakhir",
    kepada="Staf",
    subjek="Jangka waktu berakhir: {naskah}",
    isi="Tercatat berakhir karena jangka waktunya habis:\n{daftar}",
)
PENGAKHIRAN_DIBATALKAN = Kabar(
    nama="Pengakhiran dibatalkan",
    kepada=PARA_PIHAK,
    subjek="Pengakhiran dibatalkan: {naskah}",
    isi="{judul}\n\nKerja sama ini tetap berlaku. Alasan: {alasan}",
)
KERJA_SAMA_BERAKHIR = Kabar(
    nama="Kerja sama berakhir",
    kepada=PARA_PIHAK,
    subjek="Kerja sama {kejadian}: {naskah}",
    isi="{judul}\n\nHari terakhir: {tanggal}.{dasar}",
)
PEMBAYARAN_MENUNGGU = Kabar(
    nama="Pembayaran menunggu konfirmasi",
    kepada="Perangkat Daerah pada naskah; staf bila tidak ada",
    subjek="Pembayaran setoran menunggu konfirmasi: {naskah}",
    isi="{setoran}\n\n{pembayaran}",
)
PEMBAYARAN_DIJAWAB = Kabar(
    nama="Pembayaran dikonfirmasi atau ditolak",
    kepada="Yang mencatat pembayaran",
    subjek="{kejadian}: {naskah}",
    isi="{setoran}\n\n{pembayaran}",
)
DAFTAR_TERBACA = Kabar(
    nama="Daftar impor selesai dibaca",
    kepada="Yang mengunggah daftar",
    subjek="Daftar {impor} selesai dibaca",
    isi="{jumlah} baris menunggu ditinjau.",
    jenis=JenisPesan.KABAR,
)
