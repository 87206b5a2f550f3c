"""The load that obligations make, week by week; and what another interval or size would make.

What is owed and what follows is seen as done on its planned day, else on its due date. What is
late weighs on the present week, and what follows it is counted from there.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from inti.kalender import tambah_bulan
from pengawasan.enums import JenisKegiatan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

LAIN = {
    JenisKegiatan.PEMANTAUAN: JenisKegiatan.EVALUASI,
    JenisKegiatan.EVALUASI: JenisKegiatan.PEMANTAUAN,
}


@dataclass(frozen=True)
class Tugas:
    """One obligation as load. `jadwal` and `naskah` are keys, None for what is imagined."""

    jenis: JenisKegiatan
    jatuh_tempo: date
    hari: date
    jadwal: int | None = None
    naskah: int | None = None
    unit: tuple[int, ...] = ()
    orang: tuple[int, ...] = ()
    keterangan: str = ""


@dataclass(frozen=True)
class Rantai:
    """From where the turns of one naskah are counted: anchor, months so far, the next kind."""

    jangkar: date
    bulan: int
    jenis: JenisKegiatan
    interval: Mapping[JenisKegiatan, int]
    berakhir: date | None = None


def pekan(hari: date) -> date:
    """The Monday of the ISO week."""
    return hari - timedelta(days=hari.weekday())


def pekan_antara(awal: date, akhir: date) -> list[date]:
    """The Mondays of all weeks from one day to another."""
    senin, terakhir = pekan(awal), pekan(akhir)
    return [senin + timedelta(weeks=n) for n in range((terakhir - senin).days // 7 + 1)]


def giliran(rantai: Rantai, *, sampai: date, per: date) -> Iterator[tuple[JenisKegiatan, date]]:
    """Kind and due date of each turn, each done on its day; a late one today, then from there."""
    jangkar, bulan, jenis = rantai.jangkar, rantai.bulan, rantai.jenis
    while True:
        bulan += rantai.interval[jenis]
        tempo = tambah_bulan(jangkar, bulan)
        if tempo > sampai or (rantai.berakhir is not None and tempo > rantai.berakhir):
            return
        yield jenis, tempo
        if tempo < per:
            jangkar, bulan = per, 0
        jenis = LAIN[jenis]


def hari_tanda_tangan(banyak: int, mulai: date, bulan: int) -> list[date]:
    """So many days evenly over the months from a day on; without months all on that day."""
    lama = (tambah_bulan(mulai, bulan) - mulai).days
    return [mulai + timedelta(days=lama * n // banyak) for n in range(banyak)]


def naskah_baru(
    ditandatangani: Iterable[date],
    *,
    interval: Mapping[JenisKegiatan, int],
    sampai: date,
    unit: tuple[int, ...] = (),
    orang: tuple[int, ...] = (),
) -> list[Tugas]:
    """What naskah signed on those days would owe, each a burden of the units and the people."""
    return [
        Tugas(jenis, tempo, tempo, unit=unit, orang=orang, keterangan=f"naskah baru ke-{ke}")
        for ke, ttd in enumerate(ditandatangani, start=1)
        for jenis, tempo in giliran(
            Rantai(ttd, 0, JenisKegiatan.PEMANTAUAN, interval), sampai=sampai, per=ttd
        )
    ]


def tanpa_anggota(tugas: Sequence[Tugas], orang: int) -> list[Tugas]:
    """Without that person: what was his alone goes to whom it weighs least in that week."""
    lain = sorted({o for t in tugas for o in t.orang} - {orang})
    sepekan = Counter((pekan(t.hari), o) for t in tugas for o in t.orang)
    seluruh = Counter(o for t in tugas for o in t.orang)
    hasil = []
    for satu in tugas:
        sisa = tuple(o for o in satu.orang if o != orang)
        if sisa != satu.orang and not sisa and lain:
            senin = pekan(satu.hari)
            pengganti = min(lain, key=lambda o: (sepekan[senin, o], seluruh[o], o))
            sepekan[senin, pengganti] += 1
            seluruh[pengganti] += 1
            sisa = (pengganti,)
        hasil.append(satu if sisa == satu.orang else replace(satu, orang=sisa))
    return hasil


def per_pekan(tugas: Iterable[Tugas]) -> Counter[date]:
    """How many in each week, by its Monday."""
    return Counter(pekan(t.hari) for t in tugas)


def per_unit(tugas: Iterable[Tugas]) -> Counter[int]:
    """How many for each unit; what several share counts for each."""
    return Counter(u for t in tugas for u in t.unit)


def per_orang(tugas: Iterable[Tugas]) -> Counter[int]:
    """How many for each person."""
    return Counter(o for t in tugas for o in t.orang)
