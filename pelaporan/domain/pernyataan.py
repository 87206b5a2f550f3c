"""What a round of the mitra's report says of the items of its naskah, for the ledger."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kerjasama.domain.pernyataan import BarisKewajiban, BarisUang
from pelaporan.enums import JenisIsian

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pelaporan.domain.formulir import Definisi

# The columns by which a form tells of its contributions.
KOLOM_UANG = {"jatuh_tempo", "dibayar", "tunggakan"}


def kewajiban(
    definisi: Definisi, isi: Mapping[str, Any], berkas: Mapping[str, int]
) -> tuple[BarisKewajiban, ...]:
    """The rows that stand for items of the naskah; `berkas` are the files of the round by name."""
    return tuple(
        BarisKewajiban(
            butir=satu["kewajiban"],
            persen=Decimal(satu["persen"]) if satu.get("persen") else None,
            realisasi=satu.get("realisasi") or "",
            bukti=satu.get("bukti") or "",
            berkas=_disebut(satu.get("bukti") or "", berkas),
        )
        for tabel in definisi.isian
        if tabel.per_kewajiban
        for satu in isi.get(tabel.kode) or ()
        if satu.get("kewajiban")
    )


def uang(definisi: Definisi, isi: Mapping[str, Any]) -> tuple[BarisUang, ...]:
    """The rows of every table that has the columns of a contribution, where they are filled."""
    return tuple(
        BarisUang(
            uraian=satu.get("uraian") or "",
            jatuh_tempo=date.fromisoformat(satu["jatuh_tempo"]),
            dibayar=satu["dibayar"],
            tunggakan=satu["tunggakan"],
        )
        for satu in _baris_uang(definisi, isi)
        if all(satu.get(kolom) is not None for kolom in KOLOM_UANG)
    )


def _baris_uang(definisi: Definisi, isi: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for tabel in definisi.isian:
        if tabel.jenis == JenisIsian.TABEL and {k.kode for k in tabel.kolom} >= KOLOM_UANG:
            yield from isi.get(tabel.kode) or ()


def _disebut(bukti: str, berkas: Mapping[str, int]) -> tuple[int, ...]:
    """The files that a row names, as the form asks it to."""
    return tuple(pk for nama, pk in berkas.items() if nama.casefold() in bukti.casefold())
