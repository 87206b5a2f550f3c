"""One row of a list, read as a whole: proposals, remarks per cell, sound or not."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from kerjasama.domain.baca_isian import baca_isian, baca_kerja_sama
from kerjasama.domain.baca_pihak import (
    JenisTerbaca,
    baca_jenis_mitra,
    baca_jenis_naskah,
    jenis_dari_nama,
    jenis_naskah,
    pisah,
)
from kerjasama.domain.baca_tanggal import KebiasaanKolom, kebiasaan
from kerjasama.domain.kolom import TANGGAL
from kerjasama.domain.kunci import kunci_baris, kunci_nama, kunci_nomor, lipat, tanpa_kata_nomor
from kerjasama.domain.masa import Kosong, baca_masa
from kerjasama.domain.peringatan import Peringatan
from kerjasama.domain.pisah_pihak import ASING, Sendiri, pisah_pihak
from kerjasama.domain.riwayat import baca_riwayat
from kerjasama.enums import JenisMitra, JenisNaskah

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

JUDUL_TERPANJANG = 1_000
JUDUL_PANJANG = 300
NOMOR_TERPANJANG = 120
NAMA_TERPANJANG = 250
BELUM_NASKAH = ("permohonan", "penawaran", "usulan")


@dataclass(frozen=True)
class Bawaan:
    """What a person says of a whole list, because its cells do not.

    `jenis` is the kind of document where the cell is empty; with `jenis_mitra_dari_nama` the kind
    that the name of a partner proposes needs no look at each row, with `judul_usulan` a title that
    was made of kind, number and party, with `tanpa_unit_asing` a unit that the register does not
    know, with `tanpa_penanda` who signed for the government where no unit stands to record it at,
    with `draf_tanpa_tanggal` a row without a date of signing, with `tanpa_akhir` one without an
    end. What was filled in or left out so is told at the row.
    """

    jenis: str = ""
    jenis_mitra_dari_nama: bool = False
    judul_usulan: bool = True
    tanpa_unit_asing: bool = False
    tanpa_penanda: bool = False
    draf_tanpa_tanggal: bool = False
    tanpa_akhir: bool = False


TANPA_BAWAAN = Bawaan()


@dataclass
class Usulan:
    """How a row is read. `nilai` holds plain JSON values; dates are ISO text or None."""

    nilai: dict[str, Any]
    kunci: str
    peringatan: list[Peringatan] = field(default_factory=list)

    @property
    def siap(self) -> bool:
        """Nothing in the row needs a person."""
        return not any(p.ragu for p in self.peringatan)


def kebiasaan_tanggal(baris: Iterable[Mapping[str, str]]) -> KebiasaanKolom:
    """The habit of the date columns together: one hand wrote them all."""
    return kebiasaan(b.get(k, "") for b in baris for k in TANGGAL)


def baca_baris(
    mentah: Mapping[str, str],
    kolom: KebiasaanKolom,
    *,
    per: date | None = None,
    bawaan: Bawaan = TANPA_BAWAAN,
    sendiri: Sendiri = ASING,
) -> Usulan:
    """Read one row. Never raises: what cannot be read becomes a remark.

    `per` is the day of reading; without it no date counts as still to come. `sendiri` is the own
    government, which is never its own partner.
    """
    catatan = _Catatan()
    mentah = _jenis_pada_kolomnya(mentah, catatan)
    isi = {k: " ".join(v.split()) for k, v in mentah.items()}
    nomor = catatan.potong("nomor_pemda", _nomor_pemda(mentah, catatan), NOMOR_TERPANJANG)
    jenis = _jenis(isi, bawaan)
    catatan.tambah("jenis", *jenis.catatan, ragu=jenis.ragu)
    nomor_mitra = [tanpa_kata_nomor(n) for n in pisah(mentah.get("nomor_mitra", ""))]
    nama = _nama_mitra(mentah, catatan, sendiri)
    mitra = _mitra(nama, isi, nomor_mitra, catatan, bawaan)
    judul = _judul(isi, nomor, mitra, catatan, bawaan)
    semua_nomor = f"{nomor} | {isi.get('nomor_mitra', '')}"
    kosong = Kosong(bawaan.draf_tanpa_tanggal, bawaan.tanpa_akhir)
    masa = baca_masa(isi, kolom, nomor=semua_nomor, jenis=jenis.nilai, per=per, kosong=kosong)
    riwayat = baca_riwayat(isi, kolom, ttd=masa.ttd.nilai, per=per)
    lain = baca_isian(mentah, mitra)
    nilai = {
        "jenis": jenis.nilai,
        "sebutan": isi.get("jenis", "")[:150] if jenis.catatan else "",
        "nomor": nomor,
        "judul": judul,
        "mitra": mitra,
        "nomor_lepas": _lepas(nomor_mitra, mitra),
        "tanggal_ttd": masa.ttd.nilai.isoformat() if masa.ttd.nilai else None,
        "usulan_ttd": [t.isoformat() for t in masa.ttd.usulan],
        "tanggal_berakhir": masa.akhir.nilai.isoformat() if masa.akhir.nilai else None,
        "usulan_berakhir": [t.isoformat() for t in masa.akhir.usulan],
        "jangka_waktu": catatan.potong("jangka_waktu", isi.get("jangka_waktu", ""), 1000),
        "perangkat_daerah": isi.get("perangkat_daerah", "")[:500],
        **riwayat.nilai,
        **lain.nilai,
    }
    peringatan = [*catatan.isi, *masa.peringatan, *riwayat.peringatan, *lain.peringatan]
    return Usulan(nilai, kunci_usulan(nilai), peringatan)


class _Catatan:
    """The remarks of one row."""

    def __init__(self) -> None:
        self.isi: list[Peringatan] = []

    def tambah(self, kolom: str, *pesan: str, ragu: bool = False) -> None:
        self.isi.extend(Peringatan(kolom, p, ragu) for p in pesan)

    def potong(self, kolom: str, teks: str, batas: int) -> str:
        """No more than the register holds; a cut is told."""
        if len(teks) > batas:
            kata = f"Isi dipotong pada {batas} huruf; selengkapnya pada isi asli."
            self.tambah(kolom, kata, ragu=kolom != "jangka_waktu")
        return teks[:batas]


def kunci_usulan(nilai: Mapping[str, Any]) -> str:
    """The same agreement gives the same key, whatever the file it stands in."""
    nomor = kunci_nomor(nilai["nomor"])
    return kunci_baris(
        nomor,
        "|".join([*(m["nomor"] for m in nilai["mitra"]), *nilai.get("nomor_lepas", [])]),
        nilai["judul"],
        kunci_pihak(nilai["mitra"]),
        nilai["tanggal_ttd"] or "",
        "" if nomor else nilai["perangkat_daerah"],
    )


def kunci_pihak(mitra: Iterable[Mapping[str, str]]) -> str:
    """The parties, in whatever order and spelling."""
    return "|".join(sorted({kunci_nama(m["nama"]) for m in mitra}))


def kunci_isi(nilai: Mapping[str, Any]) -> tuple[str, str, str] | None:
    """Title, parties and date, by which an agreement without number is known; None if it lacks."""
    if not all(nilai.get(k) for k in ("judul", "mitra", "tanggal_ttd")):
        return None
    return lipat(nilai["judul"]), kunci_pihak(nilai["mitra"]), str(nilai["tanggal_ttd"])


def _nomor_pemda(mentah: Mapping[str, str], catatan: _Catatan) -> str:
    nomor = [tanpa_kata_nomor(n) for n in pisah(mentah.get("nomor_pemda", ""))]
    if len(nomor) > 1:
        kata = f"Ada {len(nomor)} nomor pemerintah daerah; disimpan bersama sebagai satu."
        catatan.tambah("nomor_pemda", kata, ragu=True)
    return " | ".join(nomor)


def _jenis_pada_kolomnya(mentah: Mapping[str, str], catatan: _Catatan) -> Mapping[str, str]:
    """Lists that call the kind of document `jenis kerja sama` are read as they are meant."""
    teks = mentah.get("jenis_kerja_sama", "").strip()
    if mentah.get("jenis", "").strip() or baca_kerja_sama(teks) or not jenis_naskah(lipat(teks)):
        return mentah
    kata = f"“{teks[:80]}” jenis naskah, bukan jenis kerja sama; dibaca sebagai jenis naskah."
    catatan.tambah("jenis_kerja_sama", kata)
    return {**mentah, "jenis": teks, "jenis_kerja_sama": ""}


def _jenis(isi: Mapping[str, str], bawaan: Bawaan) -> JenisTerbaca:
    terbaca = baca_jenis_naskah(isi.get("jenis", ""), isi.get("judul", ""))
    if terbaca.nilai or isi.get("jenis") or not bawaan.jenis:
        return terbaca
    label = JenisNaskah(bawaan.jenis).label
    kata = f"Jenis naskah kosong; diisi {label} menurut pilihan untuk seluruh daftar."
    return JenisTerbaca(bawaan.jenis, (kata,))


def _nama_mitra(mentah: Mapping[str, str], catatan: _Catatan, sendiri: Sendiri) -> list[str]:
    """The parties that the cell names, each once, without the own government."""
    terbaca = pisah_pihak(mentah.get("mitra", ""))
    semua = [n for n in terbaca.nama if n not in sendiri]
    nama = list({kunci_nama(n): n for n in reversed(semua)}.values())[::-1]
    catatan.tambah("mitra", *terbaca.catatan)
    catatan.tambah("mitra", *terbaca.ragu, ragu=True)
    for satu in terbaca.nama:
        if satu in sendiri:
            kata = f"“{satu[:80]}” pemerintah daerah sendiri; tidak dicatat sebagai mitra."
            catatan.tambah("mitra", kata, ragu=sendiri.unit(satu))
    if not nama:
        catatan.tambah("mitra", "Mitra kosong; isi mitranya.", ragu=True)
    if len(nama) > 1 and not (terbaca.catatan or terbaca.ragu):
        catatan.tambah("mitra", f"Dibaca sebagai {len(nama)} mitra.")
    if len(nama) < len(semua):
        catatan.tambah("mitra", "Ada mitra yang ditulis dua kali; dicatat sekali.")
    return nama


def _mitra(
    nama: list[str],
    isi: Mapping[str, str],
    semua_nomor: list[str],
    catatan: _Catatan,
    bawaan: Bawaan,
) -> list[dict[str, str]]:
    if not nama:
        return []
    nomor = _nomor_mitra(semua_nomor, len(nama), catatan)
    jenis = [baca_jenis_mitra(isi.get("jenis_mitra", ""), n) for n in nama]
    terima = bawaan.jenis_mitra_dari_nama
    ragu = any(j.ragu and not (terima and j.dari_nama) for j in jenis)
    if len({j.catatan for j in jenis}) > 1:
        kata = "Jenis tiap mitra diusulkan dari namanya; periksa satu per satu."
        catatan.tambah("jenis_mitra", kata, ragu=ragu)
    else:
        catatan.tambah("jenis_mitra", *jenis[0].catatan, ragu=ragu)
    _periksa_jenis(nama, jenis, catatan)
    return [
        {
            "nama": catatan.potong("mitra", satu, NAMA_TERPANJANG),
            "jenis": jenis[i].nilai,
            "nomor": nomor[i] if i < len(nomor) else "",
        }
        for i, satu in enumerate(nama)
    ]


def _periksa_jenis(nama: list[str], jenis: list[JenisTerbaca], catatan: _Catatan) -> None:
    """One kind in the cell for several parties is not taken for one whose name says otherwise."""
    for satu, terbaca in zip(nama, jenis, strict=True):
        menurut_nama = jenis_dari_nama(satu)
        if len(nama) > 1 and not terbaca.dari_nama and menurut_nama not in {"", terbaca.nilai}:
            label = JenisMitra(menurut_nama).label
            kata = f"“{satu[:60]}” menurut namanya {label}; pilih jenis tiap mitra."
            catatan.tambah("jenis_mitra", kata, ragu=True)


def _nomor_mitra(semua: list[str], banyak: int, catatan: _Catatan) -> list[str]:
    """One number each, in their order; none when they cannot be paired."""
    nomor = [n for n in semua if kunci_nomor(n)]
    if bukan := [n for n in semua if not kunci_nomor(n)]:
        catatan.tambah("nomor_mitra", f"“{bukan[0]}” bukan nomor; tidak dipakai.")
    if len(nomor) > 1 and len(nomor) != banyak:
        kata = f"Ada {len(nomor)} nomor untuk {banyak} mitra; isikan nomor tiap mitra."
        catatan.tambah("nomor_mitra", kata, ragu=True)
        return []
    if banyak > 1 and nomor:
        kata = "Nomor dipasangkan dengan mitra menurut urutannya; periksa pasangannya."
        catatan.tambah("nomor_mitra", kata, ragu=True)
    return [catatan.potong("nomor_mitra", n, NOMOR_TERPANJANG) for n in nomor]


def _lepas(semua: list[str], mitra: list[dict[str, str]]) -> list[str]:
    """Numbers that belong to no party yet."""
    if any(m["nomor"] for m in mitra):
        return []
    return [n for n in semua if kunci_nomor(n)]


def _judul(
    isi: Mapping[str, str],
    nomor: str,
    mitra: list[dict[str, str]],
    catatan: _Catatan,
    bawaan: Bawaan,
) -> str:
    judul = isi.get("judul", "")
    if not judul.strip(" -"):
        usul = _judul_usulan(isi, nomor, mitra)
        # Only a row with its own number is known by it: its title can be mended later.
        diterima = bawaan.judul_usulan and bool(kunci_nomor(nomor))
        menurut = "diisi" if diterima else "diusulkan"
        pilihan = " menurut pilihan untuk seluruh daftar" if diterima else ""
        catatan.tambah("judul", f"Judul kosong; {menurut} “{usul}”{pilihan}.", ragu=not diterima)
        return usul
    if len(judul) > JUDUL_PANJANG:
        catatan.tambah("judul", f"Judul panjang ({len(judul)} huruf).")
    if awal := next((k for k in BELUM_NASKAH if lipat(judul).startswith(k)), ""):
        kata = f"Judul diawali “{awal}”; pastikan naskahnya sudah ditandatangani."
        catatan.tambah("judul", kata, ragu=True)
    return catatan.potong("judul", judul, JUDUL_TERPANJANG)


def _judul_usulan(isi: Mapping[str, str], nomor: str, mitra: list[dict[str, str]]) -> str:
    """`Nota Kesepakatan Nomor 9 dengan Universitas A dan 2 mitra lain`."""
    usul = isi.get("jenis", "") or "Kerja sama"
    if kunci_nomor(nomor):
        usul = f"{usul} Nomor {nomor}"
    if mitra:
        lain = f" dan {len(mitra) - 1} mitra lain" if len(mitra) > 1 else ""
        usul = f"{usul} dengan {mitra[0]['nama']}{lain}"
    return usul[:JUDUL_TERPANJANG]
