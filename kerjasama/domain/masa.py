"""The life of an agreement on one row: signing, end and term read together."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from inti.formats import tanggal_indonesia
from kerjasama.domain.baca_jangka import Jangka, baca_jangka, sebutan_lama
from kerjasama.domain.baca_tanggal import (
    Bacaan,
    KebiasaanKolom,
    baca_tanggal,
    tahun_dari_nomor,
)
from kerjasama.domain.peringatan import Peringatan
from kerjasama.enums import JenisNaskah

if TYPE_CHECKING:
    from collections.abc import Mapping

TTD, AKHIR, JANGKA = "tanggal_tanda_tangan", "tanggal_berakhir", "jangka_waktu"
# Kesepakatan Bersama run at most five years (Permendagri 22/2020).
BATAS_KESEPAKATAN = 60


PILIHAN = "menurut pilihan untuk seluruh daftar"


class Kosong(NamedTuple):
    """Whether a row without a date of signing is a draft, and one without an end has none."""

    draf: bool = False
    tanpa_akhir: bool = False


DITANYAKAN = Kosong()


@dataclass
class Masa:
    """What the three cells say together."""

    ttd: Bacaan
    akhir: Bacaan
    jangka: Jangka
    peringatan: list[Peringatan] = field(default_factory=list)

    def catat(self, kolom: str, *pesan: str, ragu: bool = False) -> None:
        """Add remarks about one cell."""
        self.peringatan.extend(Peringatan(kolom, p, ragu) for p in pesan)


def baca_masa(
    isi: Mapping[str, str],
    kolom: KebiasaanKolom,
    *,
    nomor: str,
    jenis: str,
    per: date | None,
    kosong: Kosong = DITANYAKAN,
) -> Masa:
    """Read signing, end and term; `per` is the day of reading, to find dates still to come.

    `kosong` is what a person said of cells in which nothing stands.
    """
    masa = Masa(
        ttd=baca_tanggal(isi.get(TTD, ""), kolom=kolom, nomor=nomor),
        akhir=baca_tanggal(isi.get(AKHIR, ""), kolom=kolom),
        jangka=baca_jangka(isi.get(JANGKA, "")),
    )
    _ttd(masa, isi.get(TTD, ""), nomor, per, draf=kosong.draf)
    _jangka(masa, jenis)
    if masa.akhir == Bacaan():
        _akhir_dihitung(masa, isi, tanpa_akhir=kosong.tanpa_akhir)
    else:
        _akhir_tertulis(masa)
    return masa


def _ttd(masa: Masa, teks: str, nomor: str, per: date | None, *, draf: bool) -> None:
    masa.catat(TTD, *masa.ttd.catatan, ragu=masa.ttd.ragu)
    nilai = masa.ttd.nilai
    if nilai is None:
        if draf and not teks.strip(" -"):
            masa.catat(TTD, f"Tanggal tanda tangan kosong; disimpan sebagai draf {PILIHAN}.")
        elif not masa.ttd.catatan:
            sebut = f"hanya berisi “{teks}”" if teks.strip(" -") else "kosong"
            kata = f"Tanggal tanda tangan {sebut}; tanpa tanggal, naskah disimpan sebagai draf."
            masa.catat(TTD, kata, ragu=True)
        return
    tahun = tahun_dari_nomor(nomor)
    if tahun and nilai.year not in tahun:
        sebut = ", ".join(map(str, sorted(tahun)))
        kata = f"Tahun pada nomor ({sebut}) berbeda dengan tahun tanggal ({nilai.year})."
        masa.catat(TTD, kata, ragu=True)
    if per and nilai > per:
        kata = f"{tanggal_indonesia(nilai)} masih di masa depan; periksa tanggalnya."
        masa.catat(TTD, kata, ragu=True)


def _jangka(masa: Masa, jenis: str) -> None:
    jangka = masa.jangka
    masa.catat(JANGKA, *jangka.catatan, ragu=jangka.ragu and masa.akhir.nilai is None)
    if jenis == JenisNaskah.KESEPAKATAN_BERSAMA and jangka.bulan > BATAS_KESEPAKATAN:
        kata = f"Kesepakatan Bersama paling lama 5 tahun, di sini {sebutan_lama(jangka.bulan)}."
        masa.catat(JANGKA, kata, ragu=True)


def _akhir_dihitung(masa: Masa, isi: Mapping[str, str], *, tanpa_akhir: bool) -> None:
    """No end was written: it follows from the term, or a person must say."""
    hitung = _menurut_jangka(masa)
    if len(hitung) == 1 and not masa.jangka.ragu and not masa.ttd.usulan:
        masa.akhir = Bacaan(hitung[0])
        masa.catat(AKHIR, f"Dihitung dari jangka waktu: {tanggal_indonesia(hitung[0])}.")
    elif hitung:
        masa.akhir = Bacaan(usulan=hitung)
        masa.catat(AKHIR, f"Menurut jangka waktu: {_atau(hitung)}; pastikan.", ragu=True)
    elif masa.ttd.nilai:
        sebut = _ringkas(isi.get(AKHIR, "")) or _ringkas(isi.get(JANGKA, ""))
        if tanpa_akhir and not sebut:
            masa.catat(AKHIR, f"Tanggal berakhir dan jangka waktu kosong; tanpa batas {PILIHAN}.")
            return
        sebut = f" (tertulis “{sebut}”)" if sebut else ""
        kata = f"Tanggal berakhir dan jangka waktu tidak diketahui{sebut}; isi atau terima kosong."
        masa.catat(AKHIR, kata, ragu=True)


def _akhir_tertulis(masa: Masa) -> None:
    """The end that was written must agree with signing and term."""
    hitung = _menurut_jangka(masa)
    akhir = masa.akhir
    cocok = [t for t in hitung if t in akhir.usulan]
    if akhir.ragu and len(cocok) == 1 and not masa.ttd.usulan:
        masa.akhir = Bacaan(cocok[0])
        kata = f"Dibaca {tanggal_indonesia(cocok[0])}, sesuai dengan jangka waktunya."
        masa.catat(AKHIR, kata)
        return
    masa.catat(AKHIR, *akhir.catatan, ragu=akhir.ragu)
    if akhir.nilai is None:
        masa.akhir = replace(akhir, usulan=tuple(dict.fromkeys([*akhir.usulan, *hitung])))
        return
    _periksa_urutan(masa, akhir.nilai, hitung)


def _periksa_urutan(masa: Masa, akhir: date, hitung: tuple[date, ...]) -> None:
    mungkin = [t for t in (masa.ttd.nilai, *masa.ttd.usulan) if t]
    saran = f" Menurut jangka waktunya: {_atau(hitung)}." if hitung else ""
    if mungkin and akhir < min(mungkin):
        kata = f"Tanggal berakhir {tanggal_indonesia(akhir)} sebelum tanggal tanda tangan.{saran}"
        masa.catat(AKHIR, kata, ragu=True)
        masa.akhir = Bacaan(usulan=hitung or (akhir,))
    elif hitung and not any(abs((akhir - t).days) <= 1 for t in hitung):
        kata = f"{tanggal_indonesia(akhir)} tidak sesuai dengan jangka waktunya.{saran}"
        masa.catat(AKHIR, kata, ragu=True)
        masa.akhir = Bacaan(usulan=tuple(dict.fromkeys([akhir, *hitung])))


def _menurut_jangka(masa: Masa) -> tuple[date, ...]:
    """The end that the term gives, for each way signing can be read."""
    mulai = [masa.ttd.nilai, *masa.ttd.usulan]
    hitung = (masa.jangka.akhir(t) for t in mulai)
    return tuple(dict.fromkeys(t for t in hitung if t))


def _atau(tanggal: tuple[date, ...]) -> str:
    return " atau ".join(map(tanggal_indonesia, tanggal))


def _ringkas(teks: str) -> str:
    teks = " ".join(teks.split()).strip(" -.")
    return teks if len(teks) <= 80 else f"{teks[:79]}…"
