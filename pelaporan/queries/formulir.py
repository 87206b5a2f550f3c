"""The form definition of a report, and the kewajiban its rows stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Q

from kerjasama.enums import JenisButir, PihakButir
from pelaporan.domain.formulir import (
    TEKS_TERPANJANG,
    URAIAN_TERPANJANG,
    ButirKewajiban,
    baca,
    bersihkan_semua,
    kurang,
)
from pelaporan.enums import JenisIsian

if TYPE_CHECKING:
    from pelaporan.domain.formulir import Definisi, Isian, Kurang
    from pelaporan.models import FormulirLaporan, KewajibanLaporan, LaporanMitra

KEWAJIBAN = (JenisButir.KEWAJIBAN, JenisButir.TUGAS)


def definisi(formulir: FormulirLaporan) -> Definisi:
    """The form as the domain reads it."""
    return baca(formulir.definisi)


def butir_kewajiban(kewajiban: KewajibanLaporan) -> list[ButirKewajiban]:
    """What this mitra owes by the naskah: its own items, and those of the mitra in general."""
    milik = kewajiban.naskah.butir.filter(
        Q(mitra=None) | Q(mitra=kewajiban.mitra_id),
        pihak=PihakButir.MITRA,
        jenis__in=KEWAJIBAN,
        diakhiri_pada=None,
    )
    return [ButirKewajiban(b.pk, b.uraian, b.target) for b in milik]


def isi_bawaan(
    definisi: Definisi, kewajiban: KewajibanLaporan, butir: list[ButirKewajiban]
) -> dict[str, Any]:
    """What a new draft begins with: facts that the register already holds."""
    naskah = kewajiban.naskah
    fakta = {
        "judul_laporan": f"{kewajiban.sebutan}: {naskah.judul}"[:TEKS_TERPANJANG],
        "maksud_tujuan": naskah.maksud_tujuan[:URAIAN_TERPANJANG],
        "ruang_lingkup": naskah.ruang_lingkup[:URAIAN_TERPANJANG],
    }
    isi: dict[str, Any] = {}
    for isian in definisi.isian:
        if isian.jenis == JenisIsian.TABEL:
            isi[isian.kode] = [_baris_bawaan(isian, b) for b in butir if isian.per_kewajiban]
        elif isian.bawaan:
            isi[isian.kode] = fakta.get(isian.bawaan, "")
    return isi


def _baris_bawaan(isian: Isian, butir: ButirKewajiban) -> dict[str, Any]:
    target = {k.kode: butir.target for k in isian.kolom if k.bawaan == "target"}
    return {"kewajiban": butir.kunci} | target


def isi_terkini(laporan: LaporanMitra, butir: list[ButirKewajiban]) -> dict[str, Any]:
    """The draft with a row for each kewajiban that the naskah lists today."""
    return bersihkan_semua(definisi(laporan.formulir), laporan.isi, butir)


def kekurangan(laporan: LaporanMitra) -> list[Kurang]:
    """Every required field that is still empty, in the order of the form."""
    jumlah = laporan.berkas.filter(putaran=0).count()
    bentuk = definisi(laporan.formulir)
    isi = isi_terkini(laporan, butir_kewajiban(laporan.kewajiban))
    return kurang(bentuk, isi, jumlah_berkas=jumlah)
