"""Proposals of planned days for what is open, and not begun."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from inti.hari_kerja import hari_kerja_antara
from pengawasan.domain.beban import pekan
from pengawasan.domain.perataan import Butir, jendela, ratakan
from pengawasan.enums import StatusJadwal, StatusKegiatan
from pengawasan.queries.beban import hari_rencana, jangkar_jadwal, kegiatan_berlaku, tempat

if TYPE_CHECKING:
    from datetime import date

    from pengawasan.models import Jadwal
    from pengawasan.queries.beban import Beban


@dataclass(frozen=True)
class Usulan:
    """One row of the table: the obligation, its day now and the day proposed, and why."""

    jadwal: Jadwal
    kini: date | None
    usul: date
    alasan: str

    @property
    def nilai(self) -> str:
        """What its checkbox sends: the key, the day that was shown, the day proposed."""
        kini = self.kini.isoformat() if self.kini else "-"
        return f"{self.jadwal.pk}_{kini}_{self.usul.isoformat()}"


@dataclass(frozen=True)
class UsulanBeban:
    """The rows that would move, and the fullest week before and after."""

    baris: list[Usulan]
    puncak_semula: int
    puncak: int
    terlambat: int


def usulkan(beban: Beban, *, kapasitas: int, lebar: int) -> UsulanBeban:
    """Level what may move above everything else; late obligations are counted, not moved."""
    dapat = {pk: j for pk, j in beban.jadwal.items() if _dapat(j, beban.awal)}
    tetap = Counter(pekan(t.hari) for t in beban.kini if t.jadwal not in dapat)
    butir = [_butir(j, lebar, beban.awal) for j in dapat.values()]
    # Without a working day left in its window it stays where it is.
    tetap.update(pekan(b.kini) for b in butir if not b.boleh)
    hasil = ratakan(butir, tetap, kapasitas=kapasitas)
    baris = [
        Usulan(dapat[u.kunci], hari_rencana(dapat[u.kunci]), u.hari, u.alasan)
        for u in hasil.usul
        if u.hari != (hari_rencana(dapat[u.kunci]) or dapat[u.kunci].tenggat)
    ]
    terlambat = sum(
        j.status == StatusJadwal.TERBUKA and j.tenggat < beban.awal for j in beban.jadwal.values()
    )
    baris.sort(key=lambda b: (b.usul, b.jadwal.pk))
    return UsulanBeban(baris, hasil.puncak_semula, hasil.puncak, terlambat)


def _dapat(jadwal: Jadwal, per: date) -> bool:
    """Open, on time, not begun."""
    kegiatan = kegiatan_berlaku(jadwal)
    belum_mulai = kegiatan is None or kegiatan.status == StatusKegiatan.DIRENCANAKAN
    return jadwal.status == StatusJadwal.TERBUKA and jadwal.tenggat > per and belum_mulai


def _butir(jadwal: Jadwal, lebar: int, per: date) -> Butir:
    tenggat = jadwal.tenggat
    jangkar = jangkar_jadwal(jadwal) or tenggat - timedelta(days=lebar + 1)
    awal, akhir = jendela(jangkar=jangkar, tenggat=tenggat, lebar=lebar, per=per)
    kini = max(hari_rencana(jadwal) or tenggat, per)
    return Butir(jadwal.pk, kini, tuple(hari_kerja_antara(awal, akhir)), tempat(jadwal))
