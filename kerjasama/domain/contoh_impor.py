"""A specimen of a list for the import: its headings, two sample rows, what each column takes."""

from __future__ import annotations

from typing import NamedTuple

from kerjasama.domain.impor import WAJIB
from kerjasama.domain.kolom import NAMA_KOLOM
from kerjasama.enums import JenisKerjaSama, JenisMitra, JenisNaskah

LEMBAR_DAFTAR, LEMBAR_PETUNJUK = "Daftar", "Petunjuk"
JUDUL_PETUNJUK = ["Kolom", "Harus diisi", "Cara mengisi", "Contoh"]
TANGGAL = "Tulis bulannya dengan huruf agar hari dan bulan tidak tertukar."
BANYAK = "Lebih dari satu dipisahkan titik koma, menurut urutan mitranya."
# How each column is filled in; a column without its line stops the program from starting.
PETUNJUK = {
    "no": "Nomor urut baris. Tidak disimpan; boleh kosong.",
    "nomor_pemda": "Nomor naskah pada pihak pemerintah daerah. Naskah dikenali darinya.",
    "nomor_mitra": f"Nomor naskah pada pihak mitra. {BANYAK}",
    "jenis": f"Salah satu dari: {', '.join(JenisNaskah.labels)}.",
    "jenis_kerja_sama": f"Salah satu dari: {', '.join(JenisKerjaSama.labels)}. Boleh kosong.",
    "judul": "Judul naskah sesudah kata “tentang”, paling panjang 1.000 huruf.",
    "mitra": "Nama lengkap setiap mitra. Lebih dari satu dipisahkan titik koma.",
    "jenis_mitra": (
        f"Salah satu dari: {', '.join(JenisMitra.labels)}. Bila kosong, diusulkan dari namanya "
        "dan menunggu Anda lihat."
    ),
    "tanggal_tanda_tangan": (
        f"Hari penandatanganan. {TANGGAL} Bila kosong, barisnya ditanyakan atau menjadi draf."
    ),
    "tanggal_berakhir": (
        f"Hari terakhir naskah berlaku. {TANGGAL} Boleh kosong bila jangka waktunya diisi."
    ),
    "jangka_waktu": "Bunyinya pada naskah. Bila tanggal berakhir kosong, dihitung darinya.",
    "perangkat_daerah": (
        "Nama atau singkatan Perangkat Daerah. Yang pertama pemrakarsa, yang lain terkait; "
        "dipisahkan titik koma."
    ),
    "urusan": "Satu urusan pemerintahan. Boleh kosong.",
    "ruang_lingkup": "Ruang lingkup menurut naskah. Boleh kosong.",
    "penanda_tangan": (
        "Nama yang menandatangani untuk pemerintah daerah; dicatat pada Perangkat Daerah "
        "pemrakarsa, jadi isi juga Perangkat Daerahnya."
    ),
    "jabatan_penanda_tangan": "Jabatan orang itu.",
    "penanda_tangan_mitra": f"Nama yang menandatangani untuk mitra. {BANYAK}",
    "jabatan_penanda_tangan_mitra": f"Jabatan orang itu. {BANYAK}",
    "induk": (
        "Nomor naskah yang menaungi, di register atau pada baris lain daftar ini. Boleh kosong."
    ),
    "menggantikan": (
        "Nomor naskah lama yang digantikan, di register atau pada baris lain daftar ini. Boleh "
        "kosong."
    ),
    "pemantauan_terakhir": f"Hari pemantauan terakhir naskah lama. {TANGGAL} Boleh kosong.",
    "evaluasi_terakhir": f"Hari evaluasi terakhir naskah lama. {TANGGAL} Boleh kosong.",
    "mulai_pengawasan": (
        f"Hari naskah lama mulai diawasi. {TANGGAL} Bila kosong, hari naskah masuk register."
    ),
}
NOMOR_INDUK = "100/CONTOH-01/2024"
CONTOH: tuple[dict[str, str], ...] = (
    {
        "no": "1",
        "nomor_pemda": NOMOR_INDUK,
        "nomor_mitra": "010/CONTOH-MITRA/2024",
        "jenis": JenisNaskah.KESEPAKATAN_BERSAMA.label,
        "jenis_kerja_sama": JenisKerjaSama.KSDPK.label,
        "judul": "Contoh: pengembangan pelayanan masyarakat (hapus baris ini)",
        "mitra": "PT Contoh Mitra Sejahtera",
        "jenis_mitra": JenisMitra.PERUSAHAAN_SWASTA.label,
        "tanggal_tanda_tangan": "15 Januari 2024",
        "tanggal_berakhir": "15 Januari 2029",
        "jangka_waktu": "5 (lima) tahun",
        "ruang_lingkup": "Pelatihan, pendampingan, dan pertukaran data",
        "penanda_tangan": "Nama Pejabat Contoh",
        "jabatan_penanda_tangan": "Kepala Perangkat Daerah",
        "penanda_tangan_mitra": "Nama Direktur Contoh",
        "jabatan_penanda_tangan_mitra": "Direktur Utama",
        "mulai_pengawasan": "15 Januari 2024",
    },
    {
        "no": "2",
        "nomor_pemda": "100/CONTOH-02/2024",
        "nomor_mitra": "011/CONTOH-MITRA/2024",
        "jenis": JenisNaskah.PKS.label,
        "jenis_kerja_sama": JenisKerjaSama.KSDPK.label,
        "judul": "Contoh: pelatihan kerja bagi warga (hapus baris ini)",
        "mitra": "PT Contoh Mitra Sejahtera",
        "jenis_mitra": JenisMitra.PERUSAHAAN_SWASTA.label,
        "tanggal_tanda_tangan": "20 Maret 2024",
        "tanggal_berakhir": "20 Maret 2027",
        "jangka_waktu": "3 (tiga) tahun",
        "ruang_lingkup": "Pelatihan kerja dan penempatan",
        "penanda_tangan": "Nama Pejabat Contoh",
        "jabatan_penanda_tangan": "Kepala Perangkat Daerah",
        "penanda_tangan_mitra": "Nama Direktur Contoh",
        "jabatan_penanda_tangan_mitra": "Direktur Utama",
        "induk": NOMOR_INDUK,
        "pemantauan_terakhir": "18 September 2024",
        "evaluasi_terakhir": "17 Maret 2025",
        "mulai_pengawasan": "20 Maret 2024",
    },
)


class KolomContoh(NamedTuple):
    """One column of the specimen: its heading, whether a row needs it, how it is filled in."""

    nama: str
    wajib: bool
    cara: str
    contoh: str


def kolom_contoh(*, unit: str = "", urusan: str = "") -> list[KolomContoh]:
    """Every column that the import knows; `unit` and `urusan` are names that the register has."""
    baris = _baris(unit, urusan)
    return [
        KolomContoh(
            nama,
            kolom in WAJIB,
            PETUNJUK[kolom],
            next((b[kolom] for b in reversed(baris) if b.get(kolom)), ""),
        )
        for kolom, nama in NAMA_KOLOM.items()
    ]


def isi_daftar(*, unit: str = "", urusan: str = "") -> list[list[str]]:
    """The headings, then the sample rows."""
    baris = [[b.get(kolom, "") for kolom in NAMA_KOLOM] for b in _baris(unit, urusan)]
    return [list(NAMA_KOLOM.values()), *baris]


def isi_petunjuk(*, unit: str = "", urusan: str = "") -> list[list[str]]:
    """The same columns as lines to be read, for the second sheet."""
    return [
        JUDUL_PETUNJUK,
        *(
            [k.nama, "ya" if k.wajib else "", k.cara, k.contoh]
            for k in kolom_contoh(unit=unit, urusan=urusan)
        ),
    ]


def _baris(unit: str, urusan: str) -> list[dict[str, str]]:
    """Without a unit nobody signs for it: see domain.kolom on where signatories are kept."""
    tetap = {"perangkat_daerah": unit, "urusan": urusan}
    baris = [satu | tetap for satu in CONTOH]
    if not unit:
        baris = [b | {"penanda_tangan": "", "jabatan_penanda_tangan": ""} for b in baris]
    return baris
