"""A mitra's draft that a colleague saved meanwhile: both wordings, nothing lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inti.forms.bentrok import KOSONG, Beda, Bentrok, kata, kata_baris
from pelaporan.domain.formulir import JenisIsian

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pelaporan.domain.formulir import Definisi, Isian


def bandingkan_isian(
    definisi: Definisi, ketikan: Mapping[str, Any], tersimpan: Mapping[str, Any], alasan: str
) -> Bentrok:
    """Every field in which what was typed is not what is stored by now."""
    beda = [
        Beda(satu.label, _kata(satu, ketikan[satu.kode]), _kata(satu, tersimpan.get(satu.kode)))
        for satu in definisi.isian
        if satu.kode in ketikan
    ]
    return Bentrok([], [b for b in beda if b.saya != b.tersimpan], alasan)


def _kata(isian: Isian, nilai: Any) -> str:
    """A value as text; a table row by row."""
    if isian.jenis != JenisIsian.TABEL:
        return kata(nilai, dict(isian.pilihan))
    baris = (
        kata_baris((kolom.label, _kata(kolom, satu.get(kolom.kode))) for kolom in isian.kolom)
        for satu in nilai or ()
    )
    return "\n".join(b for b in baris if b != KOSONG) or KOSONG
