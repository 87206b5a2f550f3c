"""What a list says of the supervision so far: last pemantauan, last evaluasi, its beginning."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from inti.formats import tanggal_indonesia
from kerjasama.domain.baca_tanggal import Bacaan, KebiasaanKolom, baca_tanggal
from kerjasama.domain.kolom import LABEL, TANGGAL_PENGAWASAN
from kerjasama.domain.peringatan import Peringatan

if TYPE_CHECKING:
    from collections.abc import Mapping

MENURUT_DAFTAR = "Dicatat menurut daftar, belum diverifikasi; jadwal pengawasan dihitung darinya."


@dataclass
class Riwayat:
    """Plain values as they stand in a proposal (`usulan_…` where a person must choose)."""

    nilai: dict[str, Any] = field(default_factory=dict)
    peringatan: list[Peringatan] = field(default_factory=list)


def baca_riwayat(
    isi: Mapping[str, str], kolom: KebiasaanKolom, *, ttd: date | None, per: date | None
) -> Riwayat:
    """Read the three columns. Nothing is known of a list that lacks them."""
    hasil = Riwayat()
    for nama in TANGGAL_PENGAWASAN:
        bacaan = baca_tanggal(isi.get(nama, ""), kolom=kolom)
        keberatan = _keberatan(nama, bacaan.nilai, ttd, per)
        hasil.peringatan += [Peringatan(nama, p, bacaan.ragu) for p in bacaan.catatan]
        if keberatan:
            hasil.peringatan.append(Peringatan(nama, keberatan, ragu=True))
        elif bacaan.nilai and nama != "mulai_pengawasan":
            hasil.peringatan.append(Peringatan(nama, MENURUT_DAFTAR))
        hasil.nilai |= _nilai(nama, bacaan, diragukan=bool(keberatan) or bacaan.ragu)
    return hasil


def _nilai(nama: str, bacaan: Bacaan, *, diragukan: bool) -> dict[str, Any]:
    """A doubtful date is proposed, never taken."""
    usulan = [bacaan.nilai] if bacaan.nilai and diragukan else list(bacaan.usulan)
    pasti = bacaan.nilai.isoformat() if bacaan.nilai and not diragukan else None
    return {nama: pasti, f"usulan_{nama}": [t.isoformat() for t in usulan if t]}


def _keberatan(nama: str, nilai: date | None, ttd: date | None, per: date | None) -> str:
    """Why the date cannot be as it stands."""
    if nilai is None:
        return ""
    sebut = f"{LABEL[nama]} {tanggal_indonesia(nilai)}"
    if ttd and nilai < ttd:
        return f"{sebut} sebelum tanggal penandatanganan; periksa tanggalnya."
    if per and nilai > per and nama != "mulai_pengawasan":
        return f"{sebut} masih di masa depan; periksa tanggalnya."
    return ""
