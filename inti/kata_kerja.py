"""How an action in the audit trail is said: `laporan_mitra.terima` → "menerima laporan mitra"."""

from __future__ import annotations

KATA_KERJA = {
    "ajukan": "mengajukan",
    "akhiri": "mengakhiri",
    "ambil": "mengambil",
    "baca": "membaca",
    "batalkan": "membatalkan",
    "batalkan_pengakhiran": "membatalkan pengakhiran",
    "berlakukan": "memberlakukan",
    "buat": "membuat",
    "buka": "membuka",
    "buka_lagi": "membuka lagi",
    "cabut": "mencabut",
    "catat": "mencatat",
    "catat_nama_lama": "mencatat nama lama",
    "gabungkan": "menggabungkan",
    "gabungkan_perpanjangan": "menggabungkan perpanjangan dengan",
    "ganti_nama": "mengganti nama",
    "ekspor": "mengekspor",
    "gantikan": "menggantikan",
    "gagal": "gagal menyusun",
    "hapus": "menghapus",
    "impor": "mengimpor",
    "ingatkan": "mengingatkan",
    "kembalikan": "mengembalikan",
    "kirim": "mengirim",
    "konfirmasi": "mengonfirmasi",
    "koreksi": "mengoreksi",
    "laksanakan": "mencatat pelaksanaan",
    "laporkan": "melaporkan",
    "minta": "meminta",
    "mulai": "mulai mengisi",
    "perbarui": "memperbarui",
    "pulihkan": "meninjau lagi",
    "putus": "memutus",
    "putuskan": "memutuskan",
    "rencanakan": "merencanakan",
    "sampaikan": "menyampaikan",
    "selesaikan": "menyelesaikan",
    "setujui": "menyetujui",
    "setujui_walikota": "menyetujui",
    "simpan": "menyimpan",
    "susun": "menyusun",
    "tambah": "menambah",
    "terbitkan": "menerbitkan",
    "terima": "menerima",
    "tetapkan": "menetapkan",
    "tolak": "menolak",
    "tolak_walikota": "tidak menyetujui",
    "tugaskan": "menugaskan",
    "tunda": "menunda",
    "tutup": "menutup",
    "ubah": "mengubah",
    "ulangi": "mengulangi",
    "unduh": "membuka",
    "unggah": "mengunggah",
    "verifikasi": "memverifikasi",
}


def kalimat_aksi(aksi: str) -> str:
    """Verb and noun of an action; an unknown verb is shown as it is."""
    benda, _, kerja = aksi.rpartition(".")
    kata = KATA_KERJA.get(kerja, kerja.replace("_", " "))
    return f"{kata} {benda.replace('_', ' ')}".strip()
