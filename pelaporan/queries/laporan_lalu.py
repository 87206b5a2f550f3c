"""The report before this one, and the two side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import F

from pelaporan.domain.banding_laporan import banding, salin
from pelaporan.domain.formulir import baca
from pelaporan.domain.isi_laporan import IsianTampil, susunan
from pelaporan.models import PutaranLaporan
from pelaporan.queries.formulir import butir_kewajiban, definisi, isi_terkini

if TYPE_CHECKING:
    from pelaporan.domain.banding_laporan import BagianBanding
    from pelaporan.domain.formulir import Definisi
    from pelaporan.models import KewajibanLaporan, LaporanMitra


def laporan_lalu(kewajiban: KewajibanLaporan, *, diterima: bool = False) -> PutaranLaporan | None:
    """The last round of the newest earlier report of the same mitra on the same naskah.

    Of a periodic report the earlier periodic one. `diterima`: only one that was accepted.
    """
    semua = PutaranLaporan.objects.filter(
        ke=F("laporan__putaran"),
        laporan__kewajiban__naskah=kewajiban.naskah_id,
        laporan__kewajiban__mitra=kewajiban.mitra_id,
        laporan__kewajiban__jatuh_tempo__lte=kewajiban.jatuh_tempo,
    ).exclude(laporan__kewajiban=kewajiban)
    if kewajiban.permintaan_id is None:
        semua = semua.filter(laporan__kewajiban__permintaan=None)
    if diterima:
        semua = semua.filter(hasil="diterima")
    urut = semua.order_by("-laporan__kewajiban__jatuh_tempo", "-disampaikan_pada", "-pk")
    return urut.select_related("laporan__kewajiban__mitra").first()


def isi_putaran(putaran: PutaranLaporan) -> tuple[Definisi, dict[str, Any]]:
    """The form and the content that a round was sent with."""
    return baca(putaran.isi["formulir"]["definisi"]), putaran.isi["isi"]


def isian_lalu(lalu: PutaranLaporan | None) -> dict[str, IsianTampil]:
    """What was said last time, by the code of its field; only what was filled in."""
    if lalu is None:
        return {}
    return {i.kode: i for b in susunan(*isi_putaran(lalu)) for i in b.isian if i.terisi}


def salinan(laporan: LaporanMitra, kode: str) -> dict[str, Any]:
    """One field of the draft as it was last time. Raises IsianSalahError when it no longer fits."""
    lalu = laporan_lalu(laporan.kewajiban)
    if lalu is None:
        return {}
    butir = butir_kewajiban(laporan.kewajiban)
    return salin(definisi(laporan.formulir), kode, *isi_putaran(lalu), butir)


def banding_draf(laporan: LaporanMitra, lalu: PutaranLaporan) -> list[BagianBanding]:
    """The working copy beside the report before it."""
    isi = isi_terkini(laporan, butir_kewajiban(laporan.kewajiban))
    return banding(definisi(laporan.formulir), isi, *isi_putaran(lalu))


def banding_putaran(putaran: PutaranLaporan, lalu: PutaranLaporan) -> list[BagianBanding]:
    """A round that was sent beside the report before it."""
    return banding(*isi_putaran(putaran), *isi_putaran(lalu))
