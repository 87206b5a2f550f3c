"""What is owed of a naskah and what was done: planned once for all that share dates and interval.

The plan depends on facts alone, so naskah of one signing date, term and interval have the same
one, but for the words in which it names documents. These stand in it as marks, filled in for each.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.core.serializers.json import DjangoJSONEncoder

from inti.kalender import tambah_bulan
from kerjasama.enums import StatusNaskah
from kerjasama.models import Naskah
from pelaporan.queries.kewajiban import CAKRAWALA_BULAN
from pelaporan.services.kewajiban import nilai_kewajiban, tempo_wajib
from pengawasan.domain.fakta import Peristiwa
from pengawasan.queries.rencana import susun_rencana
from pengawasan.services.jadwal import nilai_jadwal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pengawasan.domain.fakta import AturanSiklus
    from pengawasan.enums import JenisKegiatan
    from pengawasan.queries.rencana import Rencana

NOMOR = "@@nomor@@"
KLAUSUL = "Pasal 9 ayat (2)"
# A key that no kegiatan has, for the first one, the second one, ...
KUNCI_KEGIATAN = 900_000_000_000_000
# Between the day of a kegiatan and that on which its berita acara was verified at the latest.
TUNTAS = timedelta(days=12)

BELUM_DICATAT = timedelta(days=3)


@dataclass(frozen=True)
class Masa:
    """Facts of a naskah, and how it is worked: after how many days, how often at most."""

    ttd: date
    akhir: date
    diakhiri: date | None = None
    mulai: date | None = None
    interval: int | None = None
    selang: int = 0
    paling_banyak: int = 4

    def status(self, per: date) -> StatusNaskah:
        """Where it stands on the day; an end of the last days is left to the night."""
        if self.diakhiri:
            return StatusNaskah.DIPUTUS
        return StatusNaskah.BERAKHIR if self.akhir < per - BELUM_DICATAT else StatusNaskah.BERLAKU


@dataclass(frozen=True)
class Giliran:
    """A turn as a row; `tanggal` is when it was carried out."""

    jenis: JenisKegiatan
    ke: int
    jatuh_tempo: date
    status: str
    alasan: str
    dasar: str
    tanggal: date | None = None


@dataclass(frozen=True)
class Laporan:
    """A report that the mitra owes, as a row."""

    ke: int
    jatuh_tempo: date
    batas: date
    dasar: str


@dataclass(frozen=True)
class Kerangka:
    """All of it, with marks in `dasar`."""

    giliran: list[Giliran] = field(default_factory=list)
    laporan: list[Laporan] = field(default_factory=list)
    lewat_pada: date | None = None
    berikutnya: date | None = None


def susun(masa: Masa | None, aturan: AturanSiklus, *, per: date) -> Kerangka:
    """Of a naskah with these facts, on the day; nothing of a draft (None)."""
    if masa is None:
        return Kerangka()
    naskah = _naskah(masa, per)
    peristiwa: list[Peristiwa] = []
    rencana = susun_rencana(naskah, peristiwa, aturan)
    while (berikut := _berikut(masa, rencana, peristiwa, per)) is not None:
        peristiwa.append(berikut)
        rencana = susun_rencana(naskah, peristiwa, aturan)
    tempo, berikutnya = tempo_wajib(naskah, aturan, sampai=tambah_bulan(per, CAKRAWALA_BULAN))
    return Kerangka(
        giliran=_giliran(rencana, per),
        laporan=[_laporan(satu.ke, nilai_kewajiban(naskah, satu)) for satu in tempo],
        lewat_pada=rencana.lewat_pada,
        berikutnya=berikutnya,
    )


def isi(dasar: str, nomor: str, kegiatan: Sequence[tuple[int, str]]) -> str:
    """The explanation of one naskah: its number; key and berita acara of each kegiatan."""
    teks = dasar.replace(NOMOR, nomor)
    for ke, (kunci, berita_acara) in enumerate(kegiatan):
        teks = teks.replace(_tanda(ke), berita_acara)
        teks = teks.replace(str(KUNCI_KEGIATAN + ke), str(kunci))
    return teks


def _tanda(ke: int) -> str:
    return f"@@berita acara {ke}@@"


def _naskah(masa: Masa, per: date) -> Naskah:
    """As the plan wants to see it; it is never saved."""
    return Naskah(
        status=masa.status(per),
        nomor=NOMOR,
        tanggal_ttd=masa.ttd,
        tanggal_berakhir=masa.akhir,
        tanggal_diakhiri=masa.diakhiri,
        mulai_pengawasan=masa.mulai,
        interval_pemantauan=masa.interval,
        interval_evaluasi=masa.interval,
        interval_laporan=masa.interval,
        klausul_interval=KLAUSUL if masa.interval else "",
    )


def _berikut(
    masa: Masa, rencana: Rencana, peristiwa: Sequence[Peristiwa], per: date
) -> Peristiwa | None:
    """The event that satisfies what is owed, if it came to that by the day."""
    kini, ke = rencana.terhutang, len(peristiwa)
    if kini is None or ke >= masa.paling_banyak:
        return None
    # The first on its day, so that a series goes on from its anchor; others as they came.
    tanggal = kini.jatuh_tempo + timedelta(days=masa.selang if ke else 0)
    if tanggal > per - TUNTAS:
        return None
    dokumen = f"berita acara {_tanda(ke)}"
    return Peristiwa(kini.jenis, tanggal, dokumen=dokumen, kegiatan=KUNCI_KEGIATAN + ke)


def _giliran(rencana: Rencana, per: date) -> list[Giliran]:
    semua, terhutang = [], rencana.terhutang
    for kewajiban in rencana.dicatat(per, ditutup=False):
        nilai = nilai_jadwal(kewajiban, terhutang=kewajiban is terhutang)
        semua.append(
            Giliran(
                jenis=kewajiban.jenis,
                ke=kewajiban.ke,
                jatuh_tempo=nilai["jatuh_tempo"],
                status=nilai["status"].value,
                alasan=nilai["alasan_status"],
                dasar=_json(nilai["dasar"]),
                tanggal=kewajiban.dipenuhi.tanggal if kewajiban.dipenuhi else None,
            )
        )
    return semua


def _laporan(ke: int, nilai: dict[str, Any]) -> Laporan:
    return Laporan(ke, nilai["jatuh_tempo"], nilai["batas"], _json(nilai["dasar"]))


def _json(nilai: Any) -> str:
    return json.dumps(nilai, cls=DjangoJSONEncoder)
