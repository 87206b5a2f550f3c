"""The columns of a list: what headings mean, and what a column is called on a page."""

from __future__ import annotations

import re
from typing import NamedTuple

# Canonical column -> how headings name it, folded to letters and digits. The first fits first.
SINONIM = {
    "no": ("no", "nourut", "nomorurut"),
    "nomor_pemda": (
        "nomorpemda",
        "nomorpks",
        "nomornaskah",
        "nomorpemerintahdaerah",
        "nomorpihakkesatu",
        "nomorpihakpertama",
        "nomorkb",
        "nomor",
        "nomorkesepakatan",
        "nomorperjanjian",
        "nomormou",
        "nomorkerjasama",
    ),
    "nomor_mitra": ("nomormitra", "nomorpihakkedua", "nomorpihakketiga", "nomorpihaklain"),
    "jenis": ("jenis", "jenisnaskah", "jenisdokumen", "bentuknaskah", "bentukkerjasama"),
    "jenis_kerja_sama": ("jeniskerjasama", "kategorikerjasama", "tipekerjasama"),
    "urusan": ("urusan", "urusanpemerintahan", "bidangurusan", "bidang", "bidangkerjasama"),
    "ruang_lingkup": ("ruanglingkup", "lingkup", "ruanglingkupkerjasama", "lingkupkerjasama"),
    "judul": (
        "judul",
        "tentang",
        "judulnaskah",
        "judulkerjasama",
        "judulperjanjian",
        "perihal",
        "namakerjasama",
    ),
    "mitra": ("mitra", "namamitra", "pihakkedua", "parapihak", "mitrakerjasama", "pihakketiga"),
    "jenis_mitra": ("jenismitra", "kategorimitra"),
    "tanggal_tanda_tangan": (
        "tanggaltandatangan",
        "tanggalttd",
        "tglttd",
        "tgltandatangan",
        "tanggalpenandatanganan",
        "tanggalmulai",
        "tglmulai",
        "tanggalnaskah",
        "tanggal",
        "mulai",
    ),
    "tanggal_berakhir": (
        "tanggalberakhir",
        "tglberakhir",
        "tanggalakhir",
        "tanggalselesai",
        "berakhir",
        "masaberlaku",
    ),
    "jangka_waktu": ("jangkawaktu", "durasi", "lamakerjasama", "jangkawaktukerjasama"),
    "perangkat_daerah": (
        "perangkatdaerah",
        "opd",
        "skpd",
        "pd",
        "pemrakarsa",
        "perangkatdaerahpemrakarsa",
        "opdpemrakarsa",
    ),
    "penanda_tangan": ("penandatangan", "penandatanganpemda", "penandatanganpihakkesatu"),
    "jabatan_penanda_tangan": ("jabatanpenandatangan", "jabatanpenandatanganpemda"),
    "penanda_tangan_mitra": ("penandatanganmitra", "penandatanganpihakkedua"),
    "jabatan_penanda_tangan_mitra": ("jabatanpenandatanganmitra",),
    "induk": ("induk", "naskahinduk", "nomorinduk", "nomornaskahinduk", "naskahpayung"),
    "menggantikan": ("menggantikan", "menggantikannaskah", "menggantikannomor", "perpanjangandari"),
    "pemantauan_terakhir": ("pemantauanterakhir", "tanggalpemantauanterakhir", "monevterakhir"),
    "evaluasi_terakhir": ("evaluasiterakhir", "tanggalevaluasiterakhir"),
    "mulai_pengawasan": ("mulaipengawasan", "tanggalmulaipengawasan", "awalpengawasan"),
}
LAWAN = r"mitra|swasta|pihak (kedua|ketiga|lain|ii|iii|2|3)"
# How longer headings name a column (in words); tried in order, after the headings above.
POLA = (
    ("jabatan_penanda_tangan_mitra", rf"jabatan\b.*\b({LAWAN})\b"),
    (
        "jabatan_penanda_tangan",
        r"jabatan\b.*\b(penanda ?tangan|pihak (kesatu|pertama|i|1)|pem\w+)\b",
    ),
    ("penanda_tangan_mitra", rf"^(?!.*\bjabatan\b).*\b(penanda ?tangan|pejabat)\b.*\b({LAWAN})\b"),
    (
        "penanda_tangan",
        r"^(?!.*\b(tanggal|tgl|jabatan)\b).*\b(penanda ?tangan|menandatangani)\b",
    ),
    ("menggantikan", r"\b(menggantikan|digantikan|pengganti dari|perpanjangan dari)\b"),
    (
        "induk",
        r"\b(nomor|no|naskah|dokumen|mou|pks|nk|kb|\w*kesepa\w+|perjanjian)\b.*\b(induk|payung)\b",
    ),
    ("pemantauan_terakhir", r"(pemantauan|monitoring|monev)\b.*\bterakhir|tanggal pemantauan"),
    ("evaluasi_terakhir", r"evaluasi\b.*\bterakhir|(tanggal|tgl) evaluasi"),
    ("mulai_pengawasan", r"(mulai|awal)( tanggal)? (pengawasan|diawasi)"),
    ("tanggal_berakhir", r"(tanggal|tgl|masa|tmt)\b.*\b(akhir|berakhir|selesai|habis|berlaku)"),
    ("tanggal_berakhir", r"jatuh tempo|berakhir"),
    (
        "tanggal_tanda_tangan",
        r"(tanggal|tgl)\b.*\b(tanda ?tangan|ttd|penandatanganan|mulai|naskah|pks|mou|kerja ?sama)",
    ),
    ("tanggal_tanda_tangan", r"penandatanganan|ditandatangani|^tahun$"),
    ("jangka_waktu", r"jangka|durasi|lama (kerja|perjanjian)"),
    ("nomor_mitra", rf"(nomor|no)\b.*\b({LAWAN})"),
    (
        "nomor_pemda",
        (
            r"(nomor|no)\b.*\b(pks|mou|pemda|pemkot|pemkab|naskah|perjanjian|kesepakatan|surat"
            r"|dokumen|kerja ?sama|pihak (kesatu|pertama|i|1))"
        ),
    ),
    ("ruang_lingkup", r"\blingkup\b"),
    ("urusan", r"\burusan\b|^bidang( kerja ?sama)?$"),
    (
        "jenis_kerja_sama",
        r"^(?!.*\b(naskah|dokumen|perjanjian|mitra)\b).*\b(jenis|kategori|tipe)\b.*\bkerja ?sama\b",
    ),
    ("jenis_mitra", r"(jenis|kategori|kelompok|bentuk)\b.*\b(mitra|lembaga|badan)"),
    ("jenis", r"(jenis|bentuk|kategori)\b.*\b(naskah|dokumen|kerja ?sama|perjanjian)"),
    (
        "judul",
        r"judul|tentang|perihal|objek|nama (kerja|kegiatan|naskah|perjanjian|dokumen)|uraian kerja",
    ),
    (
        "perangkat_daerah",
        r"perangkat daerah|\bopd\b|\bskpd\b|pemrakarsa|unit kerja|\bdinas\b|pihak (kesatu|pertama)",
    ),
    (
        "mitra",
        (
            r"mitra|para pihak|pihak (kedua|ketiga|lain|ii|iii|2|3)"
            r"|nama (perusahaan|lembaga|instansi|badan)"
        ),
    ),
)
JUDUL_WAJAR = 60
WAJIB = ("judul", "mitra")
# Several columns of a file may speak of these; their cells are read as one list.
BOLEH_BANYAK = frozenset(
    {"mitra", "nomor_mitra", "perangkat_daerah", "penanda_tangan_mitra", "ruang_lingkup"}
)
TANGGAL_PENGAWASAN = ("pemantauan_terakhir", "evaluasi_terakhir", "mulai_pengawasan")
TANGGAL = ("tanggal_tanda_tangan", "tanggal_berakhir", *TANGGAL_PENGAWASAN)
LABEL = {
    "nomor_pemda": "Nomor pemerintah daerah",
    "nomor_mitra": "Nomor mitra",
    "jenis": "Jenis naskah",
    "jenis_kerja_sama": "Jenis kerja sama",
    "judul": "Tentang",
    "mitra": "Mitra",
    "jenis_mitra": "Jenis mitra",
    "tanggal_tanda_tangan": "Tanggal penandatanganan",
    "tanggal_berakhir": "Tanggal berakhir",
    "jangka_waktu": "Jangka waktu",
    "perangkat_daerah": "Perangkat Daerah",
    "urusan": "Urusan pemerintahan",
    "ruang_lingkup": "Ruang lingkup",
    "penanda_tangan": "Penanda tangan pemerintah daerah",
    "jabatan_penanda_tangan": "Jabatan penanda tangan pemerintah daerah",
    "penanda_tangan_mitra": "Penanda tangan mitra",
    "jabatan_penanda_tangan_mitra": "Jabatan penanda tangan mitra",
    "induk": "Naskah induk",
    "menggantikan": "Menggantikan naskah",
    "pemantauan_terakhir": "Pemantauan terakhir",
    "evaluasi_terakhir": "Evaluasi terakhir",
    "mulai_pengawasan": "Mulai pengawasan",
}
# What a person may choose for a column.
NAMA_KOLOM = {"no": "Nomor urut"} | LABEL


class UsulKolom(NamedTuple):
    """What a column is proposed to be (empty: left out), and why."""

    kolom: str
    alasan: str


def usulkan(judul: list[str], contoh: list[list[str]]) -> list[UsulKolom]:
    """One proposal per column: by its heading, else by dates in its cells; each kind once."""
    hasil = [UsulKolom(kolom, "menurut judul kolom" if kolom else "") for kolom in kenali(judul)]
    dipakai = {u.kolom for u in hasil}
    for posisi, usul in enumerate(hasil):
        isi = [b[posisi] for b in contoh if posisi < len(b) and b[posisi].strip()]
        bebas = [k for k in TANGGAL[:2] if k not in dipakai]
        if not usul.kolom and bebas and isi and sum(map(_bertanggal, isi)) > len(isi) / 2:
            hasil[posisi] = UsulKolom(bebas[0], "menurut isinya yang berupa tanggal")
            dipakai.add(bebas[0])
    return hasil


def kenali(judul: list[str]) -> list[str]:
    """The canonical column of each heading, empty for those that are not known.

    A heading that names a column to the letter goes before one that only sounds like it.
    """
    hasil = [""] * len(judul)
    for cari in (_harfiah, _serupa):
        for posisi, teks in enumerate(judul):
            if not hasil[posisi]:
                hasil[posisi] = cari(teks, hasil)
    return hasil


def _harfiah(teks: str, dipakai: list[str]) -> str:
    rapat = re.sub(r"[^a-z0-9]", "", teks.lower())
    return next((k for k, s in SINONIM.items() if rapat in s and k not in dipakai), "")


def _serupa(teks: str, dipakai: list[str]) -> str:
    rapi = " ".join(re.sub(r"[^a-z0-9]+", " ", teks.lower()).split())
    if not rapi or len(teks) > JUDUL_WAJAR:
        return ""
    return next((k for k, p in POLA if k not in dipakai and re.search(p, rapi)), "")


def _bertanggal(teks: str) -> bool:
    """Whether a cell looks like a date and nothing else."""
    return len(teks) < 40 and bool(re.search(r"\d{1,4}[\s/.\-]+\w{1,9}[\s/.\-]+\d{1,4}", teks))


def petakan(judul: list[str], pilihan: list[str] | None = None) -> list[str]:
    """What each column is called in a row: canonical, or its own heading, each a different one.

    `pilihan` is what a person chose for each column; without it the headings speak. Only the
    columns of BOLEH_BANYAK may occur twice.
    """
    kanon = kenali(judul) if pilihan is None else pilihan
    hasil: list[str] = []
    for posisi, teks in enumerate(judul, start=1):
        satu = kanon[posisi - 1] if posisi <= len(kanon) else ""
        if satu and (satu not in hasil or satu in BOLEH_BANYAK):
            hasil.append(satu)
            continue
        nama = " ".join(teks.split()) or f"kolom {huruf_kolom(posisi)}"
        bentrok = nama in hasil or nama in SINONIM
        hasil.append(f"{nama} ({huruf_kolom(posisi)})" if bentrok else nama)
    return hasil


def huruf_kolom(nomor: int) -> str:
    """The letters a spreadsheet shows above a column: 28 is `AB`."""
    huruf = ""
    while nomor > 0:
        nomor, sisa = divmod(nomor - 1, 26)
        huruf = chr(65 + sisa) + huruf
    return huruf
