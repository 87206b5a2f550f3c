"""Proposals of planned days for what is owed and not begun."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from inti.hari_kerja import hari_kerja_antara
from pengawasan.domain.beban import pekan, per_pekan
from pengawasan.domain.perataan import Butir, jendela, ratakan
from pengawasan.domain.susulan import susulkan
from pengawasan.enums import StatusJadwal, StatusKegiatan
from pengawasan.queries.beban import jangkar_jadwal
from pengawasan.queries.kunjungan import area_naskah, hari_rencana, kegiatan_berlaku, tempat

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from pengawasan.domain.beban import Tugas
    from pengawasan.domain.perataan import Tempat, Usul
    from pengawasan.models import Jadwal
    from pengawasan.queries.beban import Beban

ULANGAN = 3


@dataclass(frozen=True)
class Usulan:
    """One row of the table: the obligation, its day now and the day proposed, and why."""

    jadwal: Jadwal
    kini: date | None
    usul: date
    alasan: str
    digabung: bool = False

    @property
    def nilai(self) -> str:
        """What its checkbox sends: the key, the day that was shown, the day proposed."""
        kini = self.kini.isoformat() if self.kini else "-"
        return f"{self.jadwal.pk}_{kini}_{self.usul.isoformat()}"


@dataclass(frozen=True)
class UsulanBeban:
    """The rows that would move, the load with them, and the fullest week before and after."""

    baris: list[Usulan]
    tugas: list[Tugas]
    puncak_semula: int
    puncak: int
    terlambat: int


def usulkan(beban: Beban, *, kapasitas: int, lebar: int) -> UsulanBeban:
    """Level what may move, and give what is late the first days with room.

    What follows is counted from the proposed days. Where it heaps up anew, the days are proposed
    again above that, a few times; of all tries the one with the lowest peak is taken.
    """
    bahan = _Bahan(beban, lebar)
    semula = puncak = max(per_pekan(beban.kini).values(), default=0)
    terbaik, nanti = None, beban.kini
    for _ in range(ULANGAN):
        usul = bahan.usulkan(nanti, kapasitas)
        nanti = beban.menurut({u.kunci: u.hari for u in usul})
        kini = max(per_pekan(nanti).values(), default=0)
        if terbaik is None or kini < puncak:
            terbaik, puncak = (usul, nanti), kini
        if puncak <= kapasitas:
            break
    usul, nanti = terbaik or ([], beban.kini)
    baris = [_baris(beban.jadwal[u.kunci], u) for u in usul]
    baris.sort(key=lambda b: (b.usul, b.jadwal.pk))
    return UsulanBeban(baris, nanti, semula, puncak, len(bahan.terlambat))


class _Bahan:
    """What may be planned anew, read once: within its window, or late."""

    def __init__(self, beban: Beban, lebar: int) -> None:
        self.beban = beban
        belum = {pk: j for pk, j in beban.jadwal.items() if _belum_mulai(j)}
        self.dapat = {pk: j for pk, j in belum.items() if j.tenggat > beban.awal}
        self.terlambat = {pk: j for pk, j in belum.items() if _tanpa_hari(j, beban.awal)}
        area = area_naskah(j.naskah_id for j in self.dapat.values())
        self.butir = [_butir(j, lebar, beban.awal, area) for j in self.dapat.values()]

    def usulkan(self, tugas: Iterable[Tugas], kapasitas: int) -> list[Usul]:
        """Other days than now, above everything else in `tugas`."""
        bebas = self.dapat.keys() | self.terlambat.keys()
        tetap = per_pekan(t for t in tugas if t.jadwal not in bebas)
        # Without a working day left in its window it stays where it is.
        tetap.update(pekan(b.kini) for b in self.butir if not b.boleh)
        rata = ratakan(self.butir, tetap, kapasitas=kapasitas)
        besok = self.beban.awal + timedelta(days=1)
        susulan = susulkan(
            [(pk, j.tenggat) for pk, j in self.terlambat.items()],
            tetap + Counter(pekan(u.hari) for u in rata.usul),
            kapasitas=kapasitas,
            awal=besok,
            akhir=self.beban.akhir,
        )
        return [u for u in (*rata.usul, *susulan) if _bergeser(self.beban.jadwal[u.kunci], u)]


def _belum_mulai(jadwal: Jadwal) -> bool:
    """Owed, and nobody is assigned to it."""
    kegiatan = kegiatan_berlaku(jadwal)
    belum = kegiatan is None or kegiatan.status == StatusKegiatan.DIRENCANAKAN
    return jadwal.status == StatusJadwal.TERBUKA and belum


def _tanpa_hari(jadwal: Jadwal, per: date) -> bool:
    """Late, and not planned on a day to come."""
    rencana = hari_rencana(jadwal)
    return jadwal.tenggat < per and (rencana is None or rencana < per)


def _bergeser(jadwal: Jadwal, usul: Usul) -> bool:
    return usul.hari != (hari_rencana(jadwal) or jadwal.tenggat)


def _baris(jadwal: Jadwal, usul: Usul) -> Usulan:
    return Usulan(jadwal, hari_rencana(jadwal), usul.hari, usul.alasan, usul.digabung)


def _butir(jadwal: Jadwal, lebar: int, per: date, area: Mapping[int, Tempat]) -> Butir:
    tenggat = jadwal.tenggat
    jangkar = jangkar_jadwal(jadwal) or tenggat - timedelta(days=lebar + 1)
    awal, akhir = jendela(jangkar=jangkar, tenggat=tenggat, lebar=lebar, per=per)
    kini = max(hari_rencana(jadwal) or tenggat, per)
    return Butir(jadwal.pk, kini, tuple(hari_kerja_antara(awal, akhir)), tempat(jadwal, area))
