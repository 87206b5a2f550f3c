"""Reading what a list says besides: kind of cooperation, urusan, ruang lingkup, who signed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from kerjasama.domain.baca_pihak import pisah
from kerjasama.domain.kunci import lipat
from kerjasama.domain.peringatan import Peringatan
from kerjasama.domain.pisah_pihak import SAMBUNG
from kerjasama.domain.unit import lipat_nama
from kerjasama.enums import JenisKerjaSama

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ORANG_TERPANJANG = 150
LINGKUP_TERPANJANG = 10_000
PENANDA_PEMDA = ("penanda_tangan", "jabatan_penanda_tangan")
# A government's signatory is kept at the unit that initiates; without one the row is asked.
TANPA_UNIT = (
    "Baris ini tidak menyebut Perangkat Daerah yang dikenal, padahal penanda tangan pemerintah "
    "daerah dicatat padanya; pilih Perangkat Daerahnya, atau kosongkan penanda tangannya."
)
# How cells name the kinds of PP 28/2018; each that a cell names is weighed.
KERJA_SAMA = (
    (r"\bksdpk\b|pihak ketiga", JenisKerjaSama.KSDPK),
    (r"\bksdpl\b|pemerintah daerah di luar negeri", JenisKerjaSama.KSDPL),
    (r"\bksdll\b|lembaga di luar negeri", JenisKerjaSama.KSDLL),
    (r"\bsinergi\b|pemerintah pusat", JenisKerjaSama.SINERGI),
)
ANTARDAERAH = re.compile(r"\bksdd\b|antar ?daerah|daerah lain|daerah dengan daerah")
# Short names that mean one urusan and no other, by its code.
SINGKATAN_URUSAN = {
    "pupr": "pekerjaan-umum-dan-penataan-ruang",
    "adminduk": "administrasi-kependudukan-dan-pencatatan-sipil",
    "dukcapil": "administrasi-kependudukan-dan-pencatatan-sipil",
    "kominfo": "komunikasi-dan-informatika",
    "esdm": "energi-dan-sumber-daya-mineral",
}
AWALAN_URUSAN = re.compile(
    r"^(?:urusan|bidang|pemerintahan|wajib|pilihan|(?:non )?pelayanan dasar|[-:\d.)\s])+(?=\s)"
)
# `Nama (Jabatan)`, `Nama selaku Jabatan`.
BERJABATAN = re.compile(
    r"^(?P<nama>.+?)(?:\s*\((?P<kurung>[^()\d]+)\)|,?\s+selaku\s+(?P<selaku>.+))$"
)


class Penanda(NamedTuple):
    """Who signed, and as what."""

    nama: str
    jabatan: str = ""


class UrusanTerbaca(NamedTuple):
    """The code of the urusan, or what the cell says instead; with a remark on how it was read."""

    kode: str = ""
    asing: str = ""
    catatan: str = ""


@dataclass
class Isian:
    """Plain values as they stand in a proposal, and remarks."""

    nilai: dict[str, Any] = field(default_factory=dict)
    peringatan: list[Peringatan] = field(default_factory=list)

    def catat(self, kolom: str, pesan: str, *, ragu: bool = False) -> None:
        """One more remark."""
        self.peringatan.append(Peringatan(kolom, pesan, ragu))


def baca_isian(mentah: Mapping[str, str], mitra: Sequence[dict[str, str]]) -> Isian:
    """Read the columns; who signed for a mitra goes into the rows of `mitra`."""
    hasil = Isian()
    _kerja_sama(mentah.get("jenis_kerja_sama", ""), hasil)
    lingkup = mentah.get("ruang_lingkup", "").strip()
    if len(lingkup) > LINGKUP_TERPANJANG:
        kata = f"Isi dipotong pada {LINGKUP_TERPANJANG} huruf; selengkapnya pada isi asli."
        hasil.catat("ruang_lingkup", kata, ragu=True)
    hasil.nilai["ruang_lingkup"] = "" if lingkup == "-" else lingkup[:LINGKUP_TERPANJANG]
    _penanda_pemda(mentah, hasil)
    _penanda_mitra(mentah, mitra, hasil)
    return hasil


def baca_kerja_sama(teks: str) -> str:
    """The kind that the cell names without doubt, or nothing."""
    rapi = lipat(teks)
    for pilihan in JenisKerjaSama:
        if rapi in {lipat(pilihan.label), pilihan.value}:
            return pilihan.value
    jenis = [j.value for pola, j in KERJA_SAMA if re.search(pola, rapi)]
    if ANTARDAERAH.search(rapi):
        # Which of the two the law asks for; the cell must say it.
        dua = (("wajib", JenisKerjaSama.KSDD_WAJIB), ("sukarela", JenisKerjaSama.KSDD_SUKARELA))
        jenis += [j.value for kata, j in dua if kata in rapi] or [""]
    return jenis[0] if len(jenis) == 1 else ""


def _kerja_sama(teks: str, hasil: Isian) -> None:
    asli = teks.strip(" -")
    jenis = baca_kerja_sama(asli)
    hasil.nilai |= {"jenis_kerja_sama": jenis, "jenis_kerja_sama_asing": ""}
    if not asli:
        return
    if not jenis:
        hasil.nilai["jenis_kerja_sama_asing"] = asli[:200]
        kata = f"“{asli[:80]}” bukan jenis kerja sama yang dikenal; pilih jenisnya."
        if ANTARDAERAH.search(lipat(asli)):
            kata = f"“{asli[:80]}” tidak menyebut wajib atau sukarela; pilih salah satu."
        hasil.catat("jenis_kerja_sama", kata, ragu=True)
    elif lipat(asli) != lipat(JenisKerjaSama(jenis).label):
        hasil.catat("jenis_kerja_sama", f"“{asli[:80]}” dibaca {JenisKerjaSama(jenis).label}.")


def kamus_urusan(daftar: Sequence[tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """Code and name of each urusan by its folded name and by what it is called for short."""
    bernama = {lipat_nama(nama): (kode, nama) for kode, nama in daftar}
    menurut_kode = dict(daftar)
    pendek = {s: (k, menurut_kode[k]) for s, k in SINGKATAN_URUSAN.items() if k in menurut_kode}
    return pendek | bernama


def baca_urusan(teks: str, kamus: Mapping[str, tuple[str, str]]) -> UrusanTerbaca:
    """The one urusan that the cell names; a naskah has one, so several are asked."""
    asli = " ".join(teks.split()).strip(" -;")
    if not asli:
        return UrusanTerbaca()
    if ada := _urusan(asli, kamus):
        kode, nama = ada
        tepat = lipat(asli) == lipat(nama)
        return UrusanTerbaca(kode, catatan="" if tepat else f"“{asli[:80]}” dibaca {nama}.")
    bagian = [b for satu in pisah(teks) for b in SAMBUNG.split(satu) if b.strip()]
    disebut = list(dict.fromkeys(u[1] for u in (_urusan(b, kamus) for b in bagian) if u))
    if len(disebut) > 1:
        kata = f"Menyebut {len(disebut)} urusan ({', '.join(disebut)}); pilih satu."
    else:
        kata = f"“{asli[:80]}” tidak ada pada daftar urusan pemerintahan; pilih urusannya."
    return UrusanTerbaca("", asli[:200], kata)


def _urusan(teks: str, kamus: Mapping[str, tuple[str, str]]) -> tuple[str, str] | None:
    rapi = lipat_nama(teks)
    return kamus.get(rapi) or kamus.get(AWALAN_URUSAN.sub("", rapi).strip())


def baca_penanda(nama: str, jabatan: str) -> list[Penanda]:
    """Who signed, in the order of the cell; an office from its own column, or beside the name."""
    semua, jabatan_semua = pisah(nama), pisah(jabatan)
    if len(jabatan_semua) == len(semua):
        return [Penanda(*satu) for satu in zip(semua, jabatan_semua, strict=True)]
    hasil = [_berjabatan(satu) for satu in semua]
    if jabatan_semua and len(semua) == 1:
        return [Penanda(hasil[0].nama, "; ".join(jabatan_semua))]
    return hasil


def _berjabatan(teks: str) -> Penanda:
    if cocok := BERJABATAN.match(teks):
        return Penanda(cocok["nama"].strip(" ,"), (cocok["kurung"] or cocok["selaku"]).strip())
    return Penanda(teks)


def _penanda_pemda(mentah: Mapping[str, str], hasil: Isian) -> None:
    jabatan = mentah.get("jabatan_penanda_tangan", "")
    semua = baca_penanda(mentah.get("penanda_tangan", ""), jabatan)
    if not semua and pisah(jabatan):
        kata = "Hanya jabatannya yang tertulis; nama penanda tangannya kosong."
        hasil.catat("jabatan_penanda_tangan", kata)
        semua = [Penanda("", "; ".join(pisah(jabatan)))]
    isi = _gabung(semua, PENANDA_PEMDA, hasil)
    hasil.nilai |= dict(zip(PENANDA_PEMDA, isi, strict=True))


def _penanda_mitra(
    mentah: Mapping[str, str], mitra: Sequence[dict[str, str]], hasil: Isian
) -> None:
    """To the one mitra, or one each in their order; else they wait to be assigned."""
    kolom = ("penanda_tangan_mitra", "jabatan_penanda_tangan_mitra")
    semua = baca_penanda(*(mentah.get(k, "") for k in kolom))
    hasil.nilai["penanda_lepas"] = []
    if not semua or not mitra:
        return
    if len(mitra) == 1:
        _isi_penanda(mitra[0], semua, kolom, hasil)
    elif len(semua) == len(mitra):
        for satu, orang in zip(mitra, semua, strict=True):
            _isi_penanda(satu, [orang], kolom, hasil)
        kata = "Penanda tangan dipasangkan dengan mitra menurut urutannya; periksa pasangannya."
        hasil.catat(kolom[0], kata, ragu=True)
    else:
        hasil.nilai["penanda_lepas"] = [p.nama for p in semua]
        kata = f"Ada {len(semua)} penanda tangan untuk {len(mitra)} mitra; isikan pada tiap mitra."
        hasil.catat(kolom[0], kata, ragu=True)


def _isi_penanda(
    mitra: dict[str, str], orang: Sequence[Penanda], kolom: tuple[str, str], hasil: Isian
) -> None:
    nama, jabatan = _gabung(orang, kolom, hasil)
    mitra |= {"penanda_tangan": nama, "jabatan": jabatan}


def _gabung(orang: Sequence[Penanda], kolom: tuple[str, str], hasil: Isian) -> list[str]:
    """Names and offices as the register keeps them; a cut is told and looked at."""
    semua = ["; ".join(filter(None, bagian)) for bagian in zip(*orang, strict=True)] or ["", ""]
    for nama, teks in zip(kolom, semua, strict=True):
        if len(teks) > ORANG_TERPANJANG:
            kata = f"Isi dipotong pada {ORANG_TERPANJANG} huruf; selengkapnya pada isi asli."
            hasil.catat(nama, kata, ragu=True)
    return [teks[:ORANG_TERPANJANG] for teks in semua]
