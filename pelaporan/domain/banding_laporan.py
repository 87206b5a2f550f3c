"""A report beside the one before it: field by field, figures with their difference.

The two may be of different versions of the form: a field is the same when its code and its kind
are, a row of a table when it stands for the same kewajiban or has the same words.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from inti.formats import ribuan, rupiah
from pelaporan.domain.formulir import URAIAN, bersihkan, bersihkan_baris, terisi
from pelaporan.domain.isi_laporan import kata
from pelaporan.enums import JenisIsian

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pelaporan.domain.formulir import ButirKewajiban, Definisi, Isian

BERANGKA = (JenisIsian.ANGKA, JenisIsian.PERSEN, JenisIsian.RUPIAH)


@dataclass(frozen=True)
class BarisBanding:
    """One value then and now; `selisih` is empty where nothing can be subtracted."""

    label: str
    dulu: str
    kini: str
    selisih: str = ""

    @property
    def berubah(self) -> bool:
        """Whether it reads otherwise than before."""
        return self.dulu != self.kini


@dataclass(frozen=True)
class BagianBanding:
    """One section."""

    judul: str
    baris: tuple[BarisBanding, ...]


def banding(
    definisi: Definisi, kini: Mapping[str, Any], definisi_dulu: Definisi, dulu: Mapping[str, Any]
) -> list[BagianBanding]:
    """Every section of the form as it is now; what the old form did not ask is a dash."""
    sama = _sama(definisi_dulu, dulu)
    bagian = (
        BagianBanding(
            b.judul,
            tuple(
                baris
                for i in b.isian
                if i.jenis != JenisIsian.BERKAS
                for baris in _isian(i, kini.get(i.kode), sama.get((i.kode, i.jenis)))
            ),
        )
        for b in definisi.bagian
    )
    return [b for b in bagian if b.baris]


def salin(
    definisi: Definisi,
    kode: str,
    definisi_dulu: Definisi,
    dulu: Mapping[str, Any],
    butir: Sequence[ButirKewajiban],
) -> dict[str, Any]:
    """The value of one field as it was, to be written again; empty when there is none.

    Raises IsianSalahError when it no longer fits.
    """
    isian = next((i for i in definisi.isian if i.kode == kode), None)
    if isian is None:
        return {}
    nilai = _sama(definisi_dulu, dulu).get((kode, isian.jenis))
    if nilai is None or not terisi(nilai):
        return {}
    tabel = isian.jenis == JenisIsian.TABEL
    return {kode: bersihkan_baris(isian, nilai, butir) if tabel else bersihkan(isian, nilai)}


def _sama(definisi: Definisi, isi: Mapping[str, Any]) -> dict[tuple[str, JenisIsian], Any]:
    return {(i.kode, i.jenis): isi.get(i.kode) for i in definisi.isian}


def _isian(isian: Isian, kini: Any, dulu: Any) -> Iterator[BarisBanding]:
    if isian.jenis != JenisIsian.TABEL:
        yield _baris(isian.label, isian, kini, dulu)
        return
    lama = dict(_bernama(isian, dulu or ()))
    baru = dict(_bernama(isian, kini or ()))
    for nama in dict.fromkeys([*baru, *lama]):
        sel, sel_lama = baru.get(nama, {}), lama.get(nama, {})
        judul = sel.get("uraian") or sel_lama.get("uraian") or f"baris {nama[-1]}"
        for kolom in isian.kolom:
            satu = _baris(
                f"{judul}: {kolom.label}", kolom, sel.get(kolom.kode), sel_lama.get(kolom.kode)
            )
            if kolom.kode != URAIAN.kode and (terisi(sel.get(kolom.kode)) or satu.berubah):
                yield satu


def _bernama(
    isian: Isian, baris: Sequence[Mapping[str, Any]]
) -> Iterator[tuple[tuple[Any, ...], Mapping[str, Any]]]:
    """Rows by what makes them the same row: their kewajiban, else their words, else their place.

    The same words twice are told apart by their turn.
    """
    kali: Counter[str] = Counter()
    for nomor, satu in enumerate(baris, start=1):
        kata_baris = str(satu.get("uraian") or "").casefold()
        kali[kata_baris] += 1
        if butir := satu.get("kewajiban"):
            yield ("butir", butir), satu
        elif kata_baris:
            yield ("kata", kata_baris, kali[kata_baris]), satu
        else:
            yield ("baris", nomor), satu


def _baris(label: str, isian: Isian, kini: Any, dulu: Any) -> BarisBanding:
    selisih = ""
    if isian.jenis in BERANGKA and terisi(kini) and terisi(dulu):
        selisih = _selisih(isian.jenis, Decimal(str(kini)) - Decimal(str(dulu)))
    return BarisBanding(label, kata(isian, dulu), kata(isian, kini), selisih)


def _selisih(jenis: JenisIsian, beda: Decimal) -> str:
    """`+Rp1.000`, `−5 poin`, `tetap`."""
    if not beda:
        return "tetap"
    tanda, besar = ("+" if beda > 0 else "−"), abs(beda)
    if jenis == JenisIsian.RUPIAH:
        return f"{tanda}{rupiah(besar)}"
    return f"{tanda}{ribuan(besar)}{' poin' if jenis == JenisIsian.PERSEN else ''}"
