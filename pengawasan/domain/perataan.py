"""Planned days that level the peak inside the legal windows, and visits that share a day.

The least peak is found first: no week can give an obligation to another, directly or through
others, so that the fullest grows less (an optimal semi-matching). Then only as much is moved as
brings every week to that peak, or to the capacity where that is more; then a site visit joins
another of its place where the week has room. What is level already stays as it is.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from inti.formats import tanggal_indonesia
from pengawasan.domain.beban import pekan

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

MUNDUR = "Jatuh pada hari libur; hari kerja terdekat sebelumnya dalam jendela."


@dataclass(frozen=True)
class Tempat:
    """Where a visit goes: what two of them are alike by, and how it is called."""

    kunci: str
    nama: str = field(default="", compare=False)


@dataclass(frozen=True)
class Butir:
    """One obligation that may move: its day now, its working days in the window, its places.

    `tempat` is empty for what is done from documents; a visit may belong to a unit and an area.
    """

    kunci: int
    kini: date
    boleh: tuple[date, ...]
    tempat: tuple[Tempat, ...] = ()

    @cached_property
    def sepekan(self) -> Mapping[date, list[date]]:
        """Its working days by the Monday of their week."""
        return {senin: list(hari) for senin, hari in groupby(self.boleh, key=pekan)}


@dataclass(frozen=True)
class Usul:
    """The day proposed for an obligation, and why; the day may be the one it has."""

    kunci: int
    hari: date
    alasan: str = ""
    digabung: bool = False


@dataclass(frozen=True)
class Hasil:
    """The proposals, and the fullest week before and after."""

    usul: tuple[Usul, ...]
    puncak_semula: int
    puncak: int


def jendela(*, jangkar: date, tenggat: date, lebar: int, per: date) -> tuple[date, date]:
    """From the first sensible day to the legal one: after the anchor, not before tomorrow."""
    satu = timedelta(days=1)
    return max(jangkar + satu, per + satu, tenggat - timedelta(days=lebar)), tenggat


def ratakan(butir: Iterable[Butir], tetap: Mapping[date, int], *, kapasitas: int) -> Hasil:
    """Level what may move above what is fixed (`tetap`: how many a week, by its Monday)."""
    urut = sorted((b for b in butir if b.boleh), key=lambda b: b.kunci)
    hari = {b.kunci: _hari_kerja(b) for b in urut}
    alasan = {b.kunci: MUNDUR for b in urut if hari[b.kunci] != b.kini}
    papan = _Papan(urut, hari, tetap)
    semula = papan.puncak()
    batas = max(kapasitas, _puncak_terkecil(urut, hari, tetap, kapasitas))
    for kunci, dari, isi in papan.turunkan(batas):
        alasan[kunci] = (
            f"Pekan mulai {tanggal_indonesia(dari)} memuat {isi} kegiatan, batasnya {batas}."
        )
        hari[kunci] = papan.pilih_hari(kunci)
    digabung = set()
    for kunci, tanggal, tempat in _gabungkan(urut, hari, papan, batas):
        hari[kunci], alasan[kunci] = tanggal, sehari(tempat)
        digabung.add(kunci)
    usul = tuple(
        Usul(b.kunci, hari[b.kunci], alasan.get(b.kunci, ""), b.kunci in digabung) for b in urut
    )
    return Hasil(usul, semula, papan.puncak())


def sehari(tempat: Tempat) -> str:
    """Why a visit shares the day of another."""
    return f"Sehari dengan tinjau lokasi lain: {tempat.nama or tempat.kunci}."


def _hari_kerja(butir: Butir) -> date:
    """Its own day, or the last allowed one before it, or else the first."""
    sebelum = [h for h in butir.boleh if h <= butir.kini]
    return sebelum[-1] if sebelum else butir.boleh[0]


def _puncak_terkecil(
    butir: Sequence[Butir], hari: Mapping[int, date], tetap: Mapping[date, int], kapasitas: int
) -> int:
    papan = _Papan(butir, hari, tetap)
    while (puncak := papan.puncak()) > kapasitas:
        if not all(papan.ringankan(p, puncak - 1) for p in papan.terpenuh()):
            break
    return papan.puncak()


class _Papan:
    """How full each week is, and which obligation could go from one week to which other."""

    def __init__(
        self, butir: Sequence[Butir], hari: Mapping[int, date], tetap: Mapping[date, int]
    ) -> None:
        self.isi = Counter(tetap)
        self.letak = {b.kunci: pekan(hari[b.kunci]) for b in butir}
        self.hari_di = {b.kunci: b.sepekan for b in butir}
        # From a week to another: who could go. Dictionaries, because they keep their order.
        self.jalan: dict[date, dict[date, dict[int, None]]] = defaultdict(lambda: defaultdict(dict))
        for satu in butir:
            self.isi[self.letak[satu.kunci]] += 1
            self._buka_jalan(satu.kunci)

    def puncak(self) -> int:
        """The fullest week."""
        return max(self.isi.values(), default=0)

    def terpenuh(self) -> list[date]:
        """The weeks that are as full as the fullest."""
        puncak = self.puncak()
        return sorted(p for p, n in self.isi.items() if n == puncak)

    def turunkan(self, batas: int) -> list[tuple[int, date, int]]:
        """Bring every week to the limit; who went, from which week, and how full it was."""
        pindah: dict[int, tuple[int, date, int]] = {}
        for penuh in sorted(p for p, n in self.isi.items() if n > batas):
            isi = self.isi[penuh]
            while self.isi[penuh] > batas and (jalur := self._jalur(penuh, batas)):
                for kunci, dari in self._tempuh(jalur):
                    pindah.setdefault(kunci, (kunci, dari, max(isi, self.isi[dari])))
        return list(pindah.values())

    def ringankan(self, penuh: date, batas: int) -> bool:
        """Take one from the week, if some other has room below the limit."""
        jalur = self._jalur(penuh, batas)
        self._tempuh(jalur)
        return bool(jalur)

    def pilih_hari(self, kunci: int) -> date:
        """The last day allowed in the week where it stands: nearest to the legal one."""
        return self.hari_di[kunci][self.letak[kunci]][-1]

    def pindahkan(self, kunci: int, ke: date) -> None:
        """Put it into another week."""
        dari = self.letak[kunci]
        for tujuan in self.hari_di[kunci]:
            self.jalan[dari][tujuan].pop(kunci, None)
        self.letak[kunci] = ke
        self.isi[dari] -= 1
        self.isi[ke] += 1
        self._buka_jalan(kunci)

    def _buka_jalan(self, kunci: int) -> None:
        dari = self.letak[kunci]
        for tujuan in self.hari_di[kunci]:
            if tujuan != dari:
                self.jalan[dari][tujuan][kunci] = None

    def _jalur(self, penuh: date, batas: int) -> list[date]:
        """The shortest way from a full week to one below the limit; empty for none."""
        dari: dict[date, date | None] = {penuh: None}
        antre = deque([penuh])
        while antre:
            kini = antre.popleft()
            if kini != penuh and self.isi[kini] < batas:
                return _urutkan(dari, kini)
            for tujuan in sorted(t for t, siapa in self.jalan[kini].items() if siapa):
                if tujuan not in dari:
                    dari[tujuan] = kini
                    antre.append(tujuan)
        return []

    def _tempuh(self, jalur: Sequence[date]) -> list[tuple[int, date]]:
        """One obligation for each step, the last step first; who went, and from where."""
        pindah = []
        for dari, ke in reversed(list(pairwise(jalur))):
            kunci = next(iter(self.jalan[dari][ke]))
            self.pindahkan(kunci, ke)
            pindah.append((kunci, dari))
        return pindah


def _urutkan(dari: Mapping[date, date | None], akhir: date) -> list[date]:
    jalur, kini = [akhir], dari[akhir]
    while kini is not None:
        jalur.append(kini)
        kini = dari[kini]
    return jalur[::-1]


def _gabungkan(
    butir: Sequence[Butir], hari: Mapping[int, date], papan: _Papan, batas: int
) -> list[tuple[int, date, Tempat]]:
    """A visit that is alone on its day joins another of its place, where the week has room.

    Who has joined stays, so every step leaves fewer alone than before.
    """
    kunjungan = [b for b in butir if b.tempat]
    pada = {b.kunci: hari[b.kunci] for b in kunjungan}
    banyak = Counter((t, pada[b.kunci]) for b in kunjungan for t in b.tempat)
    pindah: list[tuple[int, date, Tempat]] = []
    lagi = True
    # Room that one leaves may be what another waits for.
    while lagi:
        lagi = False
        for satu in kunjungan:
            kini = pada[satu.kunci]
            if not (teman := _teman(satu, kini, banyak, papan, batas)):
                continue
            tujuan, tempat = teman
            papan.pindahkan(satu.kunci, pekan(tujuan))
            banyak.subtract((t, kini) for t in satu.tempat)
            banyak.update((t, tujuan) for t in satu.tempat)
            pada[satu.kunci] = tujuan
            pindah.append((satu.kunci, tujuan, tempat))
            lagi = True
    return pindah


def _teman(
    satu: Butir, kini: date, banyak: Counter[tuple[Tempat, date]], papan: _Papan, batas: int
) -> tuple[date, Tempat] | None:
    """The last day on which another visit of one of its places is; none for who is not alone."""
    if any(banyak[t, kini] > 1 for t in satu.tempat):
        return None
    for tujuan in reversed(satu.boleh):
        sepekan = pekan(tujuan) == pekan(kini)
        if tujuan == kini or not (sepekan or papan.isi[pekan(tujuan)] < batas):
            continue
        for tempat in satu.tempat:
            if banyak[tempat, tujuan]:
                return tujuan, tempat
    return None
