"""Reading parties, their kind, and the kind of document."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kerjasama.domain.kunci import lipat
from kerjasama.enums import JenisMitra, JenisNaskah

# Several parties or numbers: `A; B`, `A | B`, `1. A; 2. B`, `1. A 2. B`. What else may part
# parties is weighed by `pisah_pihak`.
PEMISAH = re.compile(r" ?[;|\n] ?")
# Looked for once, so that a cell of nothing but spaces costs no more than one of words.
RUANG = re.compile(r"[^\S\n]+")
URUTAN = re.compile(r"(?:^|(?<=[\s;|,]))(\d{1,2})[.)]\s*(?=[^\W\d_]|\d{1,4}/)")
# A word of the cell -> the kind. Every kind that a cell names is weighed.
MITRA = (
    ("bumn", JenisMitra.BUMN),
    ("badan usaha milik negara", JenisMitra.BUMN),
    ("bumd", JenisMitra.BUMD),
    ("badan usaha milik daerah", JenisMitra.BUMD),
    ("perguruan tinggi", JenisMitra.LEMBAGA_DALAM_NEGERI),
    ("universitas", JenisMitra.LEMBAGA_DALAM_NEGERI),
    ("badan hukum publik", JenisMitra.LEMBAGA_DALAM_NEGERI),
    ("bpjs", JenisMitra.LEMBAGA_DALAM_NEGERI),
    ("lembaga dalam negeri", JenisMitra.LEMBAGA_DALAM_NEGERI),
    ("pemerintah pusat", JenisMitra.INSTANSI_PUSAT),
    ("instansi pusat", JenisMitra.INSTANSI_PUSAT),
    ("vertikal", JenisMitra.INSTANSI_PUSAT),
    ("kementerian", JenisMitra.INSTANSI_PUSAT),
    ("pemerintah daerah", JenisMitra.PEMERINTAH_DAERAH),
    ("swasta", JenisMitra.PERUSAHAAN_SWASTA),
    ("koperasi", JenisMitra.KOPERASI),
    ("yayasan", JenisMitra.YAYASAN),
    ("luar negeri", JenisMitra.LEMBAGA_LUAR_NEGERI),
    ("perorangan", JenisMitra.PERORANGAN),
    ("bukan badan hukum", JenisMitra.LEMBAGA_BUKAN_BADAN_HUKUM),
)
# Kinds of which the cell alone does not say enough: proposed, and a person looks.
MITRA_RAGU = (
    ("organisasi kemasyarakatan", JenisMitra.LEMBAGA_BUKAN_BADAN_HUKUM),
    ("ormas", JenisMitra.LEMBAGA_BUKAN_BADAN_HUKUM),
)
# A word of the partner's own name -> the kind; only ever proposed. The first decides.
NAMA_MITRA = (
    (r"kemen[a-z]*|dirjen|ditjen|direktorat jenderal|deputi", JenisMitra.INSTANSI_PUSAT),
    (r"koperasi|kud", JenisMitra.KOPERASI),
    (r"yayasan", JenisMitra.YAYASAN),
    (r"perumda|perseroda|pdam|bpd", JenisMitra.BUMD),
    (r"persero|pln|pertamina|telkom|pelindo|pos indonesia", JenisMitra.BUMN),
    (r"^(?:pt|cv)|pt$|cv$|tbk", JenisMitra.PERUSAHAAN_SWASTA),
    (
        r"universitas|institut|politeknik|poltekkes|sekolah tinggi|akademi|fakultas|bpjs",
        JenisMitra.LEMBAGA_DALAM_NEGERI,
    ),
    (
        r"pemerintah (?:kota|kabupaten|provinsi)|pemkot|pemkab|pemprov|dinas",
        JenisMitra.PEMERINTAH_DAERAH,
    ),
    (
        (
            r"direktorat|kanwil|kantor|balai|kejaksaan|pengadilan|polri|badan"
            r"|pol(?:da|res|resta|restabes)|kodim|tni|bnn|bpn|brin|bmkg|bmg|big|klhk|kkp"
        ),
        JenisMitra.INSTANSI_PUSAT,
    ),
    (
        r"perkumpulan|perhimpunan|asosiasi|ikatan|masyarakat|forum|gapki|aphi|aprobi",
        JenisMitra.LEMBAGA_BUKAN_BADAN_HUKUM,
    ),
)
NASKAH = (
    (r"perjanjian\s+kerja|\bpks\b", JenisNaskah.PKS),
    (r"nota kesepakatan", JenisNaskah.NOTA_KESEPAKATAN),
    (r"kesepakatan bersama", JenisNaskah.KESEPAKATAN_BERSAMA),
    (r"pernyataan kehendak|letter of intent|\bloi\b", JenisNaskah.PERNYATAAN_KEHENDAK),
    (r"rencana kerja", JenisNaskah.RENCANA_KERJA_SAMA),
    (r"naskah kerja", JenisNaskah.NASKAH_KERJA_SAMA),
    (r"nota kesepahaman|memorandum|\bmou\b", JenisNaskah.KESEPAKATAN_BERSAMA),
)
HARFIAH = {"perjanjian kerja sama", "pks", *(lipat(n.label) for n in JenisNaskah)} | {
    "kesepakatan bersama",
    "nota kesepakatan",
}
ADDENDUM = re.compile(r"\b(?:addendum|adendum|amandemen)\b")


@dataclass(frozen=True)
class JenisTerbaca:
    """A kind, with a remark when the cell did not say it to the letter."""

    nilai: str = ""
    catatan: tuple[str, ...] = ()
    ragu: bool = False
    dari_nama: bool = False


def pisah(teks: str) -> list[str]:
    """The parties or numbers of one cell, in their order, as often as they stand there."""
    bagian = PEMISAH.split(_tanpa_urutan(RUANG.sub(" ", teks)))
    return [" ".join(b.split()).strip(" ,;") for b in bagian if b.strip(" ,;-")]


def _tanpa_urutan(teks: str) -> str:
    """`1. A 2. B` → `A;B`. Only a list that counts from one: `421.4/41` is a number."""
    urutan = list(URUTAN.finditer(teks))
    hitung = [int(u[1]) for u in urutan]
    if hitung != list(range(1, len(hitung) + 1)) or (len(hitung) == 1 and urutan[0].start() > 0):
        return teks
    if len(hitung) == 1 and not teks[urutan[0].end(1) + 1 :].startswith((" ", "\t")):
        return teks
    return URUTAN.sub(";", teks)


def baca_jenis_mitra(teks: str, nama: str) -> JenisTerbaca:
    """The kind of Pasal 1 angka 8, from the cell or else from the name."""
    rapi = lipat(teks)
    for pilihan in JenisMitra:
        if rapi == lipat(pilihan.label):
            return JenisTerbaca(pilihan.value)
    jenis = list(dict.fromkeys(j for kata, j in MITRA if kata in rapi))
    ragu = [j for kata, j in MITRA_RAGU if kata in rapi]
    if "multipihak" in rapi:
        return _dari_nama(teks, nama)
    if len(jenis) == 1 and not ragu:
        return JenisTerbaca(jenis[0].value, (f"“{teks}” dibaca {jenis[0].label}.",))
    if len(jenis) + len(ragu) == 1:
        kata = f"“{teks}” diusulkan {ragu[0].label}; pastikan jenisnya."
        return JenisTerbaca(ragu[0].value, (kata,), ragu=True)
    return _dari_nama(teks, nama)


def jenis_dari_nama(nama: str) -> str:
    """The kind that the name itself proposes, or nothing."""
    rapi = lipat(nama)
    cocok = (j.value for pola, j in NAMA_MITRA if re.search(rf"\b(?:{pola})\b", rapi))
    return next(cocok, "")


def _dari_nama(teks: str, nama: str) -> JenisTerbaca:
    if jenis := jenis_dari_nama(nama):
        kata = f"Jenis “{nama[:60]}” diusulkan dari namanya: {JenisMitra(jenis).label}."
        return JenisTerbaca(jenis, (kata,), ragu=True, dari_nama=True)
    sebut = f"“{teks}” tidak menyebut satu jenis mitra" if teks else "Jenis mitra kosong"
    return JenisTerbaca("", (f"{sebut}; pilih jenis “{nama[:60]}”.",), ragu=True)


def baca_jenis_naskah(teks: str, judul: str) -> JenisTerbaca:
    """The kind of document, from the cell or else from the title."""
    rapi = lipat(teks)
    if ADDENDUM.search(f"{rapi} {lipat(judul)}"):
        kata = "Baris ini addendum; catat sebagai perubahan naskah induknya, bukan naskah baru."
        return JenisTerbaca(jenis_naskah(rapi), (kata,), ragu=True)
    if jenis := jenis_naskah(rapi):
        label = JenisNaskah(jenis).label
        catatan = () if rapi in HARFIAH else (f"“{teks}” dibaca {label}.",)
        return JenisTerbaca(jenis, catatan)
    if jenis := jenis_naskah(lipat(judul)):
        label = JenisNaskah(jenis).label
        return JenisTerbaca(jenis, (f"Jenis naskah diusulkan dari judul: {label}.",), ragu=True)
    sebut = f"“{teks}” bukan jenis naskah yang dikenal" if teks else "Jenis naskah kosong"
    return JenisTerbaca("", (f"{sebut}; pilih jenisnya.",), ragu=True)


def jenis_naskah(rapi: str) -> str:
    """The kind of document that folded words name, or nothing."""
    for pilihan in JenisNaskah:
        if rapi == lipat(pilihan.label):
            return pilihan.value
    return next((j.value for pola, j in NASKAH if re.search(pola, rapi)), "")
